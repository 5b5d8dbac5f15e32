"""延长期限: the one extension of the time limit that the law allows.

行政许可法 art. 42: who cannot decide within twenty days may take ten days more with the approval of the head of the
organ, and the applicant is told the reason; where several departments handle it together (forty-five days), fifteen
more with the approval of the head of the government. 法律、法规 (no 规章) may say otherwise, which a matter declares
(法定时限: 延长). The days are working days (art. 82).

The law speaks of its own limit. That a shorter promise becomes longer with it is our reading (``engine.cases.ledger``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil

from engine.cases.attempt import Attempt, Refusal, holders_at, not_theirs, whereabouts
from engine.cases.course import Course
from engine.cases.definition import Definition
from engine.cases.ledger import Ledger, counts_alike
from processes.errors import WrongUsage
from processes.model.case import CaseEvent, CaseStatus, EventKind
from processes.model.dates import date_text
from processes.model.folding import fold_name
from processes.model.limits import DayKind
from processes.model.matter import StatutoryLimit
from processes.rules.permits import has_joint_limit, longest_extension

LAW = "《行政许可法》第四十二条"
_LAWS = re.compile(r"《([^《》]*(?:(?<!办)法|条例))》")
"""法律、法规 by their names; 办法, 规定, 细则 are 规章."""
_PERMIT_LAW = "行政许可法"


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why the limit is to be longer (the applicant is told), who has approved it, by how many days (None: by all)."""

    reason: str
    approver: str
    days: int | None = None


def extend(course: Course, ledger: Ledger, attempt: Attempt, grounds: Grounds) -> CaseEvent | Refusal:
    """What happens, or why not, when ``attempt`` makes the limit longer.

    ``ledger``: the clocks on the day of it. Raises ``WrongUsage`` for a number of days that nobody may give.
    """
    refusal = _not_now(course, ledger) or _unlawful(course, ledger)
    if refusal:
        return refusal
    refusal = not_theirs("延长期限", attempt, holders_at(course.definition, course.tokens))
    if refusal:
        return refusal
    most = days_allowed(course.definition)
    wanted = most if grounds.days is None else grounds.days
    if not 1 <= wanted <= most:
        raise WrongUsage(f"最少延长1天,最多延长{most}天({basis_of(course.definition)}),不能延长{wanted}天。")
    return attempt.event(EventKind.EXTENDED, event=str(wanted), names=(grounds.approver,), reason=grounds.reason)


def extendable(course: Course, ledger: Ledger) -> int:
    """By how many days the limit may be made longer as it stands; 0 for not."""
    return 0 if _not_now(course, ledger) else days_allowed(course.definition)


def days_allowed(definition: Definition) -> int:
    """By how many days of its own unit the statutory limit may be made longer once; 0 where it may not."""
    statutory = definition.matter.statutory
    if statutory.limit.amount is None or statutory.limit.is_immediate:
        return 0
    declared = statutory.extension
    if declared is not None:
        return ceil(declared.days) if declared.amount and counts_alike(declared, statutory.limit) else 0
    if not definition.is_permit or statutory.limit.unit is DayKind.NATURAL or _has_own_law(statutory):
        return 0
    return longest_extension(definition.matter)


def basis_of(definition: Definition) -> str:
    """What allows the extension."""
    statutory = definition.matter.statutory
    return LAW if statutory.extension is None else statutory.basis or "申报的法定时限"


def approving(definition: Definition) -> str:
    """Who has to approve it."""
    if definition.matter.statutory.extension is None and has_joint_limit(definition.matter):
        return "本级人民政府负责人"
    return "本行政机关负责人"


def _has_own_law(statutory: StatutoryLimit) -> bool:
    """Whether a law or regulation other than 行政许可法 sets the limit, so that it says how far it may be extended."""
    return any(not name.endswith(_PERMIT_LAW) for name in _LAWS.findall(fold_name(statutory.basis)))


def _not_now(course: Course, ledger: Ledger) -> Refusal | None:
    if course.status is CaseStatus.CLOSED:
        return Refusal(f"办件{whereabouts(course)},没有期限可以延长", violation=True)
    done = course.history.extension
    if done is not None:
        return Refusal(f"已经在{date_text(done.since)}延长过{done.days}天,只能延长一次", violation=True)
    clock = ledger.statutory.clock
    if clock is None:
        return Refusal("时限还没有起算(还没有受理),没有期限可以延长", violation=False)
    if clock.ended is not None:
        return Refusal(f"已经在{date_text(clock.ended)}作出决定,不用延长", violation=False)
    if clock.is_late and clock.due is not None:
        return Refusal(f"法定时限在{date_text(clock.due)}已经届满,届满以后不能再延长", violation=True)
    return None


def _unlawful(course: Course, ledger: Ledger) -> Refusal | None:
    """Where nothing says that it may be made longer."""
    if days_allowed(course.definition):
        return None
    statutory = course.definition.matter.statutory
    limit = ledger.statutory.limit.official
    if statutory.extension is not None:
        why = "申报写明不能延长" if not statutory.extension.amount else "申报的“延长”和法定时限不是同一单位"
    elif not course.definition.is_permit:
        why = f"不是行政许可,{LAW}不适用"
    elif statutory.limit.amount is None or statutory.limit.is_immediate:
        why = f"法定时限是{limit}"
    else:
        why = f"法定时限{limit}另有规定({statutory.basis or '自然日'}),是不是可以延长要看那部法律、法规"
    return Refusal(f"{why};可以延长的,先在申报的法定时限里写 延长,再换用新流程", violation=False)
