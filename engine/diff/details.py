"""What can change about a step that goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from engine.diff.exits import Way
from processes.model.limits import TimeLimit
from processes.model.process import Holder
from processes.model.quick import quick

if TYPE_CHECKING:
    from engine.diff.changes.steps import StepChange


@quick
@dataclass(frozen=True, slots=True)
class StepRenamed:
    """The name, beyond brackets and spaces."""

    code: ClassVar[str] = "step-renamed"
    before: str
    after: str


@quick
@dataclass(frozen=True, slots=True)
class HoldersChanged:
    """Who holds the file: units or posts, the first leads."""

    code: ClassVar[str] = "step-holders-changed"
    before: tuple[Holder, ...]
    after: tuple[Holder, ...]


@quick
@dataclass(frozen=True, slots=True)
class StepLimitChanged:
    """The limit of the step."""

    code: ClassVar[str] = "step-limit-changed"
    before: TimeLimit
    after: TimeLimit


@quick
@dataclass(frozen=True, slots=True)
class CountingChanged:
    """Whether the step is counted: the reason for 不计环节 on each side, empty where it is counted."""

    code: ClassVar[str] = "step-counting-changed"
    before: str
    after: str


@quick
@dataclass(frozen=True, slots=True)
class StepProceduresChanged:
    """What happened to the procedures of the step; ``moved_out`` and ``moved_in`` go to or come from other steps.

    ``replaced`` pairs procedures of the step with those that continue them under another name (沿自, or alike).
    """

    code: ClassVar[str] = "step-procedures-changed"
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    moved_out: tuple[str, ...] = ()
    moved_in: tuple[str, ...] = ()
    replaced: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class ExitsChanged:
    """去向 of a step of a side branch; those of the main path are changes themselves."""

    code: ClassVar[str] = "step-exits-changed"
    before: tuple[Way, ...]
    after: tuple[Way, ...]


@quick
@dataclass(frozen=True, slots=True)
class MembersChanged:
    """What happened inside a named parallel block, in place of its steps; nothing that was kept."""

    code: ClassVar[str] = "step-members-changed"
    changes: tuple[StepChange, ...]


StepDetail = (
    StepRenamed
    | HoldersChanged
    | StepLimitChanged
    | CountingChanged
    | StepProceduresChanged
    | ExitsChanged
    | MembersChanged
)
