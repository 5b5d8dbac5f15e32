"""Limits of some kinds of matter that a law sets in days of one kind: what takes longer after the reform."""

from __future__ import annotations

from collections.abc import Iterator

from processes.compilation.dictionary import kinds_of
from processes.model.limits import DayKind, TimeLimit
from processes.model.matter import Matter
from processes.model.vocabulary import StepKind
from processes.rules.faults import Fault
from processes.rules.lengths import least_natural, least_working
from processes.rules.remaining import remaining_steps
from processes.rules.rule import Context


def finished_late(matter: Matter, most: int, kind: DayKind, what: str = "办理时限") -> Iterator[Fault]:
    """The limit after the reform is certainly more than ``most`` days of the kind."""
    after = matter.after
    if after is not None and _exceeds(after.limit, most, kind):
        yield after.at("limit"), f"{what}是 {after.limit},超过{most}个{kind}", len(str(after.limit))


def received_late(matter: Matter, context: Context, most: int, kind: DayKind) -> Iterator[Fault]:
    """A step that is only 受理 certainly takes more than ``most`` days of the kind."""
    for step in remaining_steps(matter, context):
        limit = step.limit
        if limit and kinds_of(step) == (StepKind.ACCEPT,) and _exceeds(limit, most, kind):
            yield step.at("limit"), f"「{step.name}」的时限是 {limit},超过{most}个{kind}", len(str(limit))


def _exceeds(limit: TimeLimit, most: int, kind: DayKind) -> bool:
    return (least_natural(limit) if kind is DayKind.NATURAL else least_working(limit)) > most
