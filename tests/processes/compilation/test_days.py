"""Days of a list of entries: the longest way through it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from processes.compilation.days import days_in_sequence
from processes.model.flow import StepEntry
from tests.flows import checked

LINE = "- 受理 | 综合股 | 1工作日 | 登记\n- 审查 | 综合股 | 3工作日 | 审核\n- 决定 | 综合股 | 2工作日 | 决定"
CHOICE = """
- 环节: 受理 | 综合股 | 1工作日 | 登记
  去向:
    情形一: 甲核
    情形二: 乙核
- 环节: 甲核 | 综合股 | 5工作日 | 核查
  去向: 决定
- 乙核 | 综合股 | 8工作日 | 核查
- 决定 | 综合股 | 2工作日 | 决定
"""
SKIP = """
- 环节: 受理 | 综合股 | 1工作日 | 登记
  去向:
    简单: 决定
- 审查 | 综合股 | 3工作日 | 审核
- 决定 | 综合股 | 2工作日 | 决定
"""
LOOP = """
- 受理 | 综合股 | 1工作日 | 登记
- 环节: 审查 | 综合股 | 3工作日 | 审核
  去向:
    材料不全: 受理
- 决定 | 综合股 | 2工作日 | 决定
"""
END = """
- 环节: 受理 | 综合股 | 4工作日 | 登记
  去向:
    撤回: 结束
- 决定 | 综合股 | 2工作日 | 决定
"""
NOTHING_ELSE = """
- 环节: 受理 | 综合股 | 1工作日 | 登记
  去向:
    复杂: 审查
    其他情形: 决定
- 审查 | 综合股 | 3工作日 | 审核
- 决定 | 综合股 | 2工作日 | 决定
"""


@pytest.mark.parametrize(
    ("flow", "days"),
    [(LINE, 6), (CHOICE, 11), (SKIP, 6), (LOOP, 6), (END, 6), (NOTHING_ELSE, 6)],
    ids=["a line", "of alternatives the longer", "a skip shortens nothing", "a loop", "a way to the end", "all said"],
)
def test_the_days_of_a_list_are_those_of_its_longest_way(flow: str, days: int) -> None:
    """The sum of what is gone through, not of what excludes each other."""
    lines = "".join(f"    {line}\n" for line in flow.strip().splitlines())
    found = checked(f"法定时限: 无\n优化前:\n  时限: 20工作日\n  材料: 无\n  流程:\n{lines}优化后: 不变\n")
    assert found is not None
    entries = found.matter.before.entries
    assert all(isinstance(entry, StepEntry) for entry in entries)
    assert days_in_sequence(entries) == Fraction(days)
