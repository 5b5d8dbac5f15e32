"""Changes of the order in which the steps run: moved, side by side, one or the other, optional, sent back.

All but those of loops and ways that came or went speak of steps that go on (a merged step stands for all that became
it). Two steps run one after the other (ordered), side by side (parallel) or one instead of the other (exclusive).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.diff.changes.sides import Sides
from engine.diff.exits import Way
from processes.model.process import Step
from processes.model.quick import quick

Steps = tuple[Step, ...]


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class StepMoved(Sides):
    """A step that runs at another place among those that stay; several only where they became or were one.

    ``behind`` is the step of 优化后 that it now follows, ``ahead`` the one that now follows it, None at the ends.
    """

    code: ClassVar[str] = "step-moved"
    before: Steps
    after: Steps
    behind: Step | None = None
    ahead: Step | None = None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class _Rearranged(Sides):
    """Steps that now stand in another relation to each other.

    ``before`` and ``after`` are all of them, in written order; ``strands`` are the lines on which they run where they
    are apart (优化后, or 优化前 if they are one after the other now), each in written order: 甲、乙 beside 丙.
    """

    before: Steps
    after: Steps
    strands: tuple[Steps, ...]


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class StepsParallelised(_Rearranged):
    """One after the other → side by side."""

    code: ClassVar[str] = "steps-parallelised"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class StepsSerialised(_Rearranged):
    """Side by side → one after the other."""

    code: ClassVar[str] = "steps-serialised"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class StepsMadeExclusive(_Rearranged):
    """One after the other → one instead of the other."""

    code: ClassVar[str] = "steps-made-exclusive"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class StepsMadeSequential(_Rearranged):
    """One instead of the other → one after the other."""

    code: ClassVar[str] = "steps-made-sequential"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ExclusiveMadeParallel(_Rearranged):
    """One instead of the other → side by side."""

    code: ClassVar[str] = "exclusive-made-parallel"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ParallelMadeExclusive(_Rearranged):
    """Side by side → one instead of the other."""

    code: ClassVar[str] = "parallel-made-exclusive"


Rearranged = (
    StepsParallelised
    | StepsSerialised
    | StepsMadeExclusive
    | StepsMadeSequential
    | ExclusiveMadeParallel
    | ParallelMadeExclusive
)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class _Passable(Sides):
    """Steps that can be passed over in one go in one of the versions, in the cases ``conditions``."""

    before: Steps
    after: Steps
    conditions: tuple[str, ...]


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class StepsMadeOptional(_Passable):
    """Steps that can now be passed over in one go; ``conditions`` are the cases in which they are."""

    code: ClassVar[str] = "steps-made-optional"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class StepsMadeMandatory(_Passable):
    """Steps that can no longer be passed over; ``conditions`` are the cases in which they were."""

    code: ClassVar[str] = "steps-made-mandatory"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class _Loop(Sides):
    """A way back (退回、补正) of one version: from ``source`` to ``target`` if ``condition``."""

    source: Step
    target: Step
    condition: str


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class LoopAdded(_Loop):
    """A way back of 优化后 that nothing continues."""

    code: ClassVar[str] = "loop-added"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class LoopRemoved(_Loop):
    """A way back of 优化前 that nothing continues."""

    code: ClassVar[str] = "loop-removed"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class _Way(Sides):
    """A way out of ``source`` of one version: forwards, into a 支线 or to the end."""

    source: Step
    way: Way


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class WayAdded(_Way):
    """A way out of 优化后 that nothing continues."""

    code: ClassVar[str] = "way-added"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class WayRemoved(_Way):
    """A way out of 优化前 that nothing continues."""

    code: ClassVar[str] = "way-removed"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class WayChanged(Sides):
    """A way or loop of one step that goes on under another condition, or in the same case to another target."""

    code: ClassVar[str] = "way-changed"
    before_source: Step
    after_source: Step
    before: Way
    after: Way


ArrangementChange = (
    StepMoved
    | Rearranged
    | StepsMadeOptional
    | StepsMadeMandatory
    | LoopAdded
    | LoopRemoved
    | WayAdded
    | WayRemoved
    | WayChanged
)
