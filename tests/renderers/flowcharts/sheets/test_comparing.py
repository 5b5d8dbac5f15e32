"""Both versions side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.flowcharts.generator import chart as generated
from renderers.flowcharts import Chart, Comparison, Headline
from renderers.flowcharts.layout.layouts import Layout
from renderers.flowcharts.painting.dot import dot_of
from renderers.flowcharts.sheets.cards import cards
from renderers.flowcharts.sheets.comparing import AFTER, BEFORE, comparison_page, comparison_sheets
from renderers.flowcharts.sheets.paper import LEAST, Paper
from renderers.flowcharts.theme import Kind

HEADLINES = (
    Headline("办理时限", "20个工作日", "13个工作日", "−35%"),
    Headline("办理环节", "4个", "5个", "+25%"),
    Headline("申请材料", "7件", "7件", "不变"),
)


@pytest.fixture
def comparison(chart: Chart) -> Comparison:
    """The chart of the docstring before, and without its side branches after."""
    return Comparison(title="样例事项核发流程优化前后对比", headlines=HEADLINES, before=chart, after=chart)


def test_both_drawings_begin_level(comparison: Comparison) -> None:
    """The box of the start in both, though the second head is higher; and no key is there twice.

    流程: 受理 | 1工作日 | 形式审查
    """
    long = replace(comparison.after, facts=(("单位名称", "某某市某某局" * 20), *comparison.after.facts[1:]))
    page = comparison_page(replace(comparison, after=long), Layout.COLUMN)
    keys = [mark.key for mark in page.marks if mark.key]
    assert len(keys) == len(set(keys)) == 2 * len(comparison.before.boxes)
    rects = {mark.key: mark.rect for mark in page.marks if mark.key}
    assert rects[f"{BEFORE}开始"].y == rects[f"{AFTER}开始"].y
    assert rects[f"{BEFORE}开始"].right < rects[f"{AFTER}开始"].left
    assert dot_of(page).count("->") == 2 * len(comparison.before.arrows)


def test_a_card_says_old_new_and_share() -> None:
    """Less is green, more amber, anything else white; in the middle, in rows where the page is narrow."""
    panel = cards(HEADLINES, 900)
    shares = [mark for mark in panel.block.marks if mark.kind is Kind.SHARE]
    assert [(mark.lines[0].text, mark.status) for mark in shares] == [
        ("−35%", None),
        ("+25%", "调整"),
        ("不变", "保留"),
    ]
    old = [mark.lines[0].text for mark in panel.block.marks if mark.kind is Kind.WAS]
    new = [mark.lines[0].text for mark in panel.block.marks if mark.kind is Kind.NOW]
    assert old == ["20个工作日", "4个", "7件"]
    assert new == ["13个工作日", "5个", "7件"]
    assert cards(HEADLINES, 300).height > panel.height
    assert all(mark.rect.left >= 0 for mark in panel.block.marks)


def test_small_charts_are_on_one_sheet_that_lies(comparison: Comparison) -> None:
    """A3 only if A4 is too small.

    流程: 受理 | 1工作日 | 形式审查
    支线:
      一次告知补正: 无
      不予受理: 无
      不予许可: 无
    """
    (sheet,) = comparison_sheets(comparison, Layout.COLUMN)
    assert sheet.paper in (Paper.A4_LANDSCAPE, Paper.A3_LANDSCAPE)
    assert sheet.scale >= LEAST


def test_long_charts_follow_each_other_under_one_heading() -> None:
    """On the same paper, numbered through, no letter twice; the headline numbers stand over either version."""
    before, after = generated("both/1", 40), generated("both/2", 30)
    comparison = Comparison(title="某事项流程优化前后对比", headlines=HEADLINES, before=before, after=after)
    sheets = comparison_sheets(comparison, Layout.COLUMN)
    assert len(sheets) > 1
    assert len({sheet.paper for sheet in sheets}) == 1
    notes = [{"".join(line.text for line in mark.lines) for mark in sheet.page.marks} for sheet in sheets]
    for number, found in enumerate(notes, 1):
        assert f"第{number}页 共{len(sheets)}页" in found
    titles = [after.title in found for found in notes]
    first = titles.index(True)
    for word in ("某事项流程优化前后对比", "20个工作日", "−35%"):
        assert [index for index, found in enumerate(notes) if word in found] == [0, first]
    letters = [
        {
            mark.lines[0].text
            for sheet in part
            for mark in sheet.page.marks
            if mark.kind is Kind.CONNECTOR and mark.lines
        }
        for part in (sheets[:first], sheets[first:])
    ]
    assert not letters[0] & letters[1]
