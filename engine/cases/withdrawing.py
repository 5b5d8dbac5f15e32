"""撤回申请: the applicant takes the application back before it is decided on.

行政许可法 says nothing of it; who may apply may also leave off, as long as nothing has been decided. The rules of the
ministries say so for their own permits, so the product asks to have this checked (请核对).
"""

from __future__ import annotations

from engine.cases.attempt import Attempt, Refusal, day_text, holders_at, not_theirs, whereabouts
from engine.cases.course import Course
from engine.cases.ledger import Accounts
from processes.model.case import CaseEvent, CaseStatus, EventKind


def withdraw(course: Course, accounts: Accounts, attempt: Attempt, reason: str) -> CaseEvent | Refusal:
    """What happens, or why not, when ``attempt`` writes down that the application is taken back.

    Those who have the file do that, and the window where it was taken in; it is no fault of theirs when an applicant
    comes too late, so that nothing is kept of it.
    """
    if course.status is CaseStatus.CLOSED:
        return Refusal(f"办件{whereabouts(course)},没有可以撤回的申请", violation=False)
    decided = accounts.decided_on(course.history)
    if decided is not None:
        return Refusal(f"已经在{day_text(decided)}作出决定,申请不能再撤回", violation=False)
    definition = course.definition
    nodes = (*course.tokens, *filter(None, (definition.accepting,)))
    refusal = not_theirs("登记撤回", attempt, holders_at(definition, nodes))
    return refusal or attempt.event(EventKind.WITHDRAWN, reason=reason)
