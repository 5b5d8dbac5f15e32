"""Changes of what is said once a version, and of its side branches."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from engine.diff.changes.sides import Sides
from engine.diff.changes.steps import StepChange
from processes.model.limits import TimeLimit
from processes.model.process import Step
from processes.model.quick import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class LimitChanged(Sides):
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


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class FactChanged(Sides):
    """A fact of the version, as the texts that a declaration would hold; empty = nothing said."""

    code: ClassVar[str] = "fact-changed"
    fact: Fact
    before: tuple[str, ...]
    after: tuple[str, ...]


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class BranchChanged(Sides):
    """A side branch (支线) that came, went or runs otherwise: its steps on both sides, none where it does not exist.

    ``changes`` are those of its steps; nothing that was kept.
    """

    code: ClassVar[str] = "branch-changed"
    name: str
    before: tuple[Step, ...]
    after: tuple[Step, ...]
    changes: tuple[StepChange, ...]
