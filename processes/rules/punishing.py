"""行政处罚: what the rules on the two versions of the law (1996 with its amendments, 2021) share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from processes.compilation.dictionary import kinds_of
from processes.model.flow import StepEntry
from processes.model.limits import DayKind
from processes.model.matter import Matter
from processes.model.vocabulary import StepKind
from processes.rules.faults import Fault
from processes.rules.remaining import first_doing, remaining_steps, up_to_decision
from processes.rules.rule import Context
from processes.rules.words import words_of

NEW_LAW = date(2021, 7, 15)
LAST_OLD_DAY = NEW_LAW - timedelta(days=1)
SERVING_DAYS = 7

_INQUIRING = re.compile("调查|询问|检查|勘验")
_NOT_INQUIRING = re.compile("计划|终结|报告|通知|线索|检查站")
_TELLING = re.compile("告知|陈述|申辩")
_NOT_TELLING = re.compile("结果|一次告知|受理告知")
_HEARING = re.compile("听证")
_ABOUT_HEARING = re.compile("告知|权利|申请|不要求")
_TOGETHER = re.compile("集体讨论|集体审议|集体研究|集体决定|案审|审委会|会审|案件讨论")
_REVIEWING = re.compile("法制审核|法律审核|法制审查|合法性审[核查]|法核|法制机构审")
_SERVING = re.compile("送达|交付|宣告")


def is_punishment(matter: Matter) -> bool:
    """Whether it is a 行政处罚 that stays."""
    return matter.kind == "行政处罚" and matter.after is not None


def lone_officers(matter: Matter, context: Context) -> Iterator[Fault]:
    """An inquiry by one person; or inquiries, none of which is said to be made by two."""
    if not is_punishment(matter):
        return
    acts = [
        act
        for step in remaining_steps(matter, context)
        for act in step.procedures
        if _INQUIRING.search(act.name) and not _NOT_INQUIRING.search(act.name)
    ]
    for act in acts:
        if act.people == 1:
            yield act.at("people"), f"「{act.name}」由1名执法人员进行", len(act.name)
    if acts and not any(act.people for act in acts):
        yield acts[0].place, f"「{acts[0].name}」没有写明执法人员不少于2人", len(acts[0].name)


def untold(matter: Matter, context: Context) -> Iterator[Fault]:
    """Nobody is told, or heard, up to the decision."""
    if not is_punishment(matter):
        return
    steps = remaining_steps(matter, context)
    before = up_to_decision(steps)
    names = (name for step in before for name in words_of(step))
    if steps and not any(_TELLING.search(name) and not _NOT_TELLING.search(name) for name in names):
        last = before[-1]
        yield last.place, f"「{last.name}」之前没有告知当事人和听取陈述申辩的程序", len(last.name)


def late_service(matter: Matter, context: Context, natural: int) -> Iterator[Fault]:
    """The decision is served nowhere; or a step that only serves it may take longer than the law allows."""
    if not is_punishment(matter):
        return
    steps = remaining_steps(matter, context)
    serving = [step for step in steps if StepKind.DELIVER in kinds_of(step) or first_doing((step,), _SERVING)]
    if steps and not serving:
        yield steps[-1].place, "流程里没有送达行政处罚决定书", len(steps[-1].name)
    for step in serving:
        limit = step.limit
        most = natural if limit and limit.day_kind is DayKind.NATURAL else SERVING_DAYS
        if limit and limit.days > most and all(_SERVING.search(act.name) for act in step.procedures):
            yield step.at("limit"), f"「{step.name}」的时限是 {limit},超过法定的{_seven(context.day)}", len(str(limit))


def _seven(day: date) -> str:
    """七日, which the law of 2021 counts as working days."""
    return f"{SERVING_DAYS}个工作日" if day >= NEW_LAW else f"{SERVING_DAYS}日"


def hearing_of(steps: tuple[StepEntry, ...]) -> StepEntry | None:
    """The step in which a hearing is held, not only told of."""
    for step in steps:
        if any(_HEARING.search(name) and not _ABOUT_HEARING.search(name) for name in words_of(step)):
            return step
    return None


def heard_not_discussed(matter: Matter, context: Context) -> Iterator[Fault]:
    """There is a hearing, so the case is grave, and no joint discussion decides."""
    if not is_punishment(matter):
        return
    steps = remaining_steps(matter, context)
    if hearing_of(steps) and not first_doing(steps, _TOGETHER):
        last = up_to_decision(steps)[-1]
        yield last.place, f"有听证的处罚较重,「{last.name}」里没有负责人集体讨论", len(last.name)


def heard_not_reviewed(matter: Matter, context: Context) -> Iterator[Fault]:
    """There is a hearing, and no legal review up to the decision."""
    if not is_punishment(matter):
        return
    all_steps = remaining_steps(matter, context)
    steps = up_to_decision(all_steps)
    if hearing_of(all_steps) and not first_doing(steps, _REVIEWING):
        yield steps[-1].place, f"经过听证的处罚,「{steps[-1].name}」之前没有法制审核", len(steps[-1].name)
