"""变化: the kinds of difference between 优化前 and 优化后, a closed union of frozen values.

Every change carries places on both sides and a stable ``code``. What exists on one side only has, on the other
side, the place where it would stand (流程, 材料 …; for a cancelled matter the place that says 取消).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from engine.diff.details import StepDetail
from engine.diff.groups import Evidence
from engine.diff.matching import OwnedProcedure
from processes.model.limits import TimeLimit
from processes.model.matter import Material
from processes.model.places import Place
from processes.model.process import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sides:
    """What all changes have: where it stands in 优化前 and in 优化后."""

    code: ClassVar[str]
    before_places: tuple[Place, ...]
    after_places: tuple[Place, ...]


# ---------------------------------------------------------------------------------------------------------- steps
@dataclass(frozen=True, slots=True, kw_only=True)
class StepRemoved(_Sides):
    """A step of 优化前 that nothing continues."""

    code: ClassVar[str] = "step-removed"
    step: Step


@dataclass(frozen=True, slots=True, kw_only=True)
class StepAdded(_Sides):
    """A step of 优化后 that continues nothing."""

    code: ClassVar[str] = "step-added"
    step: Step


@dataclass(frozen=True, slots=True, kw_only=True)
class StepKept(_Sides):
    """A step that goes on as it was."""

    code: ClassVar[str] = "step-kept"
    before: Step
    after: Step
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepChanged(_Sides):
    """A step that goes on with something about it changed; ``details`` is never empty."""

    code: ClassVar[str] = "step-changed"
    before: Step
    after: Step
    evidence: tuple[Evidence, ...]
    details: tuple[StepDetail, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepsMerged(_Sides):
    """Several steps that go on as one; ``members`` are the names of the steps in ``after`` if it is a named block."""

    code: ClassVar[str] = "steps-merged"
    before: tuple[Step, ...]
    after: Step
    evidence: tuple[Evidence, ...]
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSplit(_Sides):
    """One step that goes on as several."""

    code: ClassVar[str] = "step-split"
    before: Step
    after: tuple[Step, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepsRegrouped(_Sides):
    """Several steps that go on as several others: mergers and splits that share a step."""

    code: ClassVar[str] = "steps-regrouped"
    before: tuple[Step, ...]
    after: tuple[Step, ...]
    evidence: tuple[Evidence, ...]


StepChange = StepRemoved | StepAdded | StepKept | StepChanged | StepsMerged | StepSplit | StepsRegrouped


# ----------------------------------------------------------------------------------------------------- procedures
@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureRemoved(_Sides):
    """A procedure of 优化前 that nothing continues."""

    code: ClassVar[str] = "procedure-removed"
    procedure: OwnedProcedure


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureAdded(_Sides):
    """A procedure of 优化后 that continues nothing."""

    code: ClassVar[str] = "procedure-added"
    procedure: OwnedProcedure


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureMoved(_Sides):
    """A procedure now performed in a step that does not continue its former step."""

    code: ClassVar[str] = "procedure-moved"
    before: OwnedProcedure
    after: OwnedProcedure


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureReplaced(_Sides):
    """Procedures that go on under other names, fewer or more of them (declared 沿自)."""

    code: ClassVar[str] = "procedure-replaced"
    before: tuple[OwnedProcedure, ...]
    after: tuple[OwnedProcedure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureChanged(_Sides):
    """A procedure with another least number of people, or whose time is no longer, or newly, left out (不计时限)."""

    code: ClassVar[str] = "procedure-changed"
    before: OwnedProcedure
    after: OwnedProcedure


ProcedureChange = ProcedureRemoved | ProcedureAdded | ProcedureMoved | ProcedureReplaced | ProcedureChanged


# ------------------------------------------------------------------------------------------------------ materials
@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialRemoved(_Sides):
    """A material no longer asked for."""

    code: ClassVar[str] = "material-removed"
    material: Material


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialAdded(_Sides):
    """A material newly asked for."""

    code: ClassVar[str] = "material-added"
    material: Material


class MaterialAspect(StrEnum):
    """What can change about a material that stays."""

    COPIES = "份数"
    SOURCE = "来源"
    BASIS = "依据"
    SHARED = "可共享"


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialChanged(_Sides):
    """A material that stays with other copies, source, basis or sharing; ``aspects`` is never empty."""

    code: ClassVar[str] = "material-changed"
    before: Material
    after: Material
    aspects: tuple[MaterialAspect, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialReplaced(_Sides):
    """Materials that go on as others, fewer or more of them (declared 沿自): a replacement, not a reduction."""

    code: ClassVar[str] = "material-replaced"
    before: tuple[Material, ...]
    after: tuple[Material, ...]


MaterialChange = MaterialRemoved | MaterialAdded | MaterialChanged | MaterialReplaced


# ---------------------------------------------------------------------------------------------------------- facts
@dataclass(frozen=True, slots=True, kw_only=True)
class LimitChanged(_Sides):
    """The limit of the whole matter (时限)."""

    code: ClassVar[str] = "limit-changed"
    before: TimeLimit
    after: TimeLimit


class Fact(StrEnum):
    """The keys of a version, besides 时限, 流程 and 材料, that may differ (marked V in the declaration format)."""

    OFFICES = "承办"
    CONDITIONS = "条件"
    FEES = "收费"
    PUBLIC = "公开"
    LOCATION = "地点"
    CHANNELS = "渠道"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChanged(_Sides):
    """A fact of the version, as the texts that a declaration would hold; empty = nothing said."""

    code: ClassVar[str] = "fact-changed"
    fact: Fact
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchChanged(_Sides):
    """A side branch (支线) that came, went or runs otherwise: its steps on both sides, none where it does not exist.

    ``changes`` are those of its steps; nothing that was kept.
    """

    code: ClassVar[str] = "branch-changed"
    name: str
    before: tuple[Step, ...]
    after: tuple[Step, ...]
    changes: tuple[StepChange, ...]


Change = StepChange | ProcedureChange | MaterialChange | LimitChanged | FactChanged | BranchChanged
