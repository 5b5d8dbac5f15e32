"""收到材料: materials are ticked off as they come in, complete and in the legal form."""

from __future__ import annotations

from engine.cases.attempt import Attempt, Refusal, holders_at, not_theirs, whereabouts
from engine.cases.course import Course
from processes.model.case import CaseEvent, CaseStatus, EventKind


def hand_in(course: Course, names: tuple[str, ...], attempt: Attempt) -> CaseEvent | Refusal:
    """What happens, or why not, when ``attempt`` ticks off ``names`` (of ``course.outstanding``).

    Those who have the file do that, and the window where it was taken in.
    """
    if course.status is CaseStatus.CLOSED:
        return Refusal(f"办件{whereabouts(course)},不再收材料", violation=True)
    definition = course.definition
    nodes = (*course.tokens, *filter(None, (definition.accepting,)))
    refusal = not_theirs("收材料", attempt, holders_at(definition, nodes))
    return refusal or attempt.event(EventKind.HANDED_IN, names=names)
