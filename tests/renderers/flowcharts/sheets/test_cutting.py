"""Where drawings are cut."""

from __future__ import annotations

from renderers.flowcharts import Chart
from renderers.flowcharts.layout.column.drawing import drawn
from renderers.flowcharts.sheets.cutting import Cutter, equal
from renderers.flowcharts.sheets.strips import strips


def test_a_strip_holds_upright_lines_and_nothing_else(chart: Chart) -> None:
    """Between a step and its question, above and below the label of an exit, between two steps.

    流程: 受理 | 1工作日 | 形式审查
    """
    drawing = drawn(chart)
    for strip in strips(drawing):
        assert not any(rect.top < strip.middle < rect.bottom for rect in drawing.rects.values())
        assert not any(label.rect.top < strip.middle < label.rect.bottom for label in drawing.labels)
        assert not any(
            strip.low < piece.at < strip.high
            for route in drawing.routes
            for piece in route.segments
            if not piece.vertical
        )
        assert strip.crossings


def test_what_fits_is_not_cut(chart: Chart) -> None:
    """Not even where it could be.

    流程: 受理 | 1工作日 | 形式审查
    """
    cutter = Cutter(drawn(chart))
    assert cutter.cuts(equal(cutter.height)) == ()


def test_a_cut_goes_through_as_few_lines_as_can_be(chart: Chart) -> None:
    """The loop from 复审 back to 初审 is not cut, though the middle of the drawing is in it.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 登记 | 1工作日 | 登记
      - 初审 | 3工作日 | 初审
      - 核对 | 3工作日 | 核对
      - 环节: 复审 | 3工作日 | 复核
        去向:
          不同意: 初审
      - 制证 | 3工作日 | 制证
    支线:
      一次告知补正: 无
      不予受理: 无
      不予许可: 无
    """
    cutter = Cutter(drawn(chart))
    (cut,) = cutter.cuts(equal(cutter.height * 0.75))
    (line,) = cut.crossings
    assert not line.route.arrow.back


def test_parts_are_about_equal(chart: Chart) -> None:
    """Two parts of a plain sequence: neither is twice the other.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 甲 | 1工作日 | 审查
      - 乙 | 1工作日 | 审查
      - 丙 | 1工作日 | 审查
      - 丁 | 1工作日 | 审查
      - 戊 | 1工作日 | 审查
    支线:
      一次告知补正: 无
      不予受理: 无
      不予许可: 无
    """
    cutter = Cutter(drawn(chart))
    one, other = cutter.parts(cutter.into(2))
    assert max(one, other) < 1.5 * min(one, other)


def test_a_part_is_higher_than_its_room_only_where_nothing_can_be_cut(chart: Chart) -> None:
    """A room for two boxes is enough; one lower than a box is not, and that is said.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 审查 | 1工作日 | 审查
    支线:
      一次告知补正: 无
      不予受理: 无
      不予许可: 无
    """
    cutter = Cutter(drawn(chart))
    cuts = cutter.cuts(equal(180.0))
    assert cuts
    assert cutter.fit(cuts, equal(180.0))
    assert not cutter.fit(cutter.cuts(equal(10.0)), equal(10.0))
