"""Long drawings on the screen."""

from __future__ import annotations

from renderers.flowcharts import Chart
from renderers.flowcharts.layout.column.drawing import drawn
from renderers.flowcharts.layout.layouts import Layout
from renderers.flowcharts.sheets.columns import TALL, UPRIGHT, columns, hint
from renderers.flowcharts.sheets.letters import Place
from renderers.flowcharts.sheets.page import page_of
from renderers.flowcharts.theme import Kind


def test_a_drawing_that_can_be_read_on_a_sheet_stays_whole(chart: Chart) -> None:
    """No connector.

    流程: 受理 | 1工作日 | 形式审查
    """
    drawing = drawn(chart)
    found = columns(drawing)
    assert found.height == drawing.frame.height < TALL
    assert not found.letters


def test_a_longer_one_stands_in_columns_that_are_no_taller_than_a_sheet(chart: Chart) -> None:
    """Each cut has a letter, said in the legend once.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 环节: 甲 | 1工作日 | 审查
      - 环节: 乙 | 1工作日 | 审查
      - 环节: 丙 | 1工作日 | 审查
      - 环节: 丁 | 1工作日 | 审查
      - 环节: 戊 | 1工作日 | 审查
      - 环节: 己 | 1工作日 | 审查
      - 环节: 庚 | 1工作日 | 审查
      - 环节: 辛 | 1工作日 | 审查
      - 环节: 壬 | 1工作日 | 审查
      - 环节: 癸 | 1工作日 | 审查
      - 环节: 子 | 1工作日 | 审查
      - 环节: 丑 | 1工作日 | 审查
    支线:
      一次告知补正: 无
      不予受理: 无
      不予许可: 无
    """
    drawing = drawn(chart)
    assert drawing.frame.height > TALL
    found = columns(drawing)
    assert found.height <= UPRIGHT * found.width
    page = page_of(chart, Layout.COLUMN)
    letters = ["".join(line.text for line in mark.lines) for mark in page.marks if mark.kind is Kind.CONNECTOR]
    # The legend shows an empty circle.
    assert sorted(letters) == ["", *sorted([*"AB"[: found.letters]] * 2)]
    notes = ["".join(line.text for line in mark.lines) for mark in page.marks if mark.kind is Kind.NOTE]
    assert notes.count("接续") == 1
    assert {"转右栏", "接左栏"} <= set(notes)


def test_a_hint_names_the_column() -> None:
    """Beside it, or by its number; several if a line goes on in several."""
    leaving = Place(1, below=True, x=0.0, out=True)
    entering = Place(1, below=False, x=0.0, out=False)
    assert hint(leaving, (2,)) == "转右栏"
    assert hint(entering, (0,)) == "接左栏"
    assert hint(leaving, (3,)) == "转第4栏"
    assert hint(leaving, (2, 4)) == "转第3、5栏"
