"""What the rules of this package look at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from engine.diff.comparison import Comparison, compare_numbers
from engine.reports.target import Target, target_of
from processes.model.department import Department
from processes.model.matter import Matter
from processes.model.plan import Plan
from processes.model.process import CheckedMatter, Process
from processes.model.vocabulary import MatterType


@dataclass(frozen=True, kw_only=True)
class Examined:
    """A sound matter (scope 事项); the numbers are reckoned when the first rule asks for them."""

    checked: CheckedMatter
    department: Department
    plan: Plan

    @property
    def matter(self) -> Matter:
        """As declared."""
        return self.checked.matter

    @property
    def before(self) -> Process:
        """优化前."""
        return self.checked.before

    @property
    def after(self) -> Process | None:
        """优化后; None when cancelled."""
        return self.checked.after

    @property
    def processes(self) -> tuple[Process, ...]:
        """The versions there are."""
        return (self.before,) if self.after is None else (self.before, self.after)

    @cached_property
    def numbers(self) -> Comparison:
        """The quantities of 附件6."""
        return compare_numbers(self.checked, self.plan.switches)


@dataclass(frozen=True, kw_only=True)
class Filing:
    """What one department files (scope 单位): itself and its sound matters, in their order."""

    department: Department
    plan: Plan
    matters: tuple[Examined, ...]

    @cached_property
    def target(self) -> Target:
        """How far its 行政审批事项 are cut by the share that the plan wants."""
        return target_of([one.numbers for one in self.matters if one.matter.type is MatterType.APPROVAL], self.plan)
