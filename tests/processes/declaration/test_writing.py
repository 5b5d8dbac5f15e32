"""Canonical writing: how a declaration looks afterwards, and how its values are spelt."""

from __future__ import annotations

import pytest

from processes.declaration.calendar_file import CALENDAR
from processes.declaration.department_file import DEPARTMENT
from processes.declaration.matter_keys import MATTER
from processes.declaration.plan_file import PLAN
from processes.declaration.project_file import PROJECT
from processes.declaration.shapes import Shape
from processes.declaration.writing import plain
from tests.canonical import data_of, tidied

# ------------------------------------------------------------------------------------------- layout

LAYOUTS = {
    "keys stand in the order of the guide, unknown ones last": (
        MATTER,
        "出具: 证\n甲: 乙\n名称: 丙\n类型: 其他事项\n",
        "名称: 丙\n类型: 其他事项\n出具: 证\n甲: 乙\n",
    ),
    "keys of inner mappings too": (
        MATTER,
        "优化前:\n  材料: 无\n  时限: 无\n  流程:\n    - 程序: 甲\n      环节: 受理 | 即时\n",
        "优化前:\n  时限: 无\n  流程:\n    - 环节: 受理 | 即时\n      程序: 甲\n  材料: 无\n",
    ),
    "keys of one's own choosing keep their order": (
        MATTER,
        "说明:\n  R702: 乙\n  R701: 甲\n优化前:\n  流程:\n    - 环节: 甲 | 即时\n      去向:\n        乙: 丙\n        丁: 戊\n",
        "说明:\n  R702: 乙\n  R701: 甲\n\n优化前:\n  流程:\n    - 环节: 甲 | 即时\n      去向:\n        乙: 丙\n        丁: 戊\n",
    ),
    "two blanks a level, lists under their key": (
        MATTER,
        "问题:\n- 甲 | 乙\n依据:\n     法律:\n     -   丙\n     -   丁\n",
        "依据:\n  法律:\n    - 丙\n    - 丁\n问题:\n  - 甲 | 乙\n",
    ),
    "brackets become lines, empty ones stay": (
        MATTER,
        "相对人: [企业, 个人]\n依据: {法律: [甲, 乙]}\n出具: []\n说明: {}\n",
        "依据:\n  法律:\n    - 甲\n    - 乙\n相对人:\n  - 企业\n  - 个人\n出具: []\n说明: {}\n",
    ),
    "blocks side by side and one after the other": (
        MATTER,
        "优化前:\n  流程:\n  - 并联:\n    - 甲|即时\n    - 依次: [乙|即时, 丙|即时]\n",
        "优化前:\n  流程:\n    - 并联:\n        - 甲 | 即时\n        - 依次:\n            - 乙 | 即时\n            - 丙 | 即时\n",
    ),
    "a value comes up to its key": (MATTER, "名称:\n   甲\n条件:\n  -\n    乙\n", "名称: 甲\n条件:\n  - 乙\n"),
    "a text broken over lines is one line, one with line breaks a block": (
        MATTER,
        '名称: 甲\n  乙\n备注: "丙\\n丁\\n"\n地点: >-\n  戊\n\n  己\n',
        "名称: 甲 乙\n地点: |-\n  戊\n  己\n备注: |-\n  丙\n  丁\n",
    ),
    "quotes stay only where YAML needs them": (
        MATTER,
        "名称: '甲'\n备注: '乙: 丙'\n地点: \"#5号\"\n\"编码\": '010'\n",
        '名称: 甲\n编码: 010\n地点: "#5号"\n备注: "乙: 丙"\n',
    ),
    "one empty line at most, none at the beginning of a list, one before each version": (
        MATTER,
        "\n\n名称: 甲\n\n\n条件:\n\n  - 乙\n\n\n  - 丙\n优化前:\n  时限: 无\n优化后: 不变\n\n\n",
        "名称: 甲\n\n条件:\n  - 乙\n\n  - 丙\n\n优化前:\n  时限: 无\n\n优化后: 不变\n",
    ),
    "line ends, blanks at the end, marks of the document": (
        MATTER,
        "\ufeff---\r\n名称: 甲  \r\n条件: 乙\t\r\n...\r\n",
        "名称: 甲\n条件: 乙\n",
    ),
    "a wide line is not broken": (MATTER, f"条件: {'很长' * 80}\n", f"条件: {'很长' * 80}\n"),
    "the author chooses between line and list, row and keys": (
        MATTER,
        "出具: 甲、乙\n条件:\n  - 丙\n收费:\n  - 项目: 丁\n    标准: 戊\n  - 己 | 庚\n",
        "出具: 甲、乙\n收费:\n  - 项目: 丁\n    标准: 戊\n  - 己 | 庚\n条件:\n  - 丙\n",
    ),
    "an empty key and an empty value": (MATTER, "? \n: 甲\n名称:\n", '名称:\n"": 甲\n'),
    "a list in a list": (MATTER, "甲:\n- - 乙\n  - 丙\n", "甲:\n  -\n    - 乙\n    - 丙\n"),
    "nothing at all": (MATTER, "{}", "{}\n"),
    "a plan": (
        PLAN,
        "阶段:\n- 甲｜2018-1-5\n部门:\n  乙组: 丙、 丁\n  甲组: 戊\n目标: {联审联批: １５ 个工作日, 压缩: 1/３}\n",
        "部门:\n  乙组: 丙、丁\n  甲组: 戊\n阶段:\n  - 甲 | 2018-01-05\n目标:\n  压缩: 1/3\n  联审联批: 15工作日\n",
    ),
    "a department": (
        DEPARTMENT,
        "编制: {改革后: ８, 改革前: 9}\n领导职数: ３\n内设机构: 甲、 乙\n外部机构:\n  中介:\n  - 公开: 是\n    名称: 丙\n",
        "内设机构: 甲、乙\n编制:\n  改革前: 9\n  改革后: 8\n领导职数: 3\n外部机构:\n  中介:\n    - 名称: 丙\n      公开: 是\n",
    ),
    "offices as rows": (DEPARTMENT, "内设机构: 甲|审批|新设\n", "内设机构: 甲 | 审批 | 新设\n"),
    "a project": (
        PROJECT,
        "优化后: 甲|乙|7 工作日\n优化前:\n- 先办: 丁\n  办理: 甲\n名称: 丙\n",
        "名称: 丙\n\n优化前:\n  - 办理: 甲\n    先办: 丁\n\n优化后: 甲 | 乙 | 7工作日\n",
    ),
    "a calendar": (
        CALENDAR,
        "上班: 无\n放假: [2027-1-1～2027-1-3, ２０２７-２-５]\n年份: ２０２７\n",
        "年份: 2027\n放假:\n  - 2027-01-01~2027-01-03\n  - 2027-02-05\n上班: 无\n",
    ),
}


@pytest.mark.parametrize(("shape", "before", "after"), LAYOUTS.values(), ids=LAYOUTS)
def test_the_layout_is_one(shape: Shape, before: str, after: str) -> None:
    """Before and after."""
    assert tidied(before, shape) == after


# ----------------------------------------------------------------------------------------- spelling


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("法定时限: ２０ 个工作日（《行政许可法》第42条）", "法定时限: 20工作日(《行政许可法》第42条)"),
        ("法定时限: 20工作日(《甲》（试行）第５条)", "法定时限: 20工作日(《甲》（试行）第５条)"),
        ("类型:  行政审批事项 ", "类型: 行政审批事项"),
        ("相对人: 企业、 个人", "相对人: 企业、个人"),
        ("年办件量: ７６０", "年办件量: 760"),
        ("收费: 工本费｜每证4元", "收费: 工本费 | 每证4元"),
        ("收费: 工本费||依据", "收费: 工本费 | | 依据"),
        ("问题: 甲|乙|丙、 丁", "问题: 甲 | 乙 | 丙、丁"),
        # As typed: names and sentences are printed as they stand.
        ("名称: 证明（含注销）开具", "名称: 证明（含注销）开具"),
        ("备注: 甲|乙｜丙、 丁 20 个工作日", "备注: 甲|乙｜丙、 丁 20 个工作日"),
        ("条件: 甲、 乙", "条件: 甲、 乙"),
        # What is wrong stays for its finding.
        ("法定时限: ２０天", "法定时限: ２０天"),
        ("年办件量: 约２００", "年办件量: 约200"),
        ("类型: 行政审批", "类型: 行政审批"),
        ("公开: yes", "公开: yes"),
    ],
)
def test_what_means_the_same_is_spelt_the_same(before: str, after: str) -> None:
    """By the kind of the key."""
    assert tidied(f"{before}\n") == f"{after}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("受理｜综合股、 业务股｜１个工作日｜形式审查、 现场核查 （２人以上、法定）", "受理 | 综合股、业务股 | 1工作日 | 形式审查、现场核查(2人以上、法定)"),
        ("受理|2小时", "受理 | 2小时"),
        ("听证|不计时限（听证）|开会（上午）", "听证 | 不计时限(听证) | 开会（上午）"),
        ("听证|２０个工作日不计时限（《甲》第5条）", "听证 | 20工作日不计时限(《甲》第5条)"),
        ("社区（村）受理|社区（村）|即时", "社区（村）受理 | 社区（村） | 即时"),
        ("甲|乙|丙|丁", "甲 | 乙 | 丙 | 丁"),
    ],
)
def test_the_cells_of_a_step_are_spelt_by_what_they_are(before: str, after: str) -> None:
    """The limit is the hinge here too; without one only the bars are put right."""
    assert tidied(f"优化前:\n  流程:\n    - {before}\n") == f"优化前:\n  流程:\n    - {after}\n"
    assert tidied(f"优化前:\n  流程:\n    - 环节: {before}\n") == f"优化前:\n  流程:\n    - 环节: {after}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("申请书（２份）、 照片(6张、可共享)", "申请书(2份)、照片(6张、可共享)"),
        ("申请书（含承诺）(原件1份、 复印件2份)", "申请书（含承诺）(原件1份、复印件2份)"),
        ("户口簿（２份）（可共享）", "户口簿(2份)(可共享)"),
        ("申请书（2份、盖章）", "申请书（2份、盖章）"),
    ],
)
def test_facts_in_brackets_are_folded_and_names_are_not(before: str, after: str) -> None:
    """On a line and in a list; a bracket with facts and other words stays for its finding."""
    assert tidied(f"优化前:\n  材料: {before}\n") == f"优化前:\n  材料: {after}\n"
    if "、 照片" not in before:
        assert tidied(f"优化前:\n  材料:\n    - {before}\n") == f"优化前:\n  材料:\n    - {after}\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("受理 | 即时", "受理 | 即时"),
        ("否", "否"),
        ("12:30", "12:30"),
        ("甲#乙", "甲#乙"),
        ("", '""'),
        ("甲: 乙", '"甲: 乙"'),
        ("甲:", '"甲:"'),
        ("甲 #乙", '"甲 #乙"'),
        ("-受理", '"-受理"'),
        ("| 甲", '"| 甲"'),
        (" 甲", '" 甲"'),
        ("甲 ", '"甲 "'),
        ("...", '"..."'),
        ('"甲"\\', '"\\"甲\\"\\\\"'),
        ("甲\n乙", '"甲\\n乙"'),
        ("甲\u200b\x07\u2028", '"甲\\u200b\\u0007\\u2028"'),
    ],
)
def test_a_scalar_is_quoted_only_when_needed(text: str, written: str) -> None:
    """And is read back as it was."""
    assert plain(text) == written
    assert data_of(f"键: {written}\n") == {"键": text}
    assert data_of(f"{written}: 值\n") == {text: "值"}


