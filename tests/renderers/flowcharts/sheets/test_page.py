"""The page around the drawing."""

from __future__ import annotations

from dataclasses import replace

from renderers.flowcharts import Chart
from renderers.flowcharts.layout.column.drawing import drawn
from renderers.flowcharts.layout.column.room import Room
from renderers.flowcharts.layout.layouts import Layout
from renderers.flowcharts.sheets.foot import foot
from renderers.flowcharts.sheets.head import head
from renderers.flowcharts.sheets.page import LEAST_WIDTH, MARGIN, page_of
from renderers.flowcharts.theme import Kind


def shown(chart: Chart, kind: Kind) -> list[str]:
    """The texts of all marks of a kind."""
    return [
        "".join(line.text for line in mark.lines) for mark in page_of(chart, Layout.COLUMN).marks if mark.kind is kind
    ]


def test_a_small_chart_has_room_for_its_head(chart: Chart) -> None:
    """The drawing stands in the middle.

    支线:
      一次告知补正: 无
      不予受理: 无
      不予许可: 无
    流程: 受理 | 1工作日 | 形式审查
    出具: 无
    """
    page = page_of(chart, Layout.COLUMN)
    assert page.width == LEAST_WIDTH + 2 * MARGIN
    (step,) = [mark for mark in page.marks if mark.key == "受理"]
    # The number stands out a little at the left.
    assert abs(step.rect.x - page.width / 2) < 5


def test_the_legend_names_the_symbols_used_and_no_others(chart: Chart) -> None:
    """In the order of the standard, what is not counted and the way back at the end.

    支线:
      不予受理: 无
      不予许可: 无
    出具: 无
    流程:
      - 受理 | 1工作日 | 形式审查
      - 环节: 归档 | 1工作日 | 归档
        不计环节: 内部管理
    """
    names = ["起止", "材料", "环节", "判断", "文书", "不计环节", "退回"]
    assert [text for text in shown(chart, Kind.NOTE) if text in names] == names
    assert "并联" not in shown(chart, Kind.NOTE)


def test_a_narrow_foot_breaks_legend_and_unit(chart: Chart) -> None:
    """Nothing runs out of the page.

    流程: 受理 | 1工作日 | 形式审查
    """
    narrow = foot((replace(chart, notes=(), unit="某某市" * 20),), 150, cut=False)
    assert all(mark.rect.left >= 0 and mark.rect.right <= 150 for mark in narrow.block.marks)
    assert narrow.height > foot((chart,), 600, cut=False).height


def test_a_long_title_takes_more_lines(chart: Chart) -> None:
    """The head grows downwards.

    流程: 受理 | 1工作日 | 形式审查
    """
    long = head("某某事项" * 20, chart.facts, 470)
    assert len(long.block.marks[0].lines) == 4
    assert long.height > head(chart.title, chart.facts, 470).height


def test_notes_are_numbered_when_there_are_several(chart: Chart) -> None:
    """One alone is not.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 听证 | 不计时限(听证) | 听证
    """
    assert shown(chart, Kind.NOTE)[-3:-1] == [
        "1.图中时限均为工作日，不含法定节假日。",
        "2.“不计时限”的环节所需时间不计入办理时限。",
    ]
    assert "图中时限均为工作日，不含法定节假日。" in shown(replace(chart, notes=chart.notes[:1]), Kind.NOTE)


def test_the_number_of_a_named_block_stands_in_its_band(chart: Chart) -> None:
    """The others at the corner of their box.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 环节: 联审 | 6工作日
        并联:
          - 甲审核 | 住建局 | 6工作日 | 材料审核
          - 乙审核 | 税务局 | 3工作日 | 书面审查
    """
    assert shown(chart, Kind.LETTER) == ["2"]
    assert shown(chart, Kind.NUMBER) == ["1", "2a", "2b"]
    assert shown(chart, Kind.BAND) == ["联审\u3000行政审批股 · 6个工作日"]


def test_columns_move_apart_where_a_label_would_stand_on_a_line(chart: Chart) -> None:
    """Between two questions that both lead to the same two side branches, the usual gutter holds no third line.

    支线:
      一次告知补正: 无
      不予受理: 无
      专家论证:
        - 环节: 专家论证 | 20工作日不计时限(专家评审) | 论证
          出具: 决定书
    流程:
      - 初审 | 3工作日 | 初审
      - 环节: 审查 | 3工作日 | 审查
        去向:
          不同意: 不予许可
          来龙去脉尚待进一步弄清弄明等等: 专家论证
      - 环节: 复核 | 3工作日 | 复核
        去向:
          不同意: 不予许可
          来龙去脉尚待进一步弄清弄明等等: 专家论证
    """
    drawing = drawn(chart)
    assert not drawing.conflicts
    assert drawing.rects["专家论证/专家论证"].left > Room(chart).near(left=False)
