"""The DOT text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from renderers.flowcharts import Chart, to_dot
from renderers.flowcharts.painting.dot import number, spline

Golden = Callable[[str, Path], None]
EXPECTED = Path(__file__).parent / "expected"


def test_a_plain_permit(chart: Chart, golden: Golden) -> None:
    """Every symbol and position of a whole chart.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 环节: 审查 | 业务股 | 5工作日 | 材料审核
        去向:
          材料有疑问: 受理
      - 决定 | 2工作日 | 审批决定
      - 送达 | 即时 | 送达
    """
    golden(to_dot(chart), EXPECTED / "permit.gv")


def test_a_parallel_block(chart: Chart, golden: Golden) -> None:
    """A band with the block's name, branches between bars.

    支线:
      一次告知补正: 无
      不予受理: 无
      不予许可: 无
    流程:
      - 环节: 并联审核 | 6工作日
        并联:
          - 规划审核 | 住建局 | 6工作日 | 材料审核
          - 环评审查 | 税务局 | 不计时限(鉴定) | 书面审查
      - 环节: 归档 | 即时 | 归档
        不计环节: 内部管理
    """
    golden(to_dot(chart), EXPECTED / "block.gv")


def test_corners_are_quarters_of_circles_and_heads_end_at_the_tip() -> None:
    """A line as Béziers: straight, corner, straight; y upwards."""
    line = spline([(0, 0), (0, 50), (100, 50)], 100, head=True)
    assert line == "e,100,50 0,100 0,100 0,57 0,57 0,53.13 3.13,50 7,50 7,50 93,50 93,50"


def test_a_line_without_a_head_reaches_its_end() -> None:
    """Nothing is kept back for the head."""
    assert spline([(0, 0), (0, 50)], 100, head=False) == "0,100 0,100 0,50 0,50"


def test_numbers_are_short_and_never_minus_zero() -> None:
    """Two decimals at most."""
    assert [number(value) for value in (1.0, 1.5, 1 / 3, -0.001, 120.0)] == ["1", "1.5", "0.33", "0", "120"]
