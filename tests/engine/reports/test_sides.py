"""Two sides, neither of which is the reform of the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from engine.diff.compare import Difference
from engine.reports.report import Report, Table
from engine.reports.sides import peers_difference, states_difference


@pytest.mark.parametrize("report_of", [peers_difference, states_difference])
def test_what_the_second_has_more_is_positive(
    report_of: Callable[[Difference, str], Report], difference: Callable[..., Difference]
) -> None:
    """Six 环节 here and four there are two less, not two saved; 3 件 instead of 2 are one more."""
    one = difference(steps=(6, 4), materials=(2, 3), limits=("无", "5工作日"))
    (table, *_) = [part for part in report_of(one, "施工许可").parts if isinstance(part, Table)]
    apart = {str(row[0].value): (row[-2].value, row[-1].value) for row in table.rows}
    assert apart["环节"] == (-2, Fraction(-1, 3))
    assert apart["材料"] == (1, Fraction(1, 2))
    assert apart["时限"] == ("——", "——")
    assert [cell.formula for cell in table.rows[0][-2:]] == ["优化后-优化前", "相差÷优化前"]


def test_what_the_sides_are_called_is_said_once(difference: Callable[..., Difference]) -> None:
    """Two matters of one department are called by their names."""
    one = replace(difference(), sides=("甲许可", "乙许可"))
    assert peers_difference(one, "甲许可、乙许可").summary.startswith("甲许可→乙许可 环节")
    assert peers_difference(replace(one, sides=("甲县", "乙县")), "甲许可").summary.startswith("甲许可:甲县→乙县 环节")
