"""The item of a report that stands for a change, whatever its kind."""

from __future__ import annotations

from engine.diff.changes import Change
from engine.diff.changes.facts import BranchChanged, FactChanged, LimitChanged
from engine.diff.changes.materials import MaterialAdded, MaterialChanged, MaterialRemoved, MaterialReplaced
from engine.diff.changes.procedures import (
    ProcedureAdded,
    ProcedureChanged,
    ProcedureMoved,
    ProcedureRemoved,
    ProcedureReplaced,
)
from engine.diff.changes.steps import (
    StepAdded,
    StepChanged,
    StepKept,
    StepRemoved,
    StepsMerged,
    StepSplit,
    StepsRegrouped,
)
from engine.reports.report import Item
from engine.reports.wording.arrangement import arrangement_item
from engine.reports.wording.facts import branch_item, fact_item, limit_item
from engine.reports.wording.materials import material_item
from engine.reports.wording.procedures import procedure_item
from engine.reports.wording.steps import step_item


def item(change: Change) -> Item:  # noqa: PLR0911 - one way out a kind of change
    """``change`` in words."""
    match change:
        case StepRemoved() | StepAdded() | StepKept() | StepChanged() | StepsMerged() | StepSplit() | StepsRegrouped():
            return step_item(change)
        case ProcedureRemoved() | ProcedureAdded() | ProcedureMoved() | ProcedureReplaced() | ProcedureChanged():
            return procedure_item(change)
        case MaterialRemoved() | MaterialAdded() | MaterialChanged() | MaterialReplaced():
            return material_item(change)
        case LimitChanged():
            return limit_item(change)
        case FactChanged():
            return fact_item(change)
        case BranchChanged():
            return branch_item(change)
        case _:
            return arrangement_item(change)
