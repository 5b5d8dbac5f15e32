"""Odd but sound declarations, to be laid over the exemplary project: every key that may be left out, every rare word.

All of it follows from the dice. What does not hold together after all is as good: it is not examined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from random import Random

from engine.examining import Breadth, examine
from processes.checking import Checked, check_project
from tests.declaring import write
from tests.rulebook.exemplary import EXEMPLARY
from tests.scribbling import complaints

_NAMES = (
    *(
        "示范经营许可证核发",
        "食品经营许可(新办)",
        "罚款备案",
        "招标备案",
        "即办件登记",
        "查封扣押财物",
        "冻结存款",
        "强制拆除",
    ),
    *(
        "违法经营处罚(简易程序)",
        "违法经营处罚",
        "政府信息公开申请答复",
        "信访事项办理",
        "行政复议(简易程序)",
        "养老服务",
        "会议",
    ),
)
_TYPES = (
    *("行政审批事项",) * 4,
    *(
        f"其他行政权力事项\n种类: {kind}"
        for kind in ("行政处罚", "行政强制", "行政征收", "行政征用", "行政给付", "行政监督检查", "行政复议", "其他")
    ),
    *("公共服务事项\n种类: 社会保障", "其他事项", "其他事项\n种类: 内部管理"),
)
_STEPS = (
    *(
        "受理",
        "审查",
        "现场核查",
        "公示",
        "听证",
        "专家评审",
        "签批",
        "缴费",
        "制证",
        "盖章",
        "送达",
        "决定",
        "审批",
        "初审",
    ),
    *("立案审批", "调查取证", "处罚告知", "法制审核", "催告", "转报省厅", "归档", "检验", "日常监管", "当场办结"),
)
_ACTS = (
    *(
        "形式审查",
        "一次告知",
        "材料审核",
        "现场核查(2人以上)",
        "现场核查",
        "实地踏勘(1人)",
        "股长复核",
        "局长签批",
        "听证",
        "检验",
    ),
    *(
        "集体讨论",
        "法制审核",
        "告知陈述申辩",
        "询问当事人(2人以上)",
        "制作现场笔录",
        "催告",
        "收费",
        "盖公章",
        "制证",
        "送达",
    ),
    *("专家评审", "抄送监管股室", "书面审查(法定)", "双随机检查", "审批决定"),
)
_HOLDERS = (
    *(
        "综合股",
        "业务股",
        "登记股",
        "行政审批股",
        "行政审批股/受理岗",
        "行政审批股/股长",
        "业务股/股长",
        "局领导",
        "住建局",
    ),
    *("公安局交警大队", "省示范厅", "镇政府", "示范检测公司", "行政服务中心", "政务服务站", "综合股、业务股"),
)
_LIMITS = ("即时", "无", "1工作日", "3工作日", "0.5工作日", "4小时", "不计时限(听证)", "30工作日不计时限(专家评审)")
_TOTALS = ("20工作日", "60工作日", "1工作日", "30工作日", "即时", "无", "4小时", "400工作日")
_LAWFUL = (*_TOTALS, "90自然日")
_BASES = (
    "《行政许可法》第四十二条",
    "《示范经营法》第三十五条",
    "《示范省经营条例》第九条",
    "《示范办法》",
    "国务院令第412号",
    "示发〔2016〕3号",
)
_PAPERS = (
    *(
        "申请书(2份)",
        "一式三份的申请表",
        "身份证复印件(可共享)",
        "营业执照复印件",
        "无犯罪记录证明",
        "其他材料",
        "照片(2张)",
        "甲、乙",
    ),
    "名称: 检测报告\n来源: 中介",
    "名称: 样板许可证\n来源: 住建局/样板许可\n依据: 示发〔2016〕3号",
    "名称: 户口簿复印件\n可共享: 否\n备注: 没有联网",
)
_ODD_WORDS = re.compile(r"None|True|False|Fraction|「」|“”|\d+/\d+|[^\d]\.\d")
_DAYS = (None, date(2016, 1, 1), date(2018, 3, 31), date(2027, 1, 1))
_YES = ("是", "否")

_MATTER: dict[str, tuple[str, ...]] = {
    "公布名称": ("示范经营许可", "别的名称"),
    "依据": ("无", *(f"\n  法律: {one}" for one in _BASES), *(f"\n  规范性文件: {one}" for one in _BASES)),
    "相对人": ("无", "企业", "公民、个人"),
    "法定时限": (*_LAWFUL, *(f"20工作日({one})" for one in _BASES), *(f"90自然日({one})" for one in _BASES)),
    "出具": ("无", "受理通知书", "示范许可证、决定书", "不予许可决定书"),
    "条件": ("无", "\n  - 有场所", "\n  - 有场所\n  - 对公民处200元以下罚款\n  - 对企业处5000元罚款"),
    "终审": ("无", "省终审", "本市终审"),
    "公开方式": ("无", "政府网站", "办事窗口", "不公开"),
    "平台": ("无", "省权力信息管理平台"),
    "网上公示": ("\n  时限: 5工作日\n  承诺时限: 不详", "\n  办理时限: 3自然日"),
    "地点": ("示范局二楼", "示范市行政服务中心一楼5号窗口", "行政服务中心3号窗口、示范局二楼", "镇便民大厅"),
    "渠道": ("窗口", "网上", "网上、邮寄", "电话"),
    "咨询电话": ("无", "0453", "5550001/2"),
    "监督机构": ("示范局", "市监察局"),
    "邮政编码": ("无", "15710"),
    "公开": _YES,
    "收费": ("不收费", "\n  - 工本费 | 每证4元 | 示发〔2016〕3号", "\n  - 听证费 | 按规定\n  - 申请表费 | 免费"),
    "并联部门": ("无", "住建局", "住建局、公安局"),
    "共同实施": ("无", "住建局", "公安局"),
    "涉密": ("秘密,示发〔2016〕3号",),
    "问题": ("无", "要件多", "环节多,时限过长 | 合并 | 综合股", "程序繁琐 | 无"),
    "未行使原因": ("无", "没有人申请"),
    "监管措施": ("无", "抄告业务股"),
    "未进驻原因": ("无", "专网独立", "在不动产登记大厅办理,接受行政服务中心指导"),
    "其他优化": ("无", "网上申报"),
    "重点项目": _YES,
    "年办件量": ("0", "5000"),
    "备注": ("即办件", "依法延长时限", "无裁量余地"),
}
_VERSION = ("公开", "收费", "地点", "渠道")
"""Keys that a version may have as well."""
_DEPARTMENT: dict[str, tuple[str, ...]] = {
    "内设机构": (
        "\n  - 综合股\n  - 业务股 | 监管\n  - 登记股 | 审批 | 撤销\n  - 机构: 行政审批股 | 审批 | 新设\n    加挂: 业务股",
        "\n  - 综合股 | 审批\n  - 业务股 | 审批\n  - 机构: 登记股\n    性质: 事业单位\n  - 行政审批股",
        "\n  - 综合股\n  - 业务股\n  - 登记股\n  - 机构: 行政审批股\n    人数: 0\n    性质: 所属事业单位",
    ),
    "行政审批股": (
        "\n  方式: 加挂牌子",
        "\n  方式: 已建立\n  主管: 副局长\n  协管: 副局长,未驻窗口\n  窗口: 示范局一楼\n  专用章: 否",
        "\n  方式: 撤一建一\n  窗口: 行政服务中心3、4号窗口\n  窗口人员: 0\n  授权: 无\n  专用章: 2018年13月1日启用",
    ),
    "编制": ("0", "\n  改革前: 20\n  改革后: 22"),
    "机构数": ("3", "\n  改革前: 3\n  改革后: 4"),
    "评估": ("\n  专家: 0", "\n  服务对象: 0"),
    "文件": ("\n  调整意见: 待报\n  工作总结: 无", "\n  别的: 示发〔2018〕1号"),
    "范围外": ("是",),
}
_PLAN: dict[str, tuple[str, ...]] = {
    "阶段": (
        "\n  - 全部 | 2018-03-31",
        "\n  - 一 | 2017-12-31 | 附件1、附件4\n  - 二 | 2022-03-31 | 工作总结、进驻清单",
    ),
    "承接层级": ("无", "镇(乡)"),
    "终审": ("本市终审", "省终审、本市终审"),
    "目标": ("\n  压缩: 1/2", "\n  联审联批: 无", "\n  压缩: 1/10\n  联审联批: 20自然日"),
    "口径": (
        "\n  三分之一: 按事项\n  环节程序: 标准阶段\n  附件3环节数: 程序\n  混合日: 折算",
        "\n  三分之一: 按事项\n  环节程序: 交接次数\n  附件3环节数: 两者\n  附件3收费: 金额\n  合计含取消: 否",
        "\n  环节程序: 法定阶段\n  材料计数: 份数\n  等于法定: 允许\n  承诺计至: 决定\n  混合日: 折算",
    ),
}
_SIDES = {
    "": "",
    "不予许可": "    不予许可: 无\n    不予受理: 无\n",
    "补正材料": "    补正材料:\n      - 补正告知 | 综合股 | 5工作日 | 告知\n",
    "一次告知补正": "    一次告知补正:\n      - 补正 | 综合股 | 56小时 | 告知\n      - 再补正 | 业务股 | 无 | 告知\n",
    "退件": "    退件:\n      - 退件 | 业务股 | 30工作日 | 退件\n",
}
"""支线 → how it is declared; the first step leads to it."""
_OUTSIDE = """外部机构:
  上级: 省示范厅
  下级: 镇政府
  同级: 政务服务站
  中介:
    - 名称: 示范检测公司
      收费: 免费
"""
"""All the holders that are neither offices nor departments: a step of anybody else does not hold together."""
_LISTS = ("权力清单.csv", "责任清单-示范局.csv", "公共服务清单.csv", "中介服务清单.csv")


class _Odd:
    """Writes one project."""

    def __init__(self, dice: Random) -> None:
        self.dice = dice
        self.inside: list[str] = []

    def keys(self, choices: dict[str, tuple[str, ...]], share: float, indent: str = "") -> str:
        """Some of the keys, each with one of its values."""
        said = ""
        for key, values in choices.items():
            if self.dice.random() < share:
                value = self.dice.choice(values).replace("\n", f"\n{indent}")
                said += f"{indent}{_said(key, value)}\n"
        return said

    def step(self, name: str, origins: str) -> list[str]:
        acts = "、".join(self.dice.sample(_ACTS, self.dice.randint(1, 3)))
        lines = [f"- 环节: {name} | {self.dice.choice(_HOLDERS)} | {self.dice.choice(_LIMITS)} | {acts}"]
        if origins:
            lines.append(f"  沿自: {origins}")
        for key, values in {
            "种类": ("受理", "审查、决定", "送达", "转报", "缴费", "听证"),
            "不计环节": ("批后归档",),
            "使用": ("申请书", "没有的材料"),
            "出具": ("受理通知书", "示范许可证"),
            "去向": (
                "\n    不合格: 结束\n    合格: 下一环节",
                "\n    不服: 结束\n    不合格: 结束\n    其他: 下一环节",
            ),
        }.items():
            if self.dice.random() < 0.12:
                value = self.dice.choice(values)
                lines.append(f"  {_said(key, value)}")
        return [inner for line in lines for inner in line.split("\n")]

    def flow(self, before: tuple[str, ...], side: str) -> tuple[tuple[str, ...], list[str]]:
        """Names of the steps, and the lines that declare them; blocks now and then."""
        names = self.dice.sample(_STEPS, self.dice.randint(1, 7))
        lines: list[str] = []
        parallel = 0
        for number, name in enumerate(names):
            origins = "、".join(self.dice.sample(before, min(len(before), self.dice.randint(0, 2)))) if before else ""
            step = self.step(name, "" if number in (0, len(names) - 1) else origins)
            if side and not number:
                step = [step[0], "  去向:", f"    不齐全: {side}", "    齐全: 下一环节"]
            if number and not parallel and len(names) - number > 2 and self.dice.random() < 0.2:
                named = self.dice.random() < 0.5
                lines += [f"- 环节: 并联办理{number}", "  承办: 综合股", "  并联:"] if named else ["- 并联:"]
                parallel = 2
            lines += [f"    {line}" for line in step] if parallel else step
            parallel = max(parallel - 1, 0)
        return tuple(names), lines

    def version(self, title: str, before: tuple[str, ...] = ()) -> tuple[str, tuple[str, ...]]:
        names: tuple[str, ...] = before
        text = f"{title}:\n"
        if not before or self.dice.random() < 0.7:
            side = self.dice.choice((*_SIDES, "", "", ""))
            names, lines = self.flow(before, "" if side == "不予许可" else side)
            text += "  流程:\n" + "".join(f"    {line}\n" for line in lines)
            text += f"  支线:\n{_SIDES[side]}" if side else ""
        if not before or self.dice.random() < 0.7:
            text += f"  时限: {self.dice.choice(_TOTALS)}\n"
        if not before or self.dice.random() < 0.7:
            papers = self.dice.sample(_PAPERS, self.dice.randint(0, 5))
            rows = "".join(f"    - {_deeper(paper)}\n" for paper in papers)
            text += f"  材料:\n{rows}" if papers else "  材料: 无\n"
        if self.dice.random() < 0.3:
            text += f"  承办: {self.dice.choice(('综合股', '行政审批股', '综合股、业务股', '无'))}\n"
        return text + self.keys({key: _MATTER[key] for key in self.inside}, 0.3, "  "), names

    def matter(self) -> str:
        self.inside = self.dice.sample(_VERSION, 2)
        outside = {key: values for key, values in _MATTER.items() if key not in self.inside}
        text = f"名称: {self.dice.choice(_NAMES)}\n类型: {self.dice.choice(_TYPES)}\n# 不要: {'、'.join(self.inside)}\n"
        text += self.keys(outside, 0.3)
        before, names = self.version("优化前")
        after = self.dice.random()
        if after < 0.12:
            return text + before + "优化后: 不变\n"
        if after < 0.24:
            return text + before + self.dice.choice(("优化后: 取消\n", "优化后:\n  取消: 法律已经废止\n"))
        moved = "  下放: 镇(乡)\n" if after < 0.4 else ""
        version, _ = self.version("优化后", names)
        head, _, rest = version.partition("\n")
        return text + before + (f"{head}\n{moved}{rest}" if moved or rest else "优化后: 不变\n")

    def project(self) -> str:
        rows = [
            f"  - {name} | {self.dice.choice(('住建局', '行政服务中心', '公安局、住建局'))} | {self.dice.choice(_TOTALS)}"
            for name in ("备案", "规划", "施工", "验收")[: self.dice.randint(1, 4)]
        ]
        tied = "  - 办理: 许可\n    事项: 示范局/示范经营许可证核发\n" if self.dice.random() < 0.5 else ""
        text = "".join(row + (f" | {rows[0][4:6]}" if number else "") + "\n" for number, row in enumerate(rows))
        ceiling = self.dice.choice(("", "上限: 10自然日\n", "上限: 无\n", "类别: 一件事\n"))
        return f"牵头: {self.dice.choice(('住建局', '行政服务中心'))}\n{ceiling}优化前:\n{text}{tied}优化后:\n{text}"

    def text(self) -> str:
        """The whole text."""
        files = {"方案.yaml": _OUTSIDE + self.keys(_PLAN, 0.2), "示范局/单位.yaml": self.keys(_DEPARTMENT, 0.4)}
        files |= {f"示范局/0{number}-事项.yaml": self.matter() for number in range(2, 2 + self.dice.randint(1, 3))}
        if self.dice.random() < 0.5:
            files["住建局/单位.yaml"] = "名称: 住建局\n全称: 示范市住建局\n"
            files["住建局/01-许可.yaml"] = "名称: 样板许可\n出具: 样板许可证\n"
        if self.dice.random() < 0.5:
            files["联审联批/01-示范项目.yaml"] = self.project()
        if self.dice.random() < 0.4:
            files[f"清单/{self.dice.choice(_LISTS)}"] = "名称,单位\n养老服务,示范局\n示范经营许可,\n别的,住建局\n"
        return "".join(f"==> {path} <==\n{content}" for path, content in files.items())


def _said(key: str, value: str) -> str:
    return f"{key}:{value}" if value.startswith("\n") else f"{key}: {value}"


def _deeper(text: str) -> str:
    return text.replace("\n", "\n      ")


def project(seed: int) -> str:
    """The text of an odd project."""
    return _Odd(Random(seed)).text()  # noqa: S311 - no secret


def examined(seed: int, root: Path) -> Checked:
    """The odd project, written below ``root``, and what the rule book finds; its breadth and day vary as well."""
    checked = check_project(write(root, project(seed), EXEMPLARY))
    return examine(checked, breadth=Breadth(seed % 3 + 1), day=_DAYS[seed % len(_DAYS)])


def stumbles(seeds: Iterable[int], root: Path) -> list[str]:
    """What is wrong with the answers: a place outside of its file, a word that is not Chinese, a None in a message."""
    wrong: list[str] = []
    for seed in seeds:
        checked = examined(seed, root / str(seed))
        told = complaints(checked)
        told += [f"{one.code}: {one.message}" for one in checked.findings if _ODD_WORDS.search(one.message)]
        wrong += [f"seed {seed}: {word}" for word in told]
    return wrong
