"""The schemas against declarations: what is right fits, and a mistake is marked where it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from processes.checking import guards
from processes.declaration.drafts import draft_department, draft_joint, draft_matter, draft_plan
from processes.declaration.templates import matter_templates
from processes.model.department import Department, Office
from processes.model.vocabulary import OfficeRole
from processes.rules.rule import Rule, Scope
from tests import declaring as laid
from tests.schemas import ROOT, SAMPLES, Wrong, declarations, kind_of, wrong

MATTER_FILE = SAMPLES / "hailin" / "市场监管局" / "01-食品经营许可证核发(新办).yaml"
PLAN_FILE = SAMPLES / "hailin" / "方案.yaml"


@pytest.mark.parametrize("file", declarations(), ids=lambda file: file.relative_to(SAMPLES).as_posix())
def test_a_sample_fits_its_schema(file: Path) -> None:
    """All of the city and of the county with every special case."""
    assert wrong(kind_of(file), file.read_text("utf-8")) == []


def blocks_of_pages() -> list[tuple[str, str]]:
    """The declarations shown in the guide and on the front page: file name and text."""
    block = re.compile(r"^`([^`\n]+\.yaml)`\n+```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
    return [found for page in ("README.md", "docs/guide.md") for found in block.findall((ROOT / page).read_text("utf-8"))]


@pytest.mark.parametrize(("name", "text"), blocks_of_pages(), ids=[name for name, _ in blocks_of_pages()])
def test_what_the_pages_show_fits(name: str, text: str) -> None:
    """Whoever copies it sees nothing underlined."""
    assert wrong(kind_of(Path(name)), text) == []


FILES = {
    Scope.MATTER: laid.MATTER_FILE,
    Scope.PROCESS: laid.MATTER_FILE,
    Scope.DEPARTMENT: laid.DEPARTMENT_FILE,
    Scope.PROJECT: laid.PROJECT_FILE,
    Scope.WORKSPACE: laid.PLAN_FILE,
}


@pytest.mark.parametrize("code", [code for code, module in guards().items() if module.RULE.good])
def test_the_good_example_of_a_rule_fits(code: str) -> None:
    """Laid over the small project, as the tests of the rules do."""
    rule: Rule = guards()[code].RULE
    for name, text in laid.files_of(f"==> {FILES[rule.scope]} <==\n{rule.good.lstrip()}").items():
        assert wrong(kind_of(Path(name)), text) == [], text


@pytest.mark.parametrize("template", matter_templates())
def test_a_matter_begun_with_a_template_fits(template: str) -> None:
    """Nothing is underlined in what ``zaizao new`` writes."""
    offices = (Office(name="业务股", role=OfficeRole.SUPERVISION), Office(name="行政审批股", role=OfficeRole.APPROVAL))
    department = Department(name="甲局", full_name="某市甲局", folder="甲局", offices=offices)
    assert wrong("事项", draft_matter(template, "某事项", department)) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("方案", draft_plan()),
        ("单位", draft_department("甲局", "某市")),
        ("联审联批", draft_joint("某项目", ["甲局", "乙局"])),
    ],
    ids=["方案", "单位", "联审联批"],
)
def test_another_file_begun_with_a_template_fits(kind: str, text: str) -> None:
    """Nor in the others."""
    assert wrong(kind, text) == []


@pytest.mark.parametrize(
    "line",
    [
        "咨询电话: 12345",
        "咨询电话: 010",
        "编码: 010",
        "编码: 1.50",
        "编码: 0x1F",
        "备注: true",
        "备注: 2017-10-31",
        "备注: 12:30",
        "公布名称: 1",
        "年办件量: 12",
        "年办件量: １２",
        "终审: no",
        "邮政编码: 157100",
        "平台: 12345",
        "公开方式:\n  - 1\n  - true\n  - 2.5",
        "重点项目: '是'",
        "备注: |\n  甲\n  乙",
        "条件: 2017",
    ],
)
def test_what_yaml_takes_for_something_else_is_a_text_here(line: str) -> None:
    """As reading has it: everything is text."""
    text = without_key(MATTER_FILE.read_text("utf-8"), line.split(":", maxsplit=1)[0]) + line + "\n"
    assert wrong("事项", text) == []


def test_conditions_may_stand_in_the_version_before() -> None:
    """Then they are not missed outside."""
    text = without_key(MATTER_FILE.read_text("utf-8"), "条件")
    assert wrong("事项", text) == [Wrong((), "required")]
    assert wrong("事项", text.replace("优化前:\n", "优化前:\n  条件: 无\n")) == []


def test_a_date_of_the_plan_is_one() -> None:
    """Whether the YAML reader makes a date of it or not."""
    text = PLAN_FILE.read_text("utf-8")
    assert "印发: 2017-10-31" in text
    assert wrong("方案", text) == []


def without_key(text: str, key: str) -> str:
    """``text`` without a key on the top level."""
    return re.sub(rf"^{key}:.*\n(?:[ -].*\n|\n)*", "", text, flags=re.MULTILINE)


MISTAKES: list[tuple[str, str, Wrong]] = [
    ("  时限: 20工作日", "  时线: 20工作日", Wrong(("优化前",), "additionalProperties")),
    ("  时限: 20工作日", "  时限: 20", Wrong(("优化前", "时限"), "type")),
    ("  时限: 20工作日", "  时限: 20天", Wrong(("优化前", "时限"), "pattern")),
    ("  时限: 20工作日", "  时限: 0工作日", Wrong(("优化前", "时限"), "pattern")),
    ("  时限: 20工作日", "  时限: 不计时限(听证)", Wrong(("优化前", "时限"), "pattern")),
    ("类型: 行政审批事项", "类型: 行政审批", Wrong(("类型",), "enum")),
    ("类型: 行政审批事项", "类型: 公共服务事项", Wrong((), "required")),
    ("类型: 行政审批事项", "类型: 公共服务事项\n种类: 行政许可", Wrong(("种类",), "enum")),
    ("名称: ", "名字: ", Wrong((), "required")),
    ("名称: ", "名字: ", Wrong((), "additionalProperties")),
    ("法定时限: 20工作日(《行政许可法》第四十二条)", "法定时限: 20", Wrong(("法定时限",), "type")),
    ("法定时限: 20工作日(《行政许可法》第四十二条)", "法定时限: 20日(《法》)", Wrong(("法定时限",), "pattern")),
    ("相对人: 企业、", "相对人: 公司、", Wrong(("相对人",), "pattern")),
    ("  法律: ", "  法規: ", Wrong(("依据",), "additionalProperties")),
    ("年办件量: 760", "年办件量: 约760", Wrong(("年办件量",), "pattern")),
    ("年办件量: 760", "年办件量: 7.5", Wrong(("年办件量",), "type")),
    ("年办件量: 760", "公开: 公开", Wrong(("公开",), "enum")),
    ("年办件量: 760", "收费: 无", Wrong(("收费",), "pattern")),
    ("年办件量: 760", "收费:\n  - 工本费 | 甲 | 乙 | 丙", Wrong(("收费", 0), "pattern")),
    ("年办件量: 760", "收费:\n  - 项目: 工本费\n    价格: 每证4元", Wrong(("收费", 0), "additionalProperties")),
    ("年办件量: 760", "收费:\n  项目: 工本费\n  价格: 每证4元", Wrong(("收费",), "additionalProperties")),
    ("年办件量: 760", "备注:", Wrong(("备注",), "type")),
    ("年办件量: 760", "备注: null", Wrong(("备注",), "type")),
    ("年办件量: 760", "备注: [甲]", Wrong(("备注",), "type")),
    ("年办件量: 760", "支线:\n  不予受理: 没有", Wrong(("支线", "不予受理"), "pattern")),
    ("    - 复审 | 食品流通监管股 | 3工作日 |", "    - 复审 | 食品流通监管股 | 3天 |", Wrong(("优化前", "流程", 3), "pattern")),
    ("    - 复审 | 食品流通监管股 | 3工作日 |", "    - 复审 | 食品流通监管股 |", Wrong(("优化前", "流程", 3), "pattern")),
    ("    - 复审 | 食品流通监管股 | 3工作日 |", "    - 甲 | 乙 | 丙 | 3工作日 |", Wrong(("优化前", "流程", 3), "pattern")),
    ("      出具: 受理通知书", "      出据: 受理通知书", Wrong(("优化前", "流程", 0), "additionalProperties")),
    ("      出具: 受理通知书", "      种类: 收件", Wrong(("优化前", "流程", 0, "种类"), "pattern")),
    ("      出具: 受理通知书", "      并联: 甲", Wrong(("优化前", "流程", 0, "并联"), "type")),
    ("      出具: 受理通知书", "      并联:\n        - 甲 | 1工作日", Wrong(("优化前", "流程", 0, "并联"), "minItems")),
    (
        "      出具: 受理通知书",
        "      并联:\n        - 甲 | 1工作日\n        - 依此:\n            - 乙 | 1工作日",
        Wrong(("优化前", "流程", 0, "并联", 1), "additionalProperties"),
    ),
    ("优化后:\n", "优化后: 照旧\n未用:\n", Wrong(("优化后",), "pattern")),
]


@pytest.mark.parametrize(("old", "new", "expected"), MISTAKES, ids=[new.replace("\n", " ") for _, new, _ in MISTAKES])
def test_a_mistake_is_found_where_it_is(old: str, new: str, expected: Wrong) -> None:
    """At the key or value at fault, whatever else the mistake leads to."""
    text = MATTER_FILE.read_text("utf-8")
    assert old in text
    assert expected in wrong("事项", text.replace(old, new, 1))


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("方案", "印发: 2017年10月31日", Wrong(("印发",), "pattern")),
        ("方案", "目标:\n  压缩: 三分之一", Wrong(("目标", "压缩"), "pattern")),
        ("方案", "口径:\n  混合日: 换算", Wrong(("口径", "混合日"), "enum")),
        ("方案", "规则:\n  R413: 不管", Wrong(("规则", "R413"), "enum")),
        ("方案", "阶段:\n  - 甲 | 年底", Wrong(("阶段", 0), "pattern")),
        ("方案", "阶段:\n  - 甲", Wrong(("阶段", 0), "pattern")),
        ("方案", "外部机构:\n  上边: 甲", Wrong(("外部机构",), "additionalProperties")),
        ("方案", "附件:\n  附件11:\n    标题: 甲", Wrong(("附件",), "additionalProperties")),
        ("方案", "默认:\n  所有事项:\n    条件: 甲", Wrong(("默认", "所有事项"), "additionalProperties")),
        ("单位", "内设机构:\n  - 甲 | 审查", Wrong(("内设机构", 0), "pattern")),
        ("单位", "编制: 多", Wrong(("编制",), "pattern")),
        ("单位", "编制:\n  改革前: 3", Wrong(("编制",), "required")),
        ("单位", "行政审批股:\n  方式: 新建", Wrong(("行政审批股", "方式"), "enum")),
        ("联审联批", "优化前:\n  - 甲 | 乙局 | 3天", Wrong(("优化前", 0), "pattern")),
        ("联审联批", "类别: 一件小事", Wrong(("类别",), "enum")),
        ("日历", "年份: 今年", Wrong(("年份",), "pattern")),
        ("日历", "放假:\n  - 2018-01-01\n  - 春节", Wrong(("放假", 1), "pattern")),
        ("日历", "加班: 无", Wrong((), "additionalProperties")),
    ],
)
def test_a_mistake_in_another_kind_of_file(kind: str, text: str, expected: Wrong) -> None:
    """The same there; the rest of the file is left out."""
    assert expected in wrong(kind, text)
