"""收件: an application comes in."""

from __future__ import annotations

from engine.cases.attempt import Attempt, Refusal, holders_at, not_theirs
from engine.cases.definition import Definition
from engine.nets.net import NEXT
from processes.model.case import CaseEvent, EventKind
from processes.model.process import START


def open_case(definition: Definition, attempt: Attempt, received: tuple[str, ...]) -> CaseEvent | Refusal:
    """The first event of a case with the materials ``received``, or why they may not take the application in.

    Who does the first step takes it in.
    """
    flow = definition.net.transition(START, NEXT).flows[0]
    refusal = not_theirs("收件", attempt, holders_at(definition, (flow.target,)))
    if refusal:
        return refusal
    return attempt.event(EventKind.OPENED, event=str(definition.label), names=received, definition=definition.digest)
