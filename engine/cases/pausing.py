"""暂停计时, 恢复计时: time that is not counted, only for what the law and the declaration name.

行政许可法 art. 45: 听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审, when the law requires them. Which of them a
matter requires is declared (不计时限), and so is the article of a special law that allows more. A hearing alone needs
no declaration once a permit is under review: those concerned may ask for one in any (art. 46, 47).
"""

from __future__ import annotations

import re

from engine.cases.attempt import Attempt, Refusal, holders_at, not_theirs, whereabouts
from engine.cases.course import Course
from processes.errors import WrongUsage
from processes.model.case import CaseEvent, CaseStatus, EventKind
from processes.model.dates import date_text
from processes.model.folding import fold_name
from processes.model.process import Step
from processes.model.vocabulary import EXCLUSION_KINDS
from processes.rules.not_counted import is_of_kind
from processes.suggesting import suggest

HEARING = "听证"
_BY_LAW = re.compile("《[^《》]+》第[^条]+条")
_SAYS_ITSELF = "是"
"""不计时限 of a 程序 that is itself one of the eight."""


def pause(course: Course, kind: str, attempt: Attempt) -> CaseEvent | Refusal:
    """What happens, or why not, when ``attempt`` stops the clock because of ``kind``.

    Raises ``WrongUsage`` for a kind that does not exist: a slip of the pen is not to become a violation.
    """
    _must_exist(course, kind)
    refusal = _not_now(course) or _unlawful(course, kind)
    if refusal:
        return refusal
    if course.paused:
        since = date_text(course.paused.since)
        return Refusal(f"已经因“{course.paused.kind}”从{since}起暂停计时,不能再暂停", violation=False)
    refusal = not_theirs("暂停计时", attempt, holders_at(course.definition, course.tokens))
    return refusal or attempt.event(EventKind.PAUSED, reason=kind)


def resume(course: Course, attempt: Attempt) -> CaseEvent | Refusal:
    """What happens, or why not, when ``attempt`` lets the clock run again."""
    if not course.paused:
        return Refusal("没有暂停计时,不用恢复", violation=False)
    refusal = not_theirs("恢复计时", attempt, holders_at(course.definition, course.tokens))
    return refusal or attempt.event(EventKind.RESUMED)


def kinds_allowed(course: Course) -> tuple[str, ...]:
    """For what the clock may be stopped where the file is; for nothing when the case is over."""
    if course.status is CaseStatus.CLOSED:
        return ()
    steps = [step for node in course.tokens if (step := course.definition.step_at(node))]
    found = dict.fromkeys(kind for step in steps for kind in _declared(step))
    if course.definition.is_permit and course.history.accepted_on is not None:
        found.setdefault(HEARING)
    return tuple(found)


def _declared(step: Step) -> tuple[str, ...]:
    """The kinds of time that is not counted in a step: its own, and those of its procedures."""
    kinds = [step.limit.excluded] if step.limit.excluded else []
    for act in step.procedures:
        if act.excluded == _SAYS_ITSELF:
            kinds += [kind for kind in EXCLUSION_KINDS if is_of_kind(act.name, kind)]
        elif act.excluded:
            kinds.append(act.excluded)
    return tuple(kinds)


def _not_now(course: Course) -> Refusal | None:
    if course.status is CaseStatus.CLOSED:
        return Refusal(f"办件{whereabouts(course)},没有计时可以暂停", violation=True)
    return None


def _must_exist(course: Course, kind: str) -> None:
    if fold_name(kind) in map(fold_name, EXCLUSION_KINDS) or _BY_LAW.fullmatch(fold_name(kind)):
        return
    known = dict.fromkeys((*kinds_allowed(course), *EXCLUSION_KINDS))
    raise WrongUsage(
        f"没有“{kind}”这种暂停,没有办,也没有记。{suggest(kind, known)}"
        f"只有{'、'.join(EXCLUSION_KINDS)}可以不计(《行政许可法》第四十五条),"
        f"或者写明准许扣除的法律、法规,如《…条例》第×条。"
    )


def _unlawful(course: Course, kind: str) -> Refusal | None:
    allowed = kinds_allowed(course)
    if fold_name(kind) in map(fold_name, allowed):
        return None
    may = f"这里可以暂停的只有{'、'.join(allowed)}" if allowed else "这里没有可以暂停的"
    return Refusal(f"{whereabouts(course)},申报里没有写这个环节有不计时限的“{kind}”;{may}", violation=True)
