"""The chart said in words."""

from __future__ import annotations

from dataclasses import replace

from renderers.flowcharts import Chart
from renderers.flowcharts.chart import Box, Comparison, Headline, Shape, Status
from renderers.flowcharts.painting.words import words_of


def test_the_description_says_lanes_number_of_steps_main_path_and_days(chart: Chart) -> None:
    """In the order of the path; what runs at the same time is said so; what is not counted has no number.

    承办: 行政审批股
    支线:
      一次告知补正: 无
      不予受理: 无
      不予许可: 无
    流程:
      - 受理 | 1工作日 | 形式审查
      - 环节: 联审 | 6工作日
        并联:
          - 规划审核 | 公安局 | 6工作日 | 材料审核
          - 环评审查 | 住建局 | 5工作日 | 书面审查
      - 环节: 归档 | 即时 | 归档
        不计环节: 内部管理
    """
    said = words_of(chart).description
    assert "泳道" in said
    assert "法定时限：" in said
    assert "环节2个。" in said
    way = said.partition("主路：")[2].partition("。")[0]
    assert way == (
        "申请人提出申请 → 1 受理，行政审批股 · 1个工作日 → 2 联审同时办（2a 规划审核，公安局 · 6个工作日；"
        "2b 环评审查，住建局 · 5个工作日） → 归档，行政审批股 · 即时办理 → 办结"
    )


def test_what_changes_is_said(chart: Chart) -> None:
    """Of each box, and of all.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 决定 | 2工作日 | 审批决定
    """
    changed = replace(
        chart,
        boxes=tuple(
            replace(box, status=Status.REMOVED, tags=("并入1",)) if box.key == "决定" else box for box in chart.boxes
        ),
    )
    words = words_of(changed)
    assert words.boxes["决定"].endswith("（取消、并入1）")
    assert "取消1个：决定" in words.description


def test_a_comparison_begins_with_its_numbers(chart: Chart) -> None:
    """Then one version after the other; keys say of which a box is.

    流程: 受理 | 1工作日 | 形式审查
    """
    both = Comparison(title="对比", headlines=(Headline("环节", "6个", "4个", "−33%"),), before=chart, after=chart)
    words = words_of(both)
    assert words.description.startswith("环节：6个 → 4个（−33%）。\n单位名称：")
    assert words.description.count("主路：") == 2
    assert {"优化前|受理", "优化后|受理"} <= words.boxes.keys()


def test_what_has_no_name_is_called_by_its_symbol(chart: Chart) -> None:
    """A bar around branches.

    流程: 受理 | 1工作日 | 形式审查
    """
    bare = replace(chart, boxes=(*chart.boxes, Box(key="线", shape=Shape.BAR)))
    assert words_of(bare).names["线"] == "并联"
