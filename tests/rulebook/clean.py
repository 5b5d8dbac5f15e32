"""Generated projects in which there is nothing to mend, as plain values that a planter can change.

Each is of another size and shape: three matters of different types in one department, one in another, and a joint
approval. The same seed gives the same project.
"""

from __future__ import annotations

import random
from ast import literal_eval
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from tests.rulebook.exemplary import DEPARTMENT, PLAN, PROJECT

Keys = dict[str, Any]

OTHER = "住建局"
THINGS = ("食品", "旅馆", "图书", "药械", "林木", "道路", "广告", "幼教", "浴池", "粮油")
EXTRA_STEPS = (
    ("材料审查", "材料审核"),
    ("现场核查", "现场核查(2人以上)"),
    ("专家论证", "专家论证"),
    ("信息核对", "信息核对"),
    ("公告", "发布公告"),
)
LAW_DAYS = 20
"""法定时限 of most of them; what took longer before would be unlawful (R414b)."""
PAPERS = ("场所平面图", "管理制度", "人员名单", "设备清单", "检验报告", "章程", "岗位设置方案", "安全预案")
COMMON = {
    "相对人": "企业、个人",
    "公开方式": "政府网站、办事窗口",
    "平台": "省权力信息管理平台、市权力梳理平台",
    "渠道": "窗口、网上",
    "监督机构": "市监察局",
    "监督电话": "0453-5550900",
    "邮寄地址": "示范市示范路1号",
    "邮政编码": "157100",
}


@dataclass
class Draft:
    """A project as values: path → top-level keys of the file, each value as YAML would give it, all texts."""

    files: dict[str, Keys]
    tables: dict[str, str] = field(default_factory=dict)
    """Files that are no YAML, as texts."""

    @property
    def plan(self) -> Keys:
        """方案.yaml."""
        return self.files["方案.yaml"]

    @property
    def department(self) -> Keys:
        """单位.yaml of the department with three matters."""
        return self.files["示范局/单位.yaml"]

    @property
    def approval(self) -> Keys:
        """A 行政许可 of it, reworked: one office, one window."""
        return self.files["示范局/01-许可.yaml"]

    @property
    def power(self) -> Keys:
        """A 行政确认 of it, reworked."""
        return self.files["示范局/02-确认.yaml"]

    @property
    def service(self) -> Keys:
        """A 公共服务事项 of it, reworked."""
        return self.files["示范局/03-服务.yaml"]

    @property
    def other(self) -> Keys:
        """A 行政许可 of another department."""
        return self.files[f"{OTHER}/01-许可.yaml"]

    @property
    def project(self) -> Keys:
        """联审联批."""
        return self.files["联审联批/01-项目.yaml"]


def clean(seed: int) -> Draft:
    """A project; 20 seeds give 20 different ones."""
    dice = random.Random(seed)  # noqa: S311 - nothing secret
    first, second, third, fourth = dice.sample(THINGS, 4)
    other = _values(DEPARTMENT)
    other |= {"名称": OTHER, "全称": f"示范市{OTHER}"}
    return Draft(
        {
            "方案.yaml": _values(PLAN),
            "示范局/单位.yaml": _values(DEPARTMENT),
            "示范局/01-许可.yaml": _approval(first, dice),
            "示范局/02-确认.yaml": _power(second, dice),
            "示范局/03-服务.yaml": _service(third, dice),
            f"{OTHER}/单位.yaml": other,
            f"{OTHER}/01-许可.yaml": _approval(fourth, dice),
            "联审联批/01-项目.yaml": _values(PROJECT),
        }
    )


def _values(text: str) -> Keys:
    """The keys of a declaration, to be changed at will."""
    return deepcopy(_read(text))


@cache
def _read(text: str) -> Keys:
    found: Keys = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - all scalars as texts, no objects
    return found


def files_of(draft: Draft) -> dict[str, str]:
    """Path → text of each file of the project."""
    return {path: _written(repr(keys)) for path, keys in draft.files.items()} | draft.tables


def write_draft(draft: Draft, root: Path) -> Path:
    """The project in the folder ``root``."""
    for path, text in files_of(draft).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


@lru_cache(maxsize=1_000)
def _written(keys: str) -> str:
    """The YAML of keys, given as Python writes them: a planter changes one or two of eight files and no more."""
    return yaml.dump(literal_eval(keys), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)


def rows(matter: Keys, version: str = "优化后") -> list[Any]:
    """流程 of a version: texts and mappings."""
    found: list[Any] = matter[version]["流程"]
    return found


def set_cell(row: Any, column: int, text: str) -> Any:  # noqa: ANN401 - a row is a text, or a mapping that begins with one
    """The row with another cell; columns count from 0 (环节, 承办, 时限, 程序)."""
    if isinstance(row, dict):
        return row | {"环节": set_cell(row["环节"], column, text)}
    cells = str(row).split(" | ")
    cells[column] = text
    return " | ".join(cells)


def _papers(names: list[str], law: str) -> list[Keys]:
    return [{"名称": name, "依据": f"《{law}》第十二条"} for name in ("申请书", *names)]


def _days(count: int, least: int, dice: random.Random) -> list[int]:
    """Days of so many steps, each at least 1, ``least`` together at least, and no more than the law gives."""
    days = [dice.randint(1, 4) for _ in range(count)]
    while sum(days) > LAW_DAYS:
        days[days.index(max(days))] -= 1
    days[-1] += max(0, least - sum(days))
    return days


def _version(table: list[tuple[str, str, str, str]], days: list[int], papers: list[Keys]) -> Keys:
    """``table``: 环节, 承办, 程序, 沿自 (empty: as it was)."""
    flow: list[Any] = []
    for (step, holder, acts, origins), number in zip(table, days, strict=True):
        row = f"{step} | {holder} | {number}工作日 | {acts}"
        flow.append({"环节": row, "沿自": origins} if origins else row)
    return {"时限": f"{sum(days)}工作日", "流程": flow, "材料": papers}


def _reworked(old_unit: str, new_unit: str, law: str, dice: random.Random) -> tuple[Keys, Keys]:
    """优化前 with six or seven steps, 优化后 with four, merged, in half the time or less, with fewer papers."""
    middle = dice.sample(EXTRA_STEPS, dice.randint(3, 4))
    papers = dice.sample(PAPERS, dice.randint(2, 5))
    old = [("受理", old_unit, "形式审查、一次告知", "")]
    old += [(step, dice.choice((old_unit, "业务股")), acts, "") for step, acts in middle]
    old.sort(key=lambda row: row[1] == "业务股")  # 一个股室办完再转,不来回
    old += [("审批", "局领导", "局长签批", ""), ("制证送达", "综合股", "制证、盖章、送达", "")]
    new = [
        ("受理", f"{new_unit}/受理岗", "形式审查、一次告知", ""),
        ("审查", f"{new_unit}/审查岗", "、".join(acts for _, acts in middle), "、".join(step for step, _ in middle)),
        ("决定", f"{new_unit}/股长", "审批决定", "审批"),
        ("制证送达", f"{new_unit}/受理岗", "制证、盖章、送达", ""),
    ]
    before = _version(old, _days(len(old), 14, dice), _papers(papers, law))
    after = _version(new, [1, dice.randint(2, 4), 1, 1], _papers(papers[: dice.randint(1, len(papers) - 1)], law))
    before = {"出处": "2016年公布的权力清单", **before}
    return before, after


def _problems(new_unit: str) -> list[str]:
    return [f"环节多 | 合并审查环节 | {new_unit}", f"材料多 | 取消能够共享的材料 | {new_unit}"]


def _approval(thing: str, dice: random.Random) -> Keys:
    law = f"{thing}经营法"
    before, after = _reworked("登记股", "行政审批股", law, dice)
    return {
        "名称": f"{thing}经营许可证核发",
        "类型": "行政审批事项",
        "依据": {"法律": f"《{law}》第{dice.randint(5, 60)}条"},
        "法定时限": "30工作日(《" + law + "》第三十条)"
        if dice.random() < 0.3
        else "20工作日(《行政许可法》第四十二条)",
        "出具": f"{thing}经营许可证",
        "条件": ["有固定的场所", "有管理制度"],
        "终审": "本市终审",
        **COMMON,
        "地点": "示范市行政服务中心一楼3号窗口",
        "咨询电话": "0453-5550001",
        "年办件量": str(dice.randint(60, 900)),
        "监管措施": "发证后把审批结果通报业务股,三十日内开展首次检查",
        "问题": _problems("行政审批股"),
        "优化前": before,
        "优化后": after,
    }


def _power(thing: str, dice: random.Random) -> Keys:
    law = f"{thing}管理办法"
    before, after = _reworked("综合股", "综合股", law, dice)
    return {
        "名称": f"{thing}等级认定",
        "类型": "其他行政权力事项",
        "种类": "行政确认",
        "依据": {"国家部委规章": f"《{law}》第{dice.randint(5, 60)}条"},
        "法定时限": "无",
        "出具": f"{thing}等级证书",
        "条件": "有固定的场所",
        "终审": "本市终审",
        **COMMON,
        "地点": "示范市示范局一楼办事大厅",
        "咨询电话": "0453-5550002",
        "年办件量": str(dice.randint(5, 90)),
        "问题": _problems("综合股"),
        "优化前": before,
        "优化后": after,
    }


def _service(thing: str, dice: random.Random) -> Keys:
    before, after = _reworked("综合股", "综合股", f"{thing}条例", dice)
    return {
        "名称": f"{thing}信息咨询服务",
        "类型": "公共服务事项",
        "种类": "法律和信息咨询",
        "依据": {"行政法规": f"《{thing}条例》第{dice.randint(5, 60)}条"},
        "法定时限": "无",
        "出具": "无",
        "条件": "无",
        **COMMON,
        "地点": "示范市示范局一楼办事大厅",
        "咨询电话": "0453-5550003",
        "年办件量": str(dice.randint(50, 400)),
        "问题": _problems("综合股"),
        "优化前": before,
        "优化后": after,
    }
