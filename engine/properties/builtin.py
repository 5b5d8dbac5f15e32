"""The properties that every process must have, whatever the plan demands besides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from engine.properties.answers import Answer, Status
from engine.properties.asking import answer_on_runs, days
from engine.properties.subject import Subject
from engine.rules import r211_one_post_does_all as one_post
from engine.rules.subjects import Examined
from processes.compilation.dictionary import is_deciding
from processes.model.process import START, NodeKind, Process, Step
from processes.model.property import PropertyKind
from processes.model.vocabulary import StepKind
from processes.rules.reach import reachable

ACCEPTED = "决定之前有受理"
"""行政许可法 art. 32 and 38: an application is accepted, then decided on."""
IN_TIME = "每条路径在承诺时限以内"
"""Plan, 二(三)1 压时限; as reckoned by N207."""
IN_WRITING = "不予办理的有文书"
"""行政许可法 art. 32 and 38: refusal to accept and refusal are handed out in writing."""
APART = "审查、决定、监管不由一个岗位办到底"
"""Plan, 二(一)2; as found by R211."""

_MEND = {
    ACCEPTED: "每条路都先经过受理,再作决定。",
    IN_TIME: "缩短这一路各环节的时限,或者改承诺时限。",
    IN_WRITING: "在不予办理的环节写上 出具,如 出具: 不予许可决定书;直接去“结束”的,改去写了出具的支线。",
}
QUESTIONS = (ACCEPTED, IN_TIME, IN_WRITING, APART)


def builtin(subject: Subject, examined: Examined) -> Iterator[Answer]:
    """The answers to ``QUESTIONS``, in order, each with a way to mend it."""
    refusing, writing = _refusing(subject), _writing(subject)
    answers = (
        _accepted(subject),
        days(IN_TIME, subject, examined.plan.switches, None),
        answer_on_runs(IN_WRITING, PropertyKind.AFTER, subject, refusing, writing, "「文书」"),
    )
    for one in answers:
        yield replace(one, hint=_MEND[one.question]) if one.status is Status.BROKEN else one
    yield _apart(subject.process, examined)


def _accepted(subject: Subject) -> Answer:
    accepting = subject.steps_entered(lambda step: StepKind.ACCEPT in step.kinds)
    if not accepting:  # the first step is 受理 then (declaration format §3)
        first = {flow.target for flow in subject.process.flows if flow.source == START}
        accepting = subject.entering(lambda node: node.key in first)
    return answer_on_runs(
        ACCEPTED, PropertyKind.BEFORE, subject, subject.steps_entered(_decides), accepting, "「受理」"
    )


def _decides(step: Step) -> bool:
    return StepKind.DECIDE in step.kinds or any(is_deciding(one.name) for one in step.procedures)


_REFUSAL = re.compile("^(?:不予|不同意|不批准|不准|不许可|不通过|不合格|不符合|未通过|驳回|拒绝|否决)")
"""How a 情形 begins by which somebody is refused, if the case is over with it."""


def _refusing(subject: Subject) -> int:
    """Coming to a 支线 of refusal or to a step of that name, or ending the case because of a refusal.

    It ends by it at once, or on a 支线 from which no way leads back.
    """
    refused = subject.steps_entered(lambda step: step.branch.startswith("不予") or step.name.startswith("不予"))
    final = _without_return(subject.process)
    for index, one in enumerate(subject.net.transitions):
        if _REFUSAL.match(one.event) and not final.isdisjoint(subject.entered[index]):
            refused |= 1 << index
    return refused


def _without_return(process: Process) -> set[str]:
    """The ends, and the steps of 支线 from which only steps of 支线 follow."""
    main = {node.key for node in process.nodes if node.step and not node.step.branch}
    arcs = [(flow.source, flow.target) for flow in process.flows]
    aside = (node.key for node in process.nodes if node.kind is NodeKind.END or (node.step and node.step.branch))
    return {key for key in aside if main.isdisjoint(reachable(key, arcs))}


def _writing(subject: Subject) -> int:
    return subject.steps_entered(lambda step: bool(step.outputs))


def _apart(process: Process, examined: Examined) -> Answer:
    """As R211 finds, which looks at 优化后; here at the posts of a 行政审批股 too, of which R209 speaks there."""
    if process is not examined.after:
        return Answer(question=APART, status=Status.VACUOUS)
    for found in one_post.posts_that_do_all(examined):
        return Answer(question=APART, status=Status.BROKEN, message=found.message, place=found.place, hint=found.hint)
    return Answer(question=APART, status=Status.HOLDS)
