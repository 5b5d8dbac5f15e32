"""Changes of the steps themselves: which go, come, stay, become one or several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.diff.changes.sides import Sides
from engine.diff.details import StepDetail
from engine.diff.groups import Evidence
from processes.model.process import Step
from processes.model.quick import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class StepRemoved(Sides):
    """A step of 优化前 that nothing continues."""

    code: ClassVar[str] = "step-removed"
    step: Step


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class StepAdded(Sides):
    """A step of 优化后 that continues nothing."""

    code: ClassVar[str] = "step-added"
    step: Step


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class StepKept(Sides):
    """A step that goes on as it was."""

    code: ClassVar[str] = "step-kept"
    before: Step
    after: Step
    evidence: tuple[Evidence, ...]
    likeness: float = 1.0


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class StepChanged(Sides):
    """A step that goes on with something about it changed; ``details`` is never empty."""

    code: ClassVar[str] = "step-changed"
    before: Step
    after: Step
    evidence: tuple[Evidence, ...]
    likeness: float = 1.0
    details: tuple[StepDetail, ...]


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class StepsMerged(Sides):
    """Several steps that go on as one; ``members`` are the names of the steps in ``after`` if it is a named block."""

    code: ClassVar[str] = "steps-merged"
    before: tuple[Step, ...]
    after: Step
    evidence: tuple[Evidence, ...]
    likeness: float = 1.0
    members: tuple[str, ...] = ()


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class StepSplit(Sides):
    """One step that goes on as several."""

    code: ClassVar[str] = "step-split"
    before: Step
    after: tuple[Step, ...]
    evidence: tuple[Evidence, ...]
    likeness: float = 1.0


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class StepsRegrouped(Sides):
    """Several steps that go on as several others: mergers and splits that share a step."""

    code: ClassVar[str] = "steps-regrouped"
    before: tuple[Step, ...]
    after: tuple[Step, ...]
    evidence: tuple[Evidence, ...]
    likeness: float = 1.0


StepChange = StepRemoved | StepAdded | StepKept | StepChanged | StepsMerged | StepSplit | StepsRegrouped
