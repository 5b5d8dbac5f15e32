"""行政审批事项 in the city's service hall: which they are, and who stands at the window."""

from __future__ import annotations

from collections.abc import Iterator

from engine.documents.common import CENTRE
from engine.rules.approving import approval_offices, office_names_of
from engine.rules.several import staying
from engine.rules.subjects import Examined, Filing
from processes.compilation.dictionary import decides
from processes.compilation.holders import HolderBook, written_holders
from processes.model.department import Department
from processes.model.flow import StepEntry, walk
from processes.model.folding import fold_name
from processes.model.process import Holder, HolderKind, Step
from processes.model.vocabulary import MatterType, StepKind
from processes.rules.rule import Context
from processes.rules.stages import ENTRY, is_due


def approvals_kept(filing: Filing) -> tuple[Examined, ...]:
    """The 行政审批事项 that stay with the department; secret ones are dealt with elsewhere.

    Bodies outside the scope of the plan (镇, 开发区) organise their reform by themselves and do not enter.
    """
    return tuple(one for one in staying(filing) if is_kept(one))


def is_kept(one: Examined) -> bool:
    """Whether a matter that is not gone is one of ``approvals_kept``."""
    return not one.department.outside_scope and one.matter.type is MatterType.APPROVAL and not one.matter.secret


def entering(filing: Filing) -> tuple[Examined, ...]:
    """Those of them that enter the hall: no 未进驻原因 is given."""
    return tuple(one for one in approvals_kept(filing) if not one.matter.not_in_centre)


def windows_of(department: Department) -> frozenset[str]:
    """The names, folded, of who stands at the window: 行政审批股."""
    return office_names_of(approval_offices(department))


def is_moved(one: Examined, windows: frozenset[str]) -> bool:
    """Whether 行政审批股 holds a step of it at all; that a matter was not moved there is a fault of its own."""
    return one.after is not None and any(
        fold_name(holder.unit) in windows for step in one.after.counted_steps for holder in step.holders
    )


def is_behind(holder: Holder, windows: frozenset[str]) -> bool:
    """Whether the file went back from the window into the department: to another own office or to the leaders."""
    if CENTRE in holder.unit:
        return False
    return holder.kind is HolderKind.LEADER or (
        holder.kind is HolderKind.OFFICE and fold_name(holder.unit) not in windows
    )


_AT_THE_WINDOW = frozenset((StepKind.ACCEPT, StepKind.PRODUCE, StepKind.SEAL, StepKind.DELIVER))


def steps_behind(one: Examined, windows: frozenset[str]) -> Iterator[tuple[Step, list[StepKind]]]:
    """Counted steps that belong at the window and are held behind it, and what they do there (R606).

    A step that also decides is left to ``decision_behind``.
    """
    if not is_moved(one, windows):
        return
    for step in one.after.counted_steps if one.after else ():
        kinds = [kind for kind in step.kinds if kind in _AT_THE_WINDOW]
        if StepKind.DECIDE not in step.kinds and kinds and step.holders and is_behind(step.holders[0], windows):
            yield step, kinds


def decision_behind(one: Examined, windows: frozenset[str], book: HolderBook) -> tuple[StepEntry, Holder] | None:
    """The last deciding step and who holds it, where that is behind the window (R603)."""
    version = one.matter.after
    if version is None or not is_moved(one, windows):
        return None
    deciding = next((met.entry for met in reversed(walk(version.entries)) if decides(met.entry)), None)
    if deciding is None:
        return None
    written = next(iter(written_holders(deciding, version)), None)
    holder = book.resolve(written) if written else None
    return (deciding, holder) if holder is not None and is_behind(holder, windows) else None


def asked_to_window(one: Examined, context: Context) -> dict[str, str]:
    """Key of a step that R603 or R606 asks to be moved to the window → who holds it now.

    Nothing before the hall is entered, nor of a matter that does not enter it.
    """
    windows = windows_of(one.department)
    if one.after is None or one.matter.is_gone or one.matter.not_in_centre or not is_kept(one):
        return {}
    if not windows or not is_due(context, ENTRY):
        return {}
    asked = {step.key: step.holders[0].unit for step, _ in steps_behind(one, windows)}
    behind = decision_behind(one, windows, context.book) if one.department.approval_office else None
    if behind:
        asked |= {step.key: behind[1].unit for step in one.after.counted_steps if step.name == behind[0].name}
    return asked
