"""Somebody tries something: who, when; and how it is answered when it may not be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from engine.cases.course import Course
from engine.cases.definition import Definition
from engine.cases.times import beijing_day
from processes.errors import WrongUsage
from processes.model.case import CaseEvent, EventKind
from processes.model.folding import fold_name
from processes.model.process import Holder


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something may not be done, a Chinese sentence without its full stop.

    ``violation``: it was out of order or not theirs to do, so that it is kept as 违规; otherwise something is only
    missing yet.
    """

    reason: str
    violation: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """``unit`` (``单位`` or ``单位/岗位``) and ``person`` try something at a moment; ``key`` as in ``CaseEvent``."""

    unit: str
    person: str
    at: datetime
    key: str

    @property
    def day(self) -> date:
        """The day of it."""
        return beijing_day(self.at)

    def event(  # noqa: PLR0913 - the parts of an event
        self,
        kind: EventKind,
        *,
        node: str = "",
        event: str = "",
        names: tuple[str, ...] = (),
        reason: str = "",
        definition: str = "",
    ) -> CaseEvent:
        """What they have done, as it is kept."""
        return CaseEvent(
            kind=kind,
            at=self.at,
            unit=self.unit,
            person=self.person,
            key=self.key,
            node=node,
            event=event,
            names=names,
            reason=reason,
            definition=definition,
        )

    def refused(self, refusal: Refusal, node: str = "", event: str = "") -> CaseEvent:
        """That they have tried, as it is kept."""
        return self.event(EventKind.REFUSED, node=node, event=event, reason=refusal.reason)


def is_of(unit: str, holders: Iterable[Holder]) -> bool:
    """Whether ``unit`` is one of the holders: the same unit, and the same post where the holder names one."""
    name, _, post = unit.partition("/")
    return any(
        fold_name(name) == fold_name(one.unit) and (not one.post or fold_name(post) == fold_name(one.post))
        for one in holders
    )


def holders_at(definition: Definition, nodes: Iterable[str]) -> tuple[Holder, ...]:
    """Who does what is to be done at ``nodes``, each once."""
    steps = (definition.step_at(node) for node in nodes)
    return tuple(dict.fromkeys(holder for step in steps if step for holder in step.holders))


def not_theirs(what: str, attempt: Attempt, holders: Iterable[Holder]) -> Refusal | None:
    """The refusal of what only ``holders`` do; None when they are among them."""
    listed = tuple(holders)
    if is_of(attempt.unit, listed):
        return None
    return Refusal(f"{what}由{names_of(listed)}办理,不是“{attempt.unit}”的事", violation=True)


def names_of(holders: Iterable[Holder]) -> str:
    """``行政审批股/审查岗、局领导``."""
    return "、".join(map(str, holders))


def whereabouts(course: Course) -> str:
    """``现在在“受理”(行政审批股)``, or how it has ended."""
    if course.end is not None:
        return f"已经结束({course.end.name})"
    definition = course.definition
    found = []
    for node in course.tokens:
        holders = names_of(holders_at(definition, (node,)))
        found.append(f"“{definition.called(node)}”" + (f"({holders})" if holders else ""))
    return f"现在在{'、'.join(found)}"


def refuse_another(done: CaseEvent, kind: EventKind, unit: str, person: str) -> None:
    """Raises ``WrongUsage`` where somebody uses the key of ``done`` for something else, which would be lost unsaid.

    A message that is sent again comes from the same person; at another moment, perhaps.
    """
    same = done.kind in (kind, EventKind.REFUSED) and (done.unit, done.person) == (unit, person)
    if not same:
        day = f"{beijing_day(done.at)} {done.unit} {done.person}的“{done.kind}”"
        raise WrongUsage(f"流水号“{done.key}”已经用在{day}上,这一次没有办。重发同一件事才用同一个流水号,请换一个。")
