"""Any number of charts at once; what is pinned stays where it is."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from typing import Any

import pytest

from renderers.flowcharts import Chart, DrawingError, Layout, pictures_of, printed, to_dot, to_svg
from renderers.flowcharts.painting import rendering
from renderers.flowcharts.sheets.page import page_of


def test_an_exception_in_the_layout_costs_no_other_chart(chart: Chart) -> None:
    """A chart whose arrow leads nowhere fails alone, on the screen and on paper.

    流程: 受理 | 1工作日 | 形式审查
    """
    bad = replace(chart, main=("没有的环节",))
    first, failed, last = pictures_of((chart, bad, chart))
    assert isinstance(failed, DrawingError)
    assert first == last == to_svg(chart)
    assert [isinstance(one, DrawingError) for one in printed((bad, chart))] == [True, False]


def test_all_charts_are_drawn_by_one_process(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are.

    流程: 受理 | 1工作日 | 形式审查
    """
    began: list[int] = []
    real = subprocess.Popen

    def start(*given: Any, **named: Any) -> subprocess.Popen[bytes]:  # noqa: ANN401 - whatever it is started with
        began.append(1)
        return real(*given, **named)

    monkeypatch.setattr(subprocess, "Popen", start)
    pictures_of((chart,) * 20)
    assert len(began) == 1


@pytest.mark.parametrize("layout", Layout)
def test_plain_graphviz_keeps_every_position(chart: Chart, layout: Layout) -> None:
    """``dot -Tplain`` on the DOT as it is, without a word on the engine: boxes stand where the page has them.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 环节: 审查 | 业务股 | 5工作日 | 材料审核
        去向:
          材料有疑问: 受理
      - 决定 | 2工作日 | 审批决定
    """
    page = page_of(chart, layout)
    command = [str(rendering.program()), "-Tplain"]
    plain = subprocess.run(
        command, input=to_dot(chart, layout).encode(), capture_output=True, check=True
    ).stdout.decode()
    placed = {name: (float(x), float(y)) for name, x, y in re.findall(r"^node (\S+) (\S+) (\S+)", plain, re.MULTILINE)}
    assert len(placed) == len(page.marks)
    for index, mark in enumerate(page.marks):
        x, y = placed[f"n{index}"]
        assert (x * 72, y * 72) == pytest.approx((mark.rect.x, page.height - mark.rect.y), abs=0.1)
