"""The properties that every process must have, whatever the plan demands besides."""

from __future__ import annotations

from collections.abc import Iterator

from engine.properties.answers import Answer, Status
from engine.properties.asking import answer_on_runs, days
from engine.properties.subject import Subject
from engine.rules import r211_one_post_does_all as one_post
from engine.rules.subjects import Examined
from processes.compilation.dictionary import is_deciding
from processes.model.process import START, NodeKind, Process, Step
from processes.model.property import PropertyKind
from processes.model.vocabulary import StepKind
from processes.rules.rule import Context

ACCEPTED = "决定之前有受理"
"""行政许可法 art. 32 and 38: an application is accepted, then decided on."""
IN_TIME = "每条路径在承诺时限以内"
"""Plan, 二(三)1 压时限; as reckoned by N207."""
IN_WRITING = "不予办理的有文书"
"""行政许可法 art. 32 and 38: refusal to accept and refusal are handed out in writing."""
APART = "审查、决定、监管不由一个岗位办到底"
"""Plan, 二(一)2; as found by R211."""

QUESTIONS = (ACCEPTED, IN_TIME, IN_WRITING, APART)


def builtin(subject: Subject, examined: Examined, context: Context) -> Iterator[Answer]:
    """The answers to ``QUESTIONS``, in order."""
    yield _accepted(subject)
    yield days(IN_TIME, subject, examined.plan.switches, None)
    yield answer_on_runs(IN_WRITING, PropertyKind.AFTER, subject, _refusing(subject), _writing(subject), "「文书」")
    yield _apart(subject.process, examined, context)


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


def _refusing(subject: Subject) -> int:
    """Coming to a 支线 of refusal or to a step of that name, or ending the case at once because of a refusal."""
    refused = subject.steps_entered(lambda step: step.branch.startswith("不予") or step.name.startswith("不予"))
    ends = {node.key for node in subject.process.nodes if node.kind is NodeKind.END}
    for index, one in enumerate(subject.net.transitions):
        if one.event.startswith("不予") and not ends.isdisjoint(subject.entered[index]):
            refused |= 1 << index
    return refused


def _writing(subject: Subject) -> int:
    return subject.steps_entered(lambda step: bool(step.outputs))


def _apart(process: Process, examined: Examined, context: Context) -> Answer:
    """As R211 finds, which looks at 优化后."""
    if process is not examined.after:
        return Answer(question=APART, status=Status.VACUOUS)
    for found in one_post.check(examined, context):
        return Answer(
            question=APART, status=Status.BROKEN, message=found.message, place=found.place, hint=one_post.RULE.mend
        )
    return Answer(question=APART, status=Status.HOLDS)
