"""Lines that stand across a list and head those below."""

from __future__ import annotations

import pytest

from processes.intake.sections import SECTION


@pytest.mark.parametrize(
    "line", ["一、行政许可", "(二)行政处罚", "（十一）其他", "第三章 附则", "第二类", "第一类:行政许可", "第一类行政许可"]
)
def test_a_line_across_a_list_is_known_by_its_number(line: str) -> None:
    """However it is numbered."""
    assert SECTION.match(line)


@pytest.mark.parametrize("name", ["第二类医疗器械经营许可", "建设(一)工程许可", "一次性告知", "三类人员考核"])
def test_a_name_that_holds_a_number_is_none(name: str) -> None:
    """Nor is anything cut out of its middle."""
    assert SECTION.sub("", name) == name
