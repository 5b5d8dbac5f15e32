"""Where a finding or a value stands: file, line and column of the very thing, in characters from 1."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from processes.model.places import Place
from tests.declaring import DEPARTMENT_FILE, MATTER_FILE, PLAN_FILE, Declared, position, step_named


def test_a_cell_of_a_row(declared: Declared) -> None:
    """优化前:
      时限: 9工作日
      流程:
        - 受理 | 综合古 | 1工作日 | 形式审查
        - 审查 |  业务古/甲岗  |5工作日|材料审核
        - 环节: 决定 | 局长们 | 2工作日 | 局长签批
      材料: 无
    """
    assert [position(found.place) for found in declared.findings if found.code == "S102"] == ["4:12", "5:13", "6:16"]


def test_a_part_of_a_one_line_list(declared: Declared) -> None:
    """相对人: 企业、  公司、个人、农户"""
    assert [position(found.place) for found in declared.findings] == ["1:11", "1:17"]


def test_a_line_of_a_list(declared: Declared) -> None:
    """相对人:
      - 企业
      -   公司
    """
    assert position(declared.found("D105").place) == "3:7"


@pytest.mark.parametrize(
    ("value", "column"),
    [
        ("企业、公司", 9),
        ('"企业、公司"', 10),
        ("'企业、公司'", 10),
        ('"企业、\\u516c司"', 6),
        ("'企业、公司''s'", 6),
    ],
)
def test_a_quoted_text(value: str, column: int, declare: Callable[[str], Declared]) -> None:
    """Inside the quotes; where escapes hide the columns, the place is where the text begins."""
    declared = declare(f"相对人: {value}\n")
    assert position(declared.found("D105").place) == f"1:{column}"


@pytest.mark.parametrize("text", ["企业、\n  公司", "|\n  企业、公司", ">-\n  企业、公司", "'企业、\n\n  公司'"])
def test_a_text_on_several_lines(text: str, declare: Callable[[str], Declared]) -> None:
    """The place is where the text begins: its mark, quote or first character."""
    declared = declare(f"相对人: {text}\n")
    assert position(declared.found("D105").place) == "1:6"


def test_full_width_forms_count_one_column_each(declared: Declared) -> None:
    """优化前:
      时限: １０工作日
      流程:
        - 受理｜综合股｜１工作日｜形式审查（法定）、材料登记（２人以上）
        - 审查　｜　业务古　｜５工作日｜材料审核
      材料: 申请书（２份）、身份证
    """
    assert position(declared.found("S102").place) == "5:12"


def test_what_lies_beyond_the_basic_plane_counts_one_column(declared: Declared) -> None:
    """相对人: 𠮷、公司"""
    assert [position(found.place) for found in declared.findings if found.code != "Y107"] == ["1:6", "1:8"]


def test_a_key(declared: Declared) -> None:
    """窗口号: 5
    优化后:
      时线: 5工作日
    """
    assert [position(found.place) for found in declared.findings] == ["1:1", "3:3"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("优化前:\n  流程:\n    - 受理 | 综合股 | 1工作日 | 形式审查\n  材料: 无\n", "1:1"),
        ("备注: 甲\n法定时限:\n  起算: 受理之日\n", "2:1"),
        ("优化前:\n  时限: 1工作日\n  材料: 无\n  流程:\n    - 承办: 综合股\n      时限: 1工作日\n", "5:7"),
        ("优化前:\n  时限: 1工作日\n  流程: 受理 | 综合股 | 1工作日 | 审查\n  材料:\n    - 份数: 2份\n", "5:7"),
    ],
)
def test_what_is_missing_is_missed_at_the_key_above(text: str, place: str, declare: Callable[[str], Declared]) -> None:
    """The key under which it should stand, in a list the item."""
    assert position(declare(text).found("D102").place) == place


def test_what_is_missing_at_the_top_is_missed_at_the_first_key(declared: Declared) -> None:
    """# 不要: 出具

    备注: 甲
    """
    assert position(declared.found("D102").place) == "3:1"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("备注:\n", "1:4"),
        ("备注: ''\n", "1:6"),
        ("备注: ~\n", "1:5"),
        ("备注: null\n", "1:5"),
        ("优化后:\n  材料:\n  时限: 5工作日\n", "2:6"),
        ("条件:\n  - 甲\n  -\n", "3:4"),
        ("相对人: 企业、、个人\n", "1:9"),
        ("收费: 工本费 | | 省文件\n", "1:10"),
    ],
)
def test_an_empty_value_is_reported_where_it_should_stand(
    text: str, place: str, declare: Callable[[str], Declared]
) -> None:
    """Behind the colon, the dash, the 、 or the bar."""
    assert position(declare(text).found("D103").place) == place


def test_a_reference_shows_both_ends(declared: Declared) -> None:
    """出具: 甲证
    备注: 乙
    出具: 丙证
    """
    found = declared.found("Y218")
    assert [position(place) for place in (found.place, *found.related)] == ["3:1", "1:1"]


def test_every_part_of_a_step_knows_its_place(declared: Declared) -> None:
    """优化前:
      时限: 9工作日
      流程:
        - 受理 | 综合股、业务股 | 1工作日 | 形式审查、登记
        - 环节: 审查 | 5工作日
          承办: 业务股
          程序:
            - 材料审核
            - 名称: 现场核查
              人数: 2
        - 决定 | 局领导 | 即时 | 局长签批
      材料:
        - 申请书
        - 名称: 身份证
          来源: 公安局
    """
    accept, review = step_named(declared.before, "受理"), step_named(declared.before, "审查")
    assert [position(holder.place) for holder in accept.holders] == ["4:12", "4:16"]
    assert [position(act.place) for act in accept.procedures] == ["4:29", "4:34"]
    assert position(accept.at("limit")) == "4:22"
    assert position(accept.at("name")) == "4:7"
    assert [position(act.place) for act in review.procedures] == ["8:11", "9:11"]
    assert position(review.at("limit")) == "5:16"
    assert position(review.at("name")) == "5:11"
    assert [position(material.place) for material in declared.matter.before.materials] == ["13:7", "14:7"]


def test_line_breaks_of_any_kind_count_as_one_line(declare: Callable[[str], Declared]) -> None:
    """Windows, and the old Macintosh."""
    text = "备注: 甲\n年办件量: 约200\n"
    for line_break in ("\n", "\r\n", "\r"):
        declared = declare(text.replace("\n", line_break))
        found = declared.found("D107")
        assert position(found.place) == "2:7"
        assert declared.checked.texts[MATTER_FILE].split("\n")[1].strip() == "年办件量: 约200"


def test_a_finding_tells_how_wide_the_fault_is(declare: Callable[[str], Declared]) -> None:
    """From its place on, for the line of carets."""
    for text, width in (("相对人: 企业、公司\n", 2), ("年办件量: 约200\n", 4), ("时线: 1\n", 2), ("公开: yes\n", 3)):
        (found,) = declare(text).findings
        assert found.width == width


def test_every_file_is_named_by_its_path_from_the_project(declared: Declared) -> None:
    """==> 方案.yaml <==
    印发: 昨天
    ==> 示范局/单位.yaml <==
    编制: 很多
    ==> 示范局/01-示范事项.yaml <==
    公开: yes
    ==> 联审联批/01-示范项目.yaml <==
    上限: 15
    ==> 日历/2027.yaml <==
    年份: 明年
    """
    files = [found.place.file for found in declared.findings if found.code.startswith("D")]
    assert files == sorted(
        [PLAN_FILE, DEPARTMENT_FILE, MATTER_FILE, "联审联批/01-示范项目.yaml", "日历/2027.yaml"]
    )


def test_places_are_ordered_by_file_line_and_column() -> None:
    """So are findings."""
    places = [Place("乙", 1, 1), Place("甲", 10, 1), Place("甲", 2, 30), Place("甲", 2, 4)]
    assert [str(place) for place in sorted(places)] == ["乙:1:1", "甲:2:4", "甲:2:30", "甲:10:1"]
