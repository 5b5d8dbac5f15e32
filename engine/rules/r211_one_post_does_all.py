"""R211 一个岗位办到底."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from engine.rules.approving import PLATED, SUPERVISION_KINDS, approval_offices, office_names_of, supervises
from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.process import Holder, HolderKind, Step
from processes.model.vocabulary import StepKind
from processes.rules.rule import Context, Rule, Scope
from processes.rules.words import words_of

RULE = Rule(
    code="R211",
    name="一个岗位办到底",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="部门内部行政审批与执法监管职能相对分离,部门内设机构的决策、执行、监督职能既相对独立又互相制约。",
    source="工作方案 二(一)2",
    why="同一岗位审查、决定、又做批后监管的,没有制约。只看写明了岗位的环节(行政审批股/审查岗);没有写岗位的看不出,不提;行政审批股做监管由R209看。",
    mend="审查、决定和监管分给不同的岗位。",
    bad="""
==> 示范局/02-认定.yaml <==
名称: 示范等级认定
类型: 其他行政权力事项
种类: 行政确认
优化后:
  承办: 综合股
  时限: 12工作日
  流程:
    - 受理 | 综合股/受理岗 | 1工作日 | 形式审查、一次告知
    - 环节: 审查 | 综合股/审查岗 | 7工作日 | 材料审核、现场核查(2人以上)
      沿自: 材料审查、现场核查、复审
    - 环节: 决定 | 综合股/审查岗 | 1工作日 | 审批决定
      沿自: 审批
    - 制证送达 | 综合股/受理岗 | 1工作日 | 制证、盖章、送达
    - 环节: 跟踪检查 | 综合股/审查岗 | 无 | 跟踪检查
      不计环节: 发证以后的工作
""",
    good="""
==> 示范局/02-认定.yaml <==
名称: 示范等级认定
类型: 其他行政权力事项
种类: 行政确认
优化后:
  承办: 综合股
  时限: 12工作日
  流程:
    - 受理 | 综合股/受理岗 | 1工作日 | 形式审查、一次告知
    - 环节: 审查 | 综合股/审查岗 | 7工作日 | 材料审核、现场核查(2人以上)
      沿自: 材料审查、现场核查、复审
    - 环节: 决定 | 综合股/股长 | 1工作日 | 审批决定
      沿自: 审批
    - 制证送达 | 综合股/受理岗 | 1工作日 | 制证、盖章、送达
    - 环节: 跟踪检查 | 综合股/检查岗 | 无 | 跟踪检查
      不计环节: 发证以后的工作
""",
)

_REVIEW, _DECIDE, _SUPERVISE = "审查", "决定", "监管"


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """No post holds 审查, 决定 and a step of supervision of the same matter after the reform.

    That an office for 审批 supervises at all, without carrying another plate, is said by R209.
    """
    formed = subject.department.approval_office
    offices = approval_offices(subject.department)
    yield from posts_that_do_all(subject, office_names_of(offices) if formed is None or formed.mode != PLATED else ())


def posts_that_do_all(subject: Examined, aside: Collection[str] = ()) -> Iterator[Finding]:
    """Each post that does all three; those of the offices ``aside`` (folded names) are not looked at."""
    matter = subject.matter
    if subject.after is None or matter.is_gone or matter.kind in SUPERVISION_KINDS:
        return
    duties: dict[tuple[str, str], dict[str, Holder]] = {}
    for step in subject.after.steps:
        posts = [one for one in step.holders if one.post and one.kind is HolderKind.OFFICE]
        kinds = _duties(step) if posts else ()
        for holder in posts:
            if fold_name(holder.unit) not in aside:
                held = duties.setdefault((holder.unit, holder.post), {})
                for kind in kinds:
                    held.setdefault(kind, holder)
    for held in duties.values():
        if len(held) == len((_REVIEW, _DECIDE, _SUPERVISE)):
            last = held[_SUPERVISE]
            yield RULE.at(
                last.place,
                f"岗位「{last}」一人审查、决定,又做监管",
                width=len(str(last)),
                related=(held[_REVIEW].place, held[_DECIDE].place),
            )


def _duties(step: Step) -> tuple[str, ...]:
    if any(supervises(word) for word in words_of(step)):
        return (_SUPERVISE,)
    reviews = StepKind.REVIEW in step.kinds or StepKind.SECOND_REVIEW in step.kinds
    return ((_REVIEW,) if reviews else ()) + ((_DECIDE,) if StepKind.DECIDE in step.kinds else ())
