"""程序 in words."""

from __future__ import annotations

from collections.abc import Iterator

from engine.diff.changes.procedures import (
    ProcedureAdded,
    ProcedureChange,
    ProcedureChanged,
    ProcedureMoved,
    ProcedureRemoved,
    ProcedureReplaced,
)
from engine.reports.report import Item, Sign
from engine.reports.wording.parts import made
from processes.model.flow import Procedure


def procedure_item(change: ProcedureChange) -> Item:
    """A change of procedures in words."""
    match change:
        case ProcedureRemoved(procedure=owned):
            details = [f"原属环节「{owned.step.name}」"]
            return made(change, Sign.GONE, before=[owned.procedure.name], details=details)
        case ProcedureAdded(procedure=owned):
            details = [f"属环节「{owned.step.name}」"]
            return made(change, Sign.NEW, after=[owned.procedure.name], details=details)
        case ProcedureReplaced():
            olds, news = ([owned.procedure.name for owned in side] for side in (change.before, change.after))
            return made(change, Sign.REPLACED, before=olds, after=news)
        case ProcedureMoved(before=old, after=new):
            sign = Sign.MOVED
            details = [f"由环节「{old.step.name}」移至环节「{new.step.name}」"]
        case ProcedureChanged(before=old, after=new):
            sign = Sign.CHANGED
            details = list(_terms(old.procedure, new.procedure))
    return made(change, sign, before=[old.procedure.name], after=[new.procedure.name], details=details)


def _terms(old: Procedure, new: Procedure) -> Iterator[str]:
    if old.people != new.people:
        yield f"人数 {_people(old.people)}→{_people(new.people)}"
    if old.excluded != new.excluded:
        yield f"不计时限 {old.excluded or '否'}→{new.excluded or '否'}"


def _people(number: int) -> str:
    return f"{number}人以上" if number else "未定"
