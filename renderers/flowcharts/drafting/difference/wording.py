"""What a box of both versions says: old → new for whatever about it changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.diff.changes.materials import MaterialAdded, MaterialChanged, MaterialRemoved, MaterialReplaced
from engine.diff.changes.procedures import (
    ProcedureAdded,
    ProcedureChanged,
    ProcedureMoved,
    ProcedureRemoved,
    ProcedureReplaced,
)
from processes.model.folding import fold_name
from renderers.flowcharts.chart import INTERPUNCT, MADE
from renderers.flowcharts.drafting.wording import documents_text, holders_text, time_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from engine.diff.changes import Change
    from engine.diff.owned import OwnedProcedure
    from processes.model.process import Step
    from renderers.flowcharts.chart import Box

ARROW = " → "
LONGEST_ROW = 16
"""Characters up to which procedures are named; beyond, they are counted."""

_COUNTED, UNCOUNTED = "计入环节", "不计环节"

Rows = tuple[tuple[str, ...], ...]


def became(old: str, new: str) -> str:
    """``甲 → 乙``, or the one text if both are the same."""
    return new if old == new else f"{old}{ARROW}{new}"


def with_uncounted(box: Box) -> Box:
    """The box saying 不计环节 if that is so: where colour and dash tell what the reform does, they cannot tell it."""
    if not box.muted or any(UNCOUNTED in part for row in box.details for part in row):
        return box
    return replace(box, details=(*box.details, (UNCOUNTED,)))


@dataclass(frozen=True, slots=True)
class StepText:
    """What a 环节 that goes on says. ``changed``: whether anything about it changed; ``was``: its name before."""

    rows: Rows
    changed: bool
    was: str = ""


def step_text(old: Step, new: Step, made: str, changes: Sequence[Change]) -> StepText:
    """The text of a step; ``made``: what it says of its documents, ``changes`` those of the matter."""
    renamed = fold_name(old.name) != fold_name(new.name)
    changed_rows = tuple(_rows(old, new, changes, renamed=renamed))
    holders = holders_text(old.holders), holders_text(new.holders)
    times = tuple(INTERPUNCT.join(time_texts(step)) for step in (old, new))
    parts = tuple(became(*pair) for pair in (holders, times) if any(pair))
    rows = tuple(row for row in ((made,) if made else (), parts, *changed_rows) if row)
    changed = renamed or bool(changed_rows) or holders[0] != holders[1] or times[0] != times[1]
    return StepText(rows, changed or set(old.outputs) != set(new.outputs), old.name if renamed else "")


def document_row(box: Box) -> str:
    """``《通知书》`` where the box says that it makes one, empty if it says nothing of that."""
    text = box.details[0][0] if box.details else ""
    return text.removeprefix(MADE) if text.startswith(MADE) else ""


def made_text(old: str, new: str) -> str:
    """``出具《通知书》``, ``出具甲书 → 乙书``, ``不再出具甲书``; empty where there is no document in either version."""
    if not new:
        return f"不再{MADE}{old}" if old else ""
    return f"{MADE}{became(old, new) if old else new}"


def _rows(old: Step, new: Step, changes: Sequence[Change], *, renamed: bool) -> Iterator[tuple[str, ...]]:
    if bool(old.uncounted) != bool(new.uncounted):
        yield (became(UNCOUNTED, _COUNTED) if old.uncounted else became(_COUNTED, UNCOUNTED),)
    if set(old.kinds) != set(new.kinds) and not renamed:
        yield (f"种类{became(*('、'.join(step.kinds) or '未定' for step in (old, new)))}",)
    if text := _procedure_text(old, new, changes):
        yield (text,)


def _procedure_text(old: Step, new: Step, changes: Sequence[Change]) -> str:
    """``取消程序现场核查``, ``程序签批 → 审批决定``; beyond a line and a half ``程序取消2项、替换1项``.

    Of the main path: the procedures of 支线 are not compared one by one.
    """
    found: dict[str, list[str]] = {word: [] for word in ("取消", "新增", "转出", "转入", "替换", "调整")}
    for change in changes:
        match change:
            case ProcedureRemoved() if _in(change.procedure, old):
                found["取消"].append(change.procedure.name)
            case ProcedureAdded() if _in(change.procedure, new):
                found["新增"].append(change.procedure.name)
            case ProcedureMoved():
                found["转出"] += [change.before.name] if _in(change.before, old) else []
                found["转入"] += [change.after.name] if _in(change.after, new) else []
            case ProcedureReplaced() if any(_in(one, new) for one in change.after):
                sides = ([one.name for one in side] for side in (change.before, change.after))
                found["替换"].append(became(*map(documents_text, sides)))
            case ProcedureChanged() if _in(change.after, new):
                found["调整"].append(change.after.name)
            case _:
                pass
    named = "；".join(_named(word, names) for word, names in found.items() if names)
    if len(named) <= LONGEST_ROW:
        return named
    return "程序" + "、".join(f"{word}{len(names)}项" for word, names in found.items() if names)


def _named(word: str, names: Sequence[str]) -> str:
    return f"程序{'；'.join(names)}" if word == "替换" else f"{word}程序{documents_text(names)}"


def _in(owned: OwnedProcedure, step: Step) -> bool:
    return owned.step.key == step.key


def materials_rows(old: Box, new: Box, changes: Iterable[Change]) -> tuple[Rows, bool]:
    """``申请书等5件 → 3件``, and how many went, came and changed; and whether any did."""
    counts = {"取消": 0, "新增": 0, "替换": 0, "调整": 0}
    for change in changes:
        match change:
            case MaterialRemoved():
                counts["取消"] += 1
            case MaterialAdded():
                counts["新增"] += 1
            case MaterialReplaced():
                counts["替换"] += 1
            case MaterialChanged():
                counts["调整"] += 1
            case _:
                pass
    before, after = old.details[0][0], new.details[0][0]
    head, joint, number = after.rpartition("等")
    if joint and before.startswith(head + joint):
        text = f"{before}{ARROW}{number}" if before != after else after
    else:
        text = became(before, after)
    said = tuple(f"{word}{number}件" for word, number in counts.items() if number)
    return ((text,), *((said,) if said else ())), bool(said) or before != after
