"""Changes of the procedures (程序)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.diff.changes.sides import Sides
from engine.diff.owned import OwnedProcedure
from processes.model.quick import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureRemoved(Sides):
    """A procedure of 优化前 that nothing continues."""

    code: ClassVar[str] = "procedure-removed"
    procedure: OwnedProcedure


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureAdded(Sides):
    """A procedure of 优化后 that continues nothing."""

    code: ClassVar[str] = "procedure-added"
    procedure: OwnedProcedure


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureMoved(Sides):
    """A procedure now performed in a step that does not continue its former step."""

    code: ClassVar[str] = "procedure-moved"
    before: OwnedProcedure
    after: OwnedProcedure


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureReplaced(Sides):
    """Procedures that go on under other names, fewer or more of them (沿自, or alike by name)."""

    code: ClassVar[str] = "procedure-replaced"
    before: tuple[OwnedProcedure, ...]
    after: tuple[OwnedProcedure, ...]


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureChanged(Sides):
    """A procedure with another least number of people, or whose time is no longer, or newly, left out (不计时限)."""

    code: ClassVar[str] = "procedure-changed"
    before: OwnedProcedure
    after: OwnedProcedure


ProcedureChange = ProcedureRemoved | ProcedureAdded | ProcedureMoved | ProcedureReplaced | ProcedureChanged
