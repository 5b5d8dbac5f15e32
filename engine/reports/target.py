"""三分之一: whether 审批事项时限 and 审批程序 are cut by the share that the plan wants (工作方案 二(一)2).

Tested are 行政审批事项 that are no 重点项目 (“除市级重点工程项目外”). What is cancelled or devolved is none of the
department's any more and counts 0 afterwards, as in 附件3, so that the sums may differ from those of 附件6. Compared
are exact numbers, never rounded shares: 3×(前-后) ≥ 前. Days are those declared, also where 附件6 converts them
(口径.混合日); both kinds are added as nominal days.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import floor

from engine.diff.comparison import Comparison
from engine.reports.numbers import percent_text
from processes.model.limits import number_text
from processes.model.matter import Matter
from processes.model.plan import Plan, Switches
from processes.model.vocabulary import MatterType

EACH = "按事项"
"""The value of 口径.三分之一 with which every matter has to reach the share by itself."""

DAYS, STEPS, ACTS = QUANTITIES = ("时限", "环节", "程序")
"""What can be tested."""

_Sides = tuple[Fraction | int, Fraction | int]

_DIGITS = "零一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Tested:
    """One of the quantities that are tested, summed."""

    name: str
    unit: str
    before: Fraction
    after: Fraction

    @property
    def share(self) -> Fraction | None:
        """What was cut, as a share; None where there was nothing to cut."""
        return (self.before - self.after) / self.before if self.before else None

    def reaches(self, share: Fraction) -> bool:
        """Whether enough was cut; where there was nothing to cut, nothing may have been added."""
        return self.before - self.after >= share * self.before

    @property
    def text(self) -> str:
        """``时限60→40天(压减33.3%)``."""
        sides = f"{number_text(self.before)}→{number_text(self.after)}{self.unit}"
        return f"{self.name}{sides}(压减{percent_text(self.share)})" if self.share else f"{self.name}{sides}"

    def most(self, share: Fraction) -> int:
        """The largest whole number that may be left: of 20 days 13, of 1 none."""
        return floor(self.before * (1 - share))

    def missing(self, share: Fraction) -> Fraction:
        """What is left above that; 0 where enough was cut."""
        return Fraction(0) if self.reaches(share) else self.after - self.most(share)

    def gap_text(self, share: Fraction) -> str:
        """The same with what is missing, in whole units: ``环节5→4个(压减20.0%,还差1个)``."""
        missing = self.missing(share)
        share_cut = self.share or Fraction(0)
        said = f"{'压减' if share_cut > 0 else '增加'}{percent_text(abs(share_cut))}," if share_cut else ""
        sides = f"{number_text(self.before)}→{number_text(self.after)}{self.unit}"
        return f"{self.name}{sides}({said}还差{number_text(missing)}{self.unit})"


@dataclass(frozen=True)
class Target:
    """The state of a department. ``tested`` are the matters that are asked, ``names`` what is asked of them."""

    share: Fraction
    each: bool
    key_projects: int
    tested: tuple[Comparison, ...]
    names: tuple[str, ...]

    @property
    def matters(self) -> int:
        """How many are asked."""
        return len(self.tested)

    @cached_property
    def quantities(self) -> tuple[Tested, ...]:
        """The sums."""
        return quantities_of(self.tested, self.names)

    @cached_property
    def missed(self) -> tuple[tuple[Matter, tuple[Tested, ...]], ...]:
        """The matters that do not reach the share by themselves, each with what falls short."""
        each = [(one.matter, quantities_of([one], self.names)) for one in self.tested]
        short = [(matter, tuple(one for one in own if not one.reaches(self.share))) for matter, own in each]
        return tuple((matter, own) for matter, own in short if own)

    @property
    def reached(self) -> bool | None:
        """Whether the share is reached as 口径.三分之一 reads it; None without a matter to test."""
        if not self.matters:
            return None
        return not self.missed if self.each else not self.short

    @property
    def short(self) -> tuple[Tested, ...]:
        """The sums that do not reach the share."""
        return tuple(one for one in self.quantities if not one.reaches(self.share))

    @property
    def word(self) -> str:
        """已达到, 未达到 or 不涉及."""
        return {True: "已达到", False: "未达到", None: "不涉及"}[self.reached]


def target_of(comparisons: Sequence[Comparison], plan: Plan) -> Target:
    """The state of the matters of one department."""
    approvals = [one for one in comparisons if one.matter.type is MatterType.APPROVAL]
    tested = tuple(one for one in approvals if is_tested(one.matter))
    return Target(
        share=plan.targets.cut,
        each=plan.switches.one_third == EACH,
        key_projects=len(approvals) - len(tested),
        tested=tested,
        names=tested_names(plan.switches),
    )


def share_words(share: Fraction) -> str:
    """三分之一, 五分之二; as per cent where no one would say it so."""
    if 0 < share.numerator < share.denominator < len(_DIGITS):
        return f"{_DIGITS[share.denominator]}分之{_DIGITS[share.numerator]}"
    return percent_text(share)


def is_tested(matter: Matter) -> bool:
    """Whether the share is asked of it."""
    return matter.type is MatterType.APPROVAL and not matter.key_project


def tested_names(switches: Switches) -> tuple[str, ...]:
    """时限, and 环节 or 程序 as 口径.附件3环节数 reads “审批程序”."""
    return QUANTITIES if switches.annex3_steps == "两者" else (DAYS, switches.annex3_steps)


def quantities_of(comparisons: Sequence[Comparison], names: Iterable[str] = QUANTITIES) -> tuple[Tested, ...]:
    """These quantities, summed over the matters."""
    return tuple(_quantity(comparisons, name) for name in names)


def _quantity(comparisons: Sequence[Comparison], name: str) -> Tested:
    if name == DAYS:
        limits = [
            (one.matter.before.limit.days, one.matter.after.limit.days if one.matter.after else 0)
            for one in comparisons
        ]
        return _tested(name, "天", comparisons, limits)
    counts = [one.steps if name == STEPS else one.procedures for one in comparisons]
    return _tested(name, "个", comparisons, [(one.before.value or 0, one.after.value or 0) for one in counts])


def _tested(name: str, unit: str, comparisons: Sequence[Comparison], sides: Sequence[_Sides]) -> Tested:
    kept = [after for one, (_, after) in zip(comparisons, sides, strict=True) if not one.matter.is_gone]
    return Tested(
        name,
        unit,
        Fraction(sum(before for before, _ in sides)),
        Fraction(sum(kept)),
    )
