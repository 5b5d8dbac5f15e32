"""Charts on paper."""

from __future__ import annotations

import pytest

from benchmarks.flowcharts.generator import chart as generated
from renderers.flowcharts import Chart
from renderers.flowcharts.geometry import Rect, around
from renderers.flowcharts.layout.layouts import Layout
from renderers.flowcharts.sheets.paper import EDGES, TIGHT, Margins, Paper, Sheet
from renderers.flowcharts.sheets.printing import sheets_of
from renderers.flowcharts.theme import Kind

ROUNDING = 0.01
SEEDS = [f"print/{number}" for number in range(8)]


def texts(sheet: Sheet, kind: Kind) -> list[str]:
    """The texts of all marks of a kind."""
    return ["".join(line.text for line in mark.lines) for mark in sheet.page.marks if mark.kind is kind]


def test_a_short_chart_is_one_upright_sheet_of_a4_in_its_own_size(chart: Chart) -> None:
    """Where there is no other page, it has no number.

    支线:
      一次告知补正: 无
      不予受理: 无
      不予许可: 无
    流程: 受理 | 1工作日 | 形式审查
    """
    (sheet,) = sheets_of(chart, Layout.COLUMN)
    assert sheet.paper is Paper.A4_PORTRAIT
    assert sheet.scale == 1.0
    assert not [text for text in texts(sheet, Kind.NOTE) if "页" in text]
    assert texts(sheet, Kind.TITLE) == ["样例事项核发工作流程图(优化前)"]


def test_sheets_for_word_have_no_number(chart: Chart) -> None:
    """Word has its own.

    流程: 受理 | 1工作日 | 形式审查
    """
    (sheet,) = sheets_of(chart, Layout.COLUMN, numbered=False)
    assert not [text for text in texts(sheet, Kind.NOTE) if "页" in text]


def test_wide_margins_make_the_page_smaller(chart: Chart) -> None:
    """What stands on paper stands between them.

    流程: 受理 | 1工作日 | 形式审查
    """
    (sheet,) = sheets_of(chart, Layout.COLUMN, Margins(100, 150, 100, 150))
    assert (sheet.left, sheet.top) == (150, 100)
    assert sheet.page.width * sheet.scale == pytest.approx(sheet.paper.width - 300)


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("seed", SEEDS)
def test_every_sheet_holds_what_is_on_it(seed: str, layout: Layout) -> None:
    """Between the margins; head on the first, legend on the last; numbered where there are several."""
    sheets = sheets_of(generated(seed), layout)
    for number, sheet in enumerate(sheets, 1):
        page = sheet.page
        whole = Rect(page.width / 2, page.height / 2, page.width, page.height)
        assert all(around((whole, mark.rect)) == whole for mark in page.marks)
        assert all(around((whole, piece.rect)) == whole for route in page.routes for piece in route.segments)
        room = sheet.paper.room(EDGES)
        assert page.width * sheet.scale <= room[0] + 0.01
        assert page.height * sheet.scale <= room[1] + 0.01
        assert (f"第{number}页 共{len(sheets)}页" in texts(sheet, Kind.NOTE)) == (len(sheets) > 1)
        assert bool(texts(sheet, Kind.FACT)) == (number == 1)
        assert ("图例：" in texts(sheet, Kind.NOTE)) == (number == len(sheets))
        (title,) = texts(sheet, Kind.TITLE)
        assert title.endswith("(续)") == (number > 1)


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("seed", SEEDS)
def test_no_two_texts_of_a_sheet_stand_on_each_other(seed: str, layout: Layout) -> None:
    """Title, facts, legend, notes, page number and drawing."""
    for sheet in sheets_of(generated(seed), layout):
        marks = [mark for mark in sheet.page.marks if mark.lines and mark.kind in (Kind.NOTE, Kind.TITLE, Kind.FACT)]
        for index, mark in enumerate(marks):
            assert not any(mark.rect.meets(other.rect, -ROUNDING) for other in marks[:index]), mark
        boxes = [mark.rect for mark in sheet.page.marks if mark.key]
        assert not any(mark.rect.meets(box) for mark in marks for box in boxes)


def test_charts_can_be_read_on_paper_wherever_they_can_be_cut() -> None:
    """Units and limits in at least 6.5 pt on all but a few: very wide charts have no better paper."""
    sheets = [sheet for seed in SEEDS for sheet in sheets_of(generated(seed), Layout.COLUMN)]
    assert sum(sheet.scale >= TIGHT for sheet in sheets) >= 0.9 * len(sheets)
