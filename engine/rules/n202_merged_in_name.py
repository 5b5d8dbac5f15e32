"""N202 环节只是名义上合并."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.model.limits import number_text
from processes.model.process import Holder, Process
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="N202",
    name="环节只是名义合并",
    severity=Severity.INFO,
    scope=Scope.MATTER,
    quote="精简整合、调整优化部门办理的工作环节",
    source="工作方案 二(三)1 减环节",
    why="环节少了,件在股室、岗位之间交接的次数一次没少:多半是把几个环节的名称并成一个,申请人等的还是那些人。"
    "优化前本来只交给领导再退回(两次)的不算;只有一版写了岗位的,按股室数。",
    mend="减少经手的股室和岗位;交接确实不能再减的不必改。",
    bad="""
优化后:
  时限: 12工作日
  流程:
    - 受理审查 | 登记股 | 5工作日 | 形式审查、材料审核
    - 现场核查 | 业务股 | 3工作日 | 现场核查(2人以上)
    - 审批 | 局领导 | 2工作日 | 局长签批
    - 制证送达 | 登记股 | 2工作日 | 制证、送达
""",
    good="""
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查、一次告知
    - 环节: 审查决定 | 行政审批股/审查岗 | 9工作日 | 材料审核、现场核查(2人以上)、审批决定
      沿自: 材料审查、现场核查、审批
    - 制证送达 | 行政审批股/受理岗 | 2工作日 | 制证、盖章、送达
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
""",
)


_LEAST = 2
"""To the leader and back: fewer hand-overs are only to be had where the office decides by itself."""


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """Column 9 (减少环节) > 0 while the hand-overs (D3) were more than to the leader and back and are not fewer.

    Between posts where both versions name them, else between units: that posts are named now is no hand-over more.
    """
    if subject.after is None:
        return
    steps = subject.numbers.steps
    if not steps.reduction or steps.reduction < 0:
        return
    old, new = _holders(subject.before), _holders(subject.after)
    with_posts = any(holder.post for holder in old) and any(holder.post for holder in new)
    before, after = _changes(old, with_posts=with_posts), _changes(new, with_posts=with_posts)
    if before > _LEAST and after >= before:
        yield RULE.at(
            subject.after.version.at("entries"),
            f"环节减少 {number_text(steps.reduction)} 个,交接一次没少:优化前 {before} 次,优化后 {after} 次",
            related=(subject.before.version.at("entries"),),
        )


def _holders(process: Process) -> list[Holder]:
    return [step.holders[0] for step in process.counted_steps if step.holders]


def _changes(holders: Sequence[Holder], *, with_posts: bool) -> int:
    """交接次数 as ``engine.measures.handovers`` counts them, without the posts if only one version names any."""
    return sum(one.unit != other.unit or (with_posts and one.post != other.post) for one, other in pairwise(holders))
