"""环节 in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from engine.diff.changes.steps import (
    StepAdded,
    StepChange,
    StepChanged,
    StepKept,
    StepRemoved,
    StepsMerged,
    StepSplit,
    StepsRegrouped,
)
from engine.diff.details import (
    CountingChanged,
    ExitsChanged,
    HoldersChanged,
    MembersChanged,
    StepDetail,
    StepLimitChanged,
    StepProceduresChanged,
    StepRenamed,
)
from engine.reports.numbers import day_text
from engine.reports.report import Item, Sign
from engine.reports.wording.parts import listed, made
from processes.model.limits import DayKind
from processes.model.process import Holder, Step

RENAMED = "更名"
"""Of a step about which nothing but the name changed."""


def step_item(change: StepChange) -> Item:
    """A change of steps in words."""
    sides: tuple[tuple[Step, ...], tuple[Step, ...]]
    match change:
        case StepRemoved(step=step):
            return made(change, Sign.GONE, before=[step.name], details=_description(step))
        case StepAdded(step=step):
            return made(change, Sign.NEW, after=[step.name], details=_description(step))
        case StepKept(before=old, after=new):
            return _matched(change, Sign.KEPT, [old], [new])
        case StepChanged(before=old, after=new):
            if [type(detail) for detail in change.details] == [StepRenamed]:
                return _matched(change, Sign.CHANGED, [old], [new], kind=RENAMED)
            return _matched(
                change, Sign.CHANGED, [old], [new], (one for each in change.details for one in clauses(each))
            )
        case StepsMerged():
            sides = change.before, (change.after,)
            sign = Sign.MERGED
        case StepSplit():
            sides = (change.before,), change.after
            sign = Sign.SPLIT
        case StepsRegrouped():
            sides = change.before, change.after
            sign = Sign.REGROUPED
    details = list(_transfer(*sides))
    if isinstance(change, StepsMerged) and change.members:
        details.append(f"并联办理 {listed(change.members)}")
    return _matched(change, sign, *sides, details)


def _matched(  # noqa: PLR0913 - what it is, both sides, what is said of them
    change: StepKept | StepChanged | StepsMerged | StepSplit | StepsRegrouped,
    sign: Sign,
    before: Sequence[Step],
    after: Sequence[Step],
    details: Iterable[str] = (),
    *,
    kind: str = "",
) -> Item:
    return made(
        change,
        sign,
        kind=kind,
        before=[step.name for step in before],
        after=[step.name for step in after],
        details=details,
        evidence=change.evidence,
        likeness=change.likeness,
    )


def _description(step: Step) -> Iterator[str]:
    """Who held it and for how long."""
    yield f"承办 {_holders(step.holders)}"
    if not step.limit.is_none:
        yield f"时限 {step.limit}"
    if step.uncounted:
        yield f"不计环节({step.uncounted})"


def clauses(detail: StepDetail) -> Iterator[str]:
    """What changed about a step that goes on."""
    match detail:
        case StepRenamed():
            yield RENAMED
        case HoldersChanged(before=old, after=new):
            yield f"承办 {_holders(old)}→{_holders(new)}"
        case StepLimitChanged():
            yield f"时限 {detail.before}→{detail.after}"
        case CountingChanged(after=""):
            yield f"改为计入环节(原不计:{detail.before})"
        case CountingChanged():
            yield f"改为不计环节({detail.after})"
        case StepProceduresChanged():
            yield f"程序 {'、'.join(_tally(detail))}"
        case ExitsChanged(before=old_ways, after=new_ways):
            gone = [str(way) for way in old_ways if way not in new_ways]
            come = [str(way) for way in new_ways if way not in old_ways]
            yield from (f"{word}去向 {listed(texts)}" for word, texts in (("减", gone), ("增", come)) if texts)
        case MembersChanged(changes=changes):
            yield f"并联各路 {nested(changes)}"


def nested(changes: Sequence[StepChange]) -> str:
    """Changes inside a parallel block or a side branch, their details in brackets."""
    items = (step_item(change) for change in changes)
    return "、".join(
        f"{one.word}{one.subject}({';'.join(one.details)})" if one.details else f"{one.word}{one.subject}"
        for one in items
    )


def _tally(detail: StepProceduresChanged) -> Iterator[str]:
    """How many procedures went which way; their names stand in the list of 程序."""
    counts = {
        "减": detail.removed,
        "增": detail.added,
        "移出": detail.moved_out,
        "移入": detail.moved_in,
        "替换": detail.replaced,
    }
    return (f"{word}{len(names)}个" for word, names in counts.items() if names)


def _transfer(before: Sequence[Step], after: Sequence[Step]) -> Iterator[str]:
    """Units and days of steps that go on as others; days of different kinds are not added."""
    old, new = (listed(dict.fromkeys(_holders(step.holders) for step in side)) for side in (before, after))
    if old != new:
        yield f"承办 {old}→{new}"
    kinds = {step.limit.day_kind for step in (*before, *after)} - {None}
    if len(kinds) == 1:
        (kind,) = kinds
        spent, left = (_sum(side, kind) for side in (before, after))
        if spent != left:
            yield f"时限合计 {spent}→{left}"


def _sum(steps: Sequence[Step], kind: DayKind | None) -> str:
    if all(step.limit.is_none for step in steps):
        return day_text(None, None)
    days = sum((step.limit.days for step in steps), Fraction(0))
    return day_text(days, kind if days else None)


def _holders(holders: Sequence[Holder]) -> str:
    return listed(str(holder) for holder in holders)
