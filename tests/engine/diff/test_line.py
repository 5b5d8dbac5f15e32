"""Many steps in another order: exact on a line at any length, and said where it is not."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from random import Random

import pytest

from engine.diff.compare import Differing, compare, differing
from engine.reports.difference import matter_report
from processes.model.plan import Switches
from processes.model.process import CheckedMatter
from tests.flows import checked

LENGTH = 40


def names(count: int) -> list[str]:
    """Names that have no two characters in a row in common."""
    return [f"{chr(0x4E00 + 31 * index)}{chr(0x5E00 + 17 * index)}" for index in range(count)]


def line(steps: list[str]) -> str:
    """The lines of 流程, one after the other."""
    return "".join(f"    - {name} | 综合股 | 1工作日 | 办{name}\n" for name in steps)


def matter(before: str, after: str) -> CheckedMatter:
    """A matter that has only its two processes."""
    head = "类型: 其他事项\n法定时限: 无\n优化前:\n  时限: 400工作日\n  材料: 无\n  流程:\n"
    found = checked(f"{head}{before}优化后:\n  时限: 400工作日\n  流程:\n{after}")
    assert found is not None
    return found


def compared(found: CheckedMatter) -> Differing:
    """Its difference."""
    assert found.after is not None
    return differing(found.before, found.after)


@pytest.mark.parametrize("seed", range(5))
def test_a_shuffled_line_moves_all_but_a_longest_increasing_subsequence(seed: int) -> None:
    """N − LIS, by patience sorting; 40 steps are far past what a search of all covers could do."""
    order = list(range(LENGTH))
    Random(seed).shuffle(order)  # noqa: S311 - no secret
    steps = names(LENGTH)
    found = compared(matter(line(steps), line([steps[index] for index in order])))
    piles: list[int] = []
    for index in order:
        where = bisect_left(piles, index)
        piles[where : where + 1] = [index]
    assert sum(change.code == "step-moved" for change in found.changes) == LENGTH - len(piles)
    assert found.exact


def test_where_the_search_is_cut_short_the_report_says_so() -> None:
    """Eight blocks, shuffled among each other: no line, and too many ways to explain it."""
    steps = names(LENGTH)
    order = list(steps)
    Random(1).shuffle(order)  # noqa: S311 - no secret
    both = []
    for shuffled in (steps, order):
        rows = ""
        for start in range(0, LENGTH, 5):
            rows += "    - 并联:\n        - 依次:\n"
            rows += "".join(f"            {row[4:]}\n" for row in line(shuffled[start : start + 3]).splitlines())
            rows += "".join(f"        {row[4:]}\n" for row in line(shuffled[start + 3 : start + 5]).splitlines())
        both.append(rows)
    found = compared(matter(*both))
    assert not found.exact
    assert any(change.code == "step-moved" for change in found.changes)


def test_the_report_of_an_inexact_difference_has_a_note() -> None:
    """And that of an exact one has none."""
    difference = compare(matter(line(["受理", "审查"]), line(["审查", "受理"])), Switches())
    told = "移动了哪些环节是近似的结果"
    assert not any(told in note for note in matter_report(difference).notes)
    assert any(told in note for note in matter_report(replace(difference, exact=False)).notes)
