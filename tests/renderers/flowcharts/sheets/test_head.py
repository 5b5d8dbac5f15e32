"""The head of a page."""

from __future__ import annotations

import pytest

from renderers.flowcharts.measure import width
from renderers.flowcharts.sheets.head import FACT_SIZE, head, short_head, title_block
from renderers.flowcharts.theme import Kind

LONG = "海林市公安局交通警察大队海林镇交通警察中队驾驶证管理股"
FACTS = (
    ("单位名称", "海林市民政局"),
    ("事项名称", "取水许可"),
    ("承办内设机构", "行政审批股"),
    ("法定时限", "20个工作日"),
    ("承诺时限", "20个工作日 → 13个工作日"),
    ("监督电话", "0453-5550900"),
)


def cells(facts: tuple[tuple[str, str], ...], wide: float) -> list[tuple[str, ...]]:
    """The lines of each value."""
    return [
        tuple(line.text for line in mark.lines)
        for mark in title_block(facts, wide).block.marks
        if mark.kind is Kind.FACT
    ]


def test_short_facts_stand_in_one_row_as_wide_as_the_page() -> None:
    """Six cells, each with its label above."""
    marks = title_block(FACTS, 800).block.marks
    values = [mark for mark in marks if mark.kind is Kind.FACT]
    assert len({mark.rect.y for mark in values}) == 1
    assert values[0].rect.left == pytest.approx(0)
    assert values[-1].rect.right == pytest.approx(800)
    assert cells(FACTS, 800) == [(value,) for _, value in FACTS]


@pytest.mark.parametrize("wide", [470.0, 620.0, 1100.0])
def test_long_values_wrap_inside_their_cells(wide: float) -> None:
    """Names of real departments and offices are long; telephone numbers are not broken for them."""
    facts = (("单位名称", LONG), ("事项名称", LONG * 2), ("承办内设机构", f"{LONG}、{LONG}"), *FACTS[3:])
    for mark in title_block(facts, wide).block.marks:
        assert mark.rect.left >= -0.01
        assert mark.rect.right <= wide + 0.01
        assert all(width(line.text, line.size) <= mark.rect.width for line in mark.lines)
        assert len(mark.lines) * FACT_SIZE <= mark.rect.height
    assert ("0453-5550900",) in cells(facts, wide)
    assert ("20个工作日",) in cells(facts, wide)


def test_a_narrow_page_has_several_rows() -> None:
    """Rather than broken numbers."""
    marks = title_block(FACTS, 300).block.marks
    assert len({mark.rect.y for mark in marks if mark.kind is Kind.FACT}) > 1
    assert cells(FACTS, 300)[-1] == ("0453-5550900",)


def test_what_was_not_declared_is_a_blank_to_be_written_in() -> None:
    """The label is there, the cell is empty."""
    assert cells((("监督电话", ""),), 300) == [("",)]


def test_without_facts_there_is_only_the_title() -> None:
    """Nothing under it."""
    assert len(head("图", (), 300).block.marks) == 1


def test_the_pages_after_the_first_say_so() -> None:
    """In a smaller title."""
    (mark,) = short_head("取水许可工作流程图", 500).block.marks
    assert [line.text for line in mark.lines] == ["取水许可工作流程图(续)"]
    assert short_head("图", 500).height < head("图", (), 500).height
