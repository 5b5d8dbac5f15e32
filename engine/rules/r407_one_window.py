"""R407 没有一口受理、并联审核、一窗出证."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.rules.functions import order_of
from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.process import HolderKind, Process, Step
from processes.model.vocabulary import MatterType, StepKind
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R407",
    name="没有一站式办理",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="涉及部门内多个股室、多个部门联合办理的行政审批事项和公共服务事项,…推进一口受理、并联审核、一个窗口出证“一站式”办理。",
    source="工作方案 二(三)1 减环节;《行政许可法》第二十六条",
    why="几个股室、几个部门办一件事,申请人只进一个门、只从一个窗口取证,部门的审核同时进行。行政审批事项有两口受理、"
    "两处出证或部门一个接一个审的是错误,其余是警告。后一个部门要用前一个部门出具的文书的(使用、出具写明),不算。",
    mend="由一个窗口受理和送达,各部门的审核放进“并联”;法律规定先后的,在说明里写明依据。",
    bad="""
优化后:
  时限: 10工作日
  流程:
    - 受理 | 行政审批股 | 1工作日 | 形式审查
    - 规划审查 | 住建局 | 3工作日 | 规划审查
    - 治安审查 | 公安局 | 3工作日 | 治安审查
    - 决定送达 | 行政审批股 | 3工作日 | 审批决定、送达
""",
    good="""
并联部门: 住建局、公安局
优化后:
  承办: 行政审批股
  时限: 7工作日
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查、一次告知
    - 环节: 并联审核 | 行政审批股/审查岗 | 3工作日
      沿自: 材料审查、现场核查
      并联:
        - 规划审查 | 住建局 | 3工作日 | 规划审查、现场核查(2人以上)
        - 治安审查 | 公安局 | 3工作日 | 治安审查
    - 环节: 决定送达 | 行政审批股/受理岗 | 3工作日 | 审批决定、制证、盖章、送达
      沿自: 审批、制证送达
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
""",
)

_TYPES = (MatterType.APPROVAL, MatterType.PUBLIC_SERVICE)
_SHARING = (HolderKind.OFFICE, HolderKind.DEPARTMENT, HolderKind.PEER)
_FOREIGN = (HolderKind.DEPARTMENT, HolderKind.PEER)
_REVIEWS = frozenset({StepKind.REVIEW, StepKind.SECOND_REVIEW})
_JUDGING = _REVIEWS | {StepKind.DECIDE}
_ENDING = frozenset({StepKind.DELIVER, StepKind.PRODUCE, StepKind.PAY})
_JOINING = ("汇总", "会审", "综合", "联合", "汇审")
_INSIDE = ("签收", "传送", "办结")
"""Words of the dictionary that also mean handing on inside the administration."""


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """优化后 of approvals and public services held by several 股室 or departments.

    One unit accepts, one unit delivers; no two departments review one after the other (reached along the main path).
    """
    after = subject.after
    if after is None or subject.matter.type not in _TYPES:
        return
    steps = [step for step in after.steps if step.holders and not (step.branch or step.uncounted or step.composite)]
    if len({_unit(step) for step in steps if step.holders[0].kind in _SHARING}) < 2:  # noqa: PLR2004 - several
        return
    severity = Severity.ERROR if subject.matter.type is MatterType.APPROVAL else Severity.WARNING
    # What is handed out before the last review or decision is not the result.
    last = max((at for at, step in enumerate(steps) if not _JUDGING.isdisjoint(step.kinds)), default=0)
    yield from _several(steps, StepKind.ACCEPT, "受理", severity)
    yield from _several(steps[last:], StepKind.DELIVER, "送达", severity)
    if any(step.holders[0].kind in _FOREIGN for step in steps):
        yield from _chains(after, [step for step in steps if _reviews(step)], severity)


def _unit(step: Step) -> str:
    return step.holders[0].unit


def _several(steps: Sequence[Step], kind: StepKind, word: str, severity: Severity) -> Iterator[Finding]:
    found = [step for step in steps if kind in step.kinds and not any(inside in step.name for inside in _INSIDE)]
    for step in found[1:]:
        if _unit(step) != _unit(found[0]):
            yield RULE.at(
                step.place,
                f"{_unit(found[0])}已经有「{found[0].name}」,{_unit(step)}又有「{step.name}」,不是一个窗口{word}",
                width=len(step.name),
                related=(found[0].place,),
                severity=severity,
            )


def _reviews(step: Step) -> bool:
    """A review of a department; one of ours unless it accepts, decides, or joins what the departments say."""
    kinds = frozenset(step.kinds)
    if step.holders[0].kind in _FOREIGN:
        return StepKind.ACCEPT not in kinds and kinds.isdisjoint(_ENDING)
    if step.holders[0].kind is not HolderKind.OFFICE or any(word in step.name for word in _JOINING):
        return False
    return not kinds.isdisjoint(_REVIEWS) and kinds.isdisjoint((StepKind.ACCEPT, StepKind.DECIDE))


def _chains(after: Process, reviews: Sequence[Step], severity: Severity) -> Iterator[Finding]:
    follows = order_of(after)
    for index, step in enumerate(reviews):
        for earlier in reviews[:index]:
            foreign = [one for one in (earlier, step) if one.holders[0].kind in _FOREIGN]
            needed = {fold_name(one) for one in step.uses}.intersection(fold_name(one) for one in earlier.outputs)
            if not foreign or needed or _unit(earlier) == _unit(step) or not follows(earlier, step):
                continue
            yield RULE.at(
                step.place,
                f"{_unit(earlier)}「{earlier.name}」之后才轮到{_unit(step)}「{step.name}」,不是并联审核",
                width=len(step.name),
                related=(earlier.place,),
                severity=severity if len(foreign) > 1 else Severity.WARNING,
            )
            break
