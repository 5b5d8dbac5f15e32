"""What the shipped fonts lack is told where it stands first."""

from __future__ import annotations

from tests.declaring import Declared, position


def test_a_character_is_told_once_a_file_with_its_place_and_its_number(declared: Declared) -> None:
    """备注: 由龘镇代办,龘镇盖章"""
    found = declared.found("Y107")
    assert position(found.place) == "1:6"
    assert found.message == "「龘」(U+9F98)不在随附的字体里,图上显示为“〓”,这个文件里共 2 处"
    assert declared.codes == ["Y107"]


def test_a_character_beyond_the_basic_plane(declared: Declared) -> None:
    """备注: 见附件😀"""
    found = declared.found("Y107")
    assert position(found.place) == "1:8"
    assert found.message == "「😀」(U+1F600)不在随附的字体里,图上显示为“〓”"


def test_in_a_key_it_is_told_too(declared: Declared) -> None:
    """优化前:
      时限: 9工作日
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 决定 | 局领导 | 2工作日 | 局长签批
          去向:
            龘: 受理
    """
    assert position(declared.found("Y107").place) == "7:9"


def test_a_comment_may_say_what_it_likes(declared: Declared) -> None:
    """备注: 无误 # 龘镇已核对😀"""
    assert declared.findings == ()


def test_other_findings_of_the_line_are_told_too(declared: Declared) -> None:
    """优化前:
      时限: 9工作日
      流程:
        - 龘查 | 综合古 | 1工作日 | 形式审查
        - 决定 | 局领导 | 2工作日 | 局长签批
    """
    assert {"Y107", "S102"} <= set(declared.codes)
