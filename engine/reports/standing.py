"""How far a department, a group or the city has come: its sums, its shares, and its place among others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.diff.compare import Difference, compare
from engine.reports.target import Target, target_of
from engine.reports.totals import Totals, totals
from processes.model.department import Department
from processes.model.matter import Matter
from processes.model.plan import Plan
from processes.model.process import CheckedMatter

UNNAMED = "(涉密事项)"
"""Stands for the name of a secret matter wherever its numbers are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The matters of a department in numbers; ``sums`` are the sums of the difference report and of 附件6."""

    department: Department
    differences: tuple[Difference, ...]
    sums: Totals
    target: Target

    @property
    def named(self) -> tuple[Difference, ...]:
        """The matters that may be named."""
        return tuple(one for one in self.differences if not one.matter.secret)


def standing_of(department: Department, plan: Plan, matters: Sequence[CheckedMatter]) -> Standing:
    """The standing of one department."""
    differences = tuple(compare(matter, plan.switches) for matter in matters)
    return Standing(
        department=department,
        differences=differences,
        sums=totals(differences, plan.switches),
        target=target_of(differences, plan),
    )


def shares(sums: Totals) -> tuple[Fraction | None, ...]:
    """The shares by which 环节, 程序, 材料 and 时限 were cut; None where there was nothing to cut."""
    return tuple(total.percentage for total in sums.four)


def average(sums: Totals) -> Fraction | None:
    """The mean of the shares there are: by it departments and groups are compared."""
    known = [share for share in shares(sums) if share is not None]
    return sum(known, Fraction(0)) / len(known) if known else None


def ranked(standings: Sequence[Standing]) -> tuple[tuple[int, Standing, Fraction], ...]:
    """Place, department and average, the largest first; equal averages share a place, in the order given."""
    found = [(average(one.sums), one) for one in standings]
    known = sorted(((share, one) for share, one in found if share is not None), key=lambda pair: -pair[0])
    return tuple((1 + sum(other > share for other, _ in known), one, share) for share, one in known)


def shown_name(matter: Matter) -> str:
    """The name, but not of a secret matter."""
    return UNNAMED if matter.secret else matter.name
