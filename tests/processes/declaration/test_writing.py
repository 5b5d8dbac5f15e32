"""Canonical writing: how a declaration looks afterwards, where its comments stand, that nothing else changes."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml

from processes.declaration.calendar_file import CALENDAR
from processes.declaration.commented import read_commented
from processes.declaration.department_file import DEPARTMENT
from processes.declaration.folder import declaration_files
from processes.declaration.matter_keys import MATTER
from processes.declaration.plan_file import PLAN
from processes.declaration.project_file import PROJECT
from processes.declaration.rewriting import Rewritten, rewrite
from processes.declaration.shapes import Shape
from processes.declaration.writing import format_text, plain
from tests.scribbling import documents, sample_matters
from tests.untidy import Data, Untidy

SAMPLES = Path(__file__).parents[3] / "samples"
PROJECTS = [root for root in sorted(SAMPLES.iterdir()) if (root / "方案.yaml").is_file()]
FILES = [(root, file, shape) for root in PROJECTS for file, shape in declaration_files(root).items()]


def data_of(text: str) -> Data:
    """Texts, lists and dictionaries."""
    data: Data = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - every value stays a text
    return data


def tidied(text: str, shape: Shape = MATTER) -> str:
    """The canonical form of a text, proven and stable."""
    rewritten = rewrite(text.encode(), "示范局/01-示范事项.yaml", shape)
    assert not rewritten.findings
    assert not rewritten.unproven
    assert format_text(rewritten.after, shape) == rewritten.after
    return rewritten.after


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


# ----------------------------------------------------------------------------------------- comments

COMMENTS = {
    "the head stays, even when the first key goes": (
        "# yaml-language-server: $schema=事项.json\n# 来源\n类型: 其他事项 # 二\n# 一\n名称: 甲\n",
        "# yaml-language-server: $schema=事项.json\n# 来源\n\n# 一\n名称: 甲\n类型: 其他事项  # 二\n",
    ),
    "a group set off from the head goes with the first key": (
        "# 来源\n\n# 二\n类型: 其他事项\n名称: 甲\n",
        "# 来源\n\n名称: 甲\n# 二\n类型: 其他事项\n",
    ),
    "but not the line for the editor": (
        "# 来源\n\n# yaml-language-server: $schema=事项.json\n类型: 其他事项\n名称: 甲\n",
        "# 来源\n\n# yaml-language-server: $schema=事项.json\n名称: 甲\n类型: 其他事项\n",
    ),
    "before a key, with its empty lines": (
        "类型: 其他事项\n\n# 一\n\n# 一\n名称: 甲\n",
        "# 一\n\n# 一\n名称: 甲\n类型: 其他事项\n",
    ),
    "beside a key whose value is below": (
        "条件:   # 一\n- 甲   # 二\n- 乙# 丙\n",
        "条件:  # 一\n  - 甲  # 二\n  - 乙# 丙\n",
    ),
    "between a key and its value": ("名称: # 一\n  # 二\n  甲 # 三\n", "# 一\n# 二\n名称: 甲  # 三\n"),
    "at the end of a list": (
        "优化前:\n  材料:\n    - 甲\n    # 表尾\n  # 版尾\n# 优化后\n优化后: 不变\n# 文尾\n",
        "优化前:\n  材料:\n    - 甲\n    # 表尾\n  # 版尾\n\n# 优化后\n优化后: 不变\n# 文尾\n",
    ),
    "an end stays the end when keys move": (
        "优化前:\n  材料: 无\n  时限: 无\n  # 版尾\n",
        "优化前:\n  时限: 无\n  材料: 无\n  # 版尾\n",
    ),
    "a key commented out under a row": (
        "优化前:\n  流程:\n  - 甲 | 即时\n    # 沿自: 丙\n  - 乙 | 即时\n",
        "优化前:\n  流程:\n    - 甲 | 即时\n      # 沿自: 丙\n    - 乙 | 即时\n",
    ),
    "a line commented out under an empty key": (
        "材料清单:\n  # - 甲\n出具: 无\n",
        "出具: 无\n材料清单:\n  # - 甲\n",
    ),
    "on the way out, none goes further in again": (
        "优化前:\n  材料:\n    - 甲\n  # 版尾\n      # 二\n优化后: 不变\n",
        "优化前:\n  材料:\n    - 甲\n  # 版尾\n  # 二\n\n优化后: 不变\n",
    ),
    "at odd indentation": (
        "依据:\n      # 一\n  法律: 甲\n # 二\n  行政法规: 乙\n",
        "依据:\n  # 一\n  法律: 甲\n  # 二\n  行政法规: 乙\n",
    ),
    "behind a dash": ("条件:\n  - # 一\n    甲\n  - 乙\n", "条件:\n  # 一\n  - 甲\n  - 乙\n"),
    "over a key that becomes the first of its line": (
        "收费:\n  # 零\n\n  - 标准: 乙 # 二\n    # 一\n    项目: 甲\n\n  - # 三\n    标准: 丁\n    # 四\n    项目: 丙\n",
        "收费:\n  # 零\n\n  # 一\n  - 项目: 甲\n    标准: 乙  # 二\n\n  # 三\n  # 四\n  - 项目: 丙\n    标准: 丁\n",
    ),
    "in brackets and behind them": (
        "相对人: [ # 零\n  企业, # 一\n  # 二\n  个人\n  # 三\n  ] # 四\n出具: {} # 五\n条件: [甲, {乙: 丙}] # 六\n",
        "# 零\n相对人:  # 四\n  - 企业  # 一\n  # 二\n  - 个人\n  # 三\n出具: {}  # 五\n条件:  # 六\n  - 甲\n  - 乙: 丙\n",
    ),
    "behind a mapping in brackets that is a line": (
        "收费:\n  - {标准: 乙, 项目: 甲} # 一\n",
        "收费:\n  - 项目: 甲  # 一\n    标准: 乙\n",
    ),
    "a line commented out at the end of a list that is not indented": (
        "优化前:\n  材料:\n  - 甲\n  # - 乙\n  # 丙\n  时限: 无\n",
        "优化前:\n  # 丙\n  时限: 无\n  材料:\n    - 甲\n    # - 乙\n",
    ),
    "the whole in brackets": ("{名称: 甲, # 一\n# 二\n}\n# 三\n", "名称: 甲  # 一\n# 二\n# 三\n"),
    "beside and behind a block of lines": (
        "地点: | # 一\n  甲\n  # 不是注释\n# 二\n备注: |-\n  乙\n # 三\n名称: 丙\n",
        "名称: 丙\n地点: |-  # 一\n  甲\n  # 不是注释\n# 二\n备注: 乙\n  # 三\n",
    ),
    "signs that are no comments": (
        "名称: 甲#乙\n地点: '丙 # 丁' # 一 # 二\n备注: \"戊 # 己\"#三\n",
        '名称: 甲#乙\n地点: "丙 # 丁"  # 一 # 二\n备注: "戊 # 己"  #三\n',
    ),
    "beside the mark of a document": ("--- # 一\n名称: 甲\n... # 二\n# 三\n", "# 一\n名称: 甲  # 二\n# 三\n"),
    "two beside one value": ("名称: [ # 一\n] # 二\n", "# 一\n名称: []  # 二\n"),
    "under a list in a list": (
        "甲:\n- - 乙 # 一\n  # 二\n# 三\n",
        "甲:\n  -\n    - 乙  # 一\n    # 二\n# 三\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), COMMENTS.values(), ids=COMMENTS)
def test_a_comment_stays_with_what_it_is_about(before: str, after: str) -> None:
    """What stands before, beside, under, at the head and at the end."""
    assert tidied(before) == after


# ------------------------------------------------------------------------------------------- safety


def left_alone(text: str) -> Rewritten:
    """A file that is not rewritten."""
    rewritten = rewrite(text.encode(), "示范局/01-示范事项.yaml", MATTER)
    assert rewritten.after == ""
    assert not rewritten.changed
    return rewritten


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("名称： 甲\n", "Y106"),
        ("名称: 甲\n时限：乙\n丙: 丁\n", "Y202"),
        ("名称: 甲\n名称: 乙\n", "Y218"),
        ("名称: &a 甲\n", "Y210"),
        ("名称: 甲\n---\n名称: 乙\n", "Y215"),
        ("条件:\n  -甲\n", "Y203"),
        ("", "Y105"),
        ("名称: 甲\x00\n", "Y104"),
        ("收费:\n  项目: 甲 | 乙\n  标准: 丙\n", "D110"),
        ("优化前:\n  流程:\n    - 环节：受理 | 即时\n", "Y202"),
    ],
)
def test_what_cannot_be_read_or_says_a_thing_twice_is_left_alone(text: str, code: str) -> None:
    """With its findings."""
    rewritten = left_alone(text)
    assert code in [finding.code for finding in rewritten.findings]
    assert not rewritten.unproven


def test_a_row_that_would_become_too_long_is_left_alone() -> None:
    """The blanks around its bars would take it over the limit: it would not be read any more."""
    assert left_alone("收费: " + "|".join(("甲" * 499, "乙" * 499, "")) + "\n").unproven


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("名称: 示范事项\n".encode("gb18030"), "GB18030"),
        ("名称: 示范事项\n".encode("utf-16"), "UTF-16"),
        ("\ufeff名称: 示范事项\n".encode(), ""),
        ("名称: 示范事项\r\n".encode(), ""),
    ],
)
def test_a_file_becomes_plain_utf8(content: bytes, encoding: str) -> None:
    """Whatever it was; without a mark, with LF."""
    rewritten = rewrite(content, "示范局/01-示范事项.yaml", MATTER)
    assert (rewritten.after, rewritten.encoding, rewritten.changed) == ("名称: 示范事项\n", encoding, True)


@pytest.mark.parametrize(("root", "file", "shape"), FILES, ids=[f"{root.name}/{file}" for root, file, _ in FILES])
def test_the_samples_are_canonical(root: Path, file: str, shape: Shape) -> None:
    """To the byte."""
    content = (root / file).read_bytes()
    rewritten = rewrite(content, file, shape)
    assert rewritten.after.encode() == content
    assert not rewritten.changed


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize(("root", "file", "shape"), FILES, ids=[f"{root.name}/{file}" for root, file, _ in FILES])
def test_however_untidy_the_declaration_stays_the_same(root: Path, file: str, shape: Shape, seed: int) -> None:
    """Keys shuffled, any style, comments and empty lines anywhere: proven equal, stable, no comment lost or doubled."""
    data = data_of((root / file).read_text("utf-8"))
    dice = random.Random(f"{file} {seed}")  # noqa: S311 - nothing secret
    untidy = Untidy(dice)
    text = untidy.document(data)
    if dice.random() < 0.3:
        text = "\ufeff" * dice.randrange(2) + text.replace("\n", "\r\n")
    rewritten = rewrite(text.encode(), file, shape)
    assert not rewritten.findings
    assert not rewritten.unproven
    assert format_text(rewritten.after, shape) == rewritten.after
    assert read_commented(rewritten.after).comments() == sorted(untidy.comments)


def test_a_tidied_sample_is_the_sample() -> None:
    """Only its style was lost: where no comment was added and no name was widened, all comes back."""
    for root, file, shape in FILES:
        text = (root / file).read_text("utf-8")
        flow = yaml.dump(data_of(text), allow_unicode=True, default_flow_style=True, width=60, sort_keys=False)
        lines = [line for line in text.split("\n") if line.strip() and not line.startswith("#")]
        found = [line for line in format_text(flow, shape).split("\n") if line.strip()]
        assert found == lines, file


def test_no_document_is_rewritten_into_another() -> None:
    """Mutations of good ones and scribbles: read and proven, or left alone."""
    for content in documents(sample_matters(), 400, seed=3):
        rewritten = rewrite(content, "示范局/01-示范事项.yaml", MATTER)
        assert not rewritten.unproven, content
        if rewritten.after:
            assert format_text(rewritten.after, MATTER) == rewritten.after
