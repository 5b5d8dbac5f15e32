"""How far the matters of a department are from the share that the plan wants cut, and what would reach it.

The numbers are those of 附件3 (行政审批事项 without 重点项目, what is cancelled or devolved counts 0 afterwards).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.advice.cuts import Cuts, Left, cuts_of_each, cuts_of_sum
from engine.advice.least import least_of
from engine.diff.comparison import Comparison, compare_numbers
from engine.reports.target import EACH, QUANTITIES, Target, Tested, is_tested, quantities_of, target_of, tested_names
from processes.model.department import Department
from processes.model.matter import Matter, Outcome
from processes.model.plan import Plan
from processes.model.process import CheckedMatter


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One quantity: the sum, each matter's own numbers, and the cuts. ``tested``: 口径.附件3环节数 has it tested."""

    sums: Tested
    each: tuple[Tested, ...]
    lefts: tuple[Left, ...]
    cuts: Cuts
    tested: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """The distance of a department; ``matters`` are those that are tested, in the order of ``Way.each``."""

    department: Department
    target: Target
    matters: tuple[Matter, ...]
    ways: tuple[Way, ...]


def distance_of(department: Department, plan: Plan, matters: Sequence[CheckedMatter]) -> Distance:
    """The distance of one department by 时限, 环节 and 程序."""
    compared = [(one, compare_numbers(one, plan.switches)) for one in matters]
    tested = [(one, numbers) for one, numbers in compared if is_tested(one.matter)]
    return Distance(
        department=department,
        target=target_of([numbers for _, numbers in compared], plan),
        matters=tuple(one.matter for one, _ in tested),
        ways=tuple(_way(name, tested, plan) for name in QUANTITIES),
    )


def _way(name: str, tested: Sequence[tuple[CheckedMatter, Comparison]], plan: Plan) -> Way:
    switches, share = plan.switches, plan.targets.cut
    (sums,) = quantities_of([numbers for _, numbers in tested], (name,))
    each = tuple(one for _, numbers in tested for one in quantities_of([numbers], (name,)))
    lefts = tuple(_left(checked, own, plan) for (checked, _), own in zip(tested, each, strict=True))
    reckon = cuts_of_each if switches.one_third == EACH else cuts_of_sum
    return Way(
        sums=sums,
        each=each,
        lefts=lefts,
        cuts=reckon(lefts, share),
        tested=name in tested_names(switches),
    )


def _left(checked: CheckedMatter, own: Tested, plan: Plan) -> Left:
    least = Fraction(0)
    if checked.after is not None and checked.matter.outcome is not Outcome.DEVOLVED:
        # What is less already cannot be taken from, nor need it grow.
        least = min(least_of(checked.after, own.name, plan.switches), own.after)
    return Left(own.before, own.after, least)
