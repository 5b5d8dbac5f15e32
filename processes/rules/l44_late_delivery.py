"""L44 送达超过10个工作日."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from processes.compilation.days import days_in_sequence
from processes.compilation.dictionary import kinds_of
from processes.compilation.standard import deciding_step
from processes.model.findings import Finding, Severity
from processes.model.flow import Entry, StepEntry, walk
from processes.model.limits import DayKind, number_text
from processes.model.matter import Matter, Version
from processes.model.vocabulary import StepKind
from processes.rules.permits import permit_after
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="L44",
    name="决定后送达太迟",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="行政机关作出准予行政许可的决定,应当自作出决定之日起十日内向申请人颁发、送达行政许可证件",
    source="《行政许可法》第四十四条",
    why="决定作出以后,制证、送达最多再用10个工作日。看优化后主流程上决定环节之后、最后一个制证或送达环节为止的时限之和;"
    "哪个是决定环节按名称和程序判断,判断错了的,在环节的种类里写明。自然日按14日掌握。",
    mend="压缩制证、送达的时限,合计不超过10个工作日。",
    bad="""
优化后:
  承办: 行政审批股
  时限: 18工作日
  流程:
    - 受理 | 1工作日 | 形式审查、一次告知
    - 环节: 审查决定 | 5工作日 | 材料审核、审批决定
      沿自: 材料审查、现场核查、审批
    - 制证送达 | 12工作日 | 制证、盖章、送达
""",
    good="""
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 1工作日 | 形式审查、一次告知
    - 环节: 审查决定 | 8工作日 | 材料审核、现场核查(2人以上)、审批决定
      沿自: 材料审查、现场核查、审批
    - 制证送达 | 3工作日 | 制证、盖章、送达
  材料: 申请书、经营场所平面图
""",
)

MOST = 10
"""十日 (工作日 by art. 82)."""
_MOST = {DayKind.WORKING: MOST, DayKind.NATURAL: 14}
_DELIVERY = {StepKind.PRODUCE, StepKind.SEAL, StepKind.DELIVER}
_UNDECIDED = {StepKind.REVIEW, StepKind.SECOND_REVIEW, StepKind.FORWARD, StepKind.HEAR, StepKind.EXPERT_REVIEW}
"""Where such a step follows, it was not yet the decision that the law means."""


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """The days from the step after 决定 to the last 制证, 盖章 or 送达 are more than ten working days."""
    after = permit_after(matter)
    if after is None or _soon(after):
        return
    index = deciding_step(after.entries)
    if index is None:
        return
    following = [(entry, _kinds(entry)) for entry in after.entries[index + 1 :]]
    while following and not following[-1][1] & _DELIVERY:
        following.pop()
    if not following or any(kinds & _UNDECIDED for _, kinds in following):
        return
    days = days_in_sequence(tuple(entry for entry, _ in following))
    unit = after.limit.day_kind or DayKind.WORKING
    if days > _MOST.get(unit, MOST):
        place = following[-1][0].at("limit")
        yield RULE.at(place, f"决定之后到送达用 {number_text(days)} 个{unit},最多10个工作日")


def _soon(after: Version) -> bool:
    """Whether a short look will do: at most ten days after the last step that is called a 决定."""
    left: int | Fraction = 0
    for entry in reversed(after.entries):
        if not isinstance(entry, StepEntry) or entry.limit is None:
            return False
        if StepKind.DECIDE in kinds_of(entry):
            return left <= MOST
        left += entry.limit.counted
    return False


def _kinds(entry: Entry) -> set[StepKind]:
    return {kind for met in walk((entry,)) for kind in kinds_of(met.entry)}
