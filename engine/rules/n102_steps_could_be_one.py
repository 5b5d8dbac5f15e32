"""N102 相邻环节可以合并."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from engine.rules.functions import could_be_one, serial_steps
from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.model.flow import StepEntry
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="N102",
    name="相邻环节可以合并",
    severity=Severity.INFO,
    scope=Scope.MATTER,
    quote="精简整合、调整优化部门办理的工作环节",
    source="工作方案 二(三)1 减环节(环节的定义:由一个单位、岗位持件的一个阶段)",
    why="相邻两个环节由同一个岗位办,中间没有交接,按定义是一个环节。没有写岗位的,只看同一个股室、同一种类(如都是审查)"
    "的两个环节;有去向、不计时限的不看。",
    mend="合并成一个环节,程序都写在里面,用“沿自”写明;确有交接的,写明岗位。",
    bad="""
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查
    - 材料审查 | 行政审批股/审查岗 | 3工作日 | 材料审核
    - 现场核查 | 行政审批股/审查岗 | 4工作日 | 现场核查(2人以上)
    - 决定 | 行政审批股/股长 | 2工作日 | 审批决定
""",
    good="""
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查、一次告知
    - 环节: 审查 | 行政审批股/审查岗 | 7工作日 | 材料审核、现场核查(2人以上)
      沿自: 材料审查、现场核查
    - 环节: 决定 | 行政审批股/股长 | 2工作日 | 审批决定
      沿自: 审批
    - 制证送达 | 行政审批股/受理岗 | 2工作日 | 制证、盖章、送达
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
""",
)


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """Serial counted 环节 of 优化后 next to each other: equal unit and post, or equal unit without posts and 种类.

    A 环节 from which a case may go elsewhere (去向) is not one with the next.
    """
    after = subject.after
    if after is None:
        return
    close = [pair for pair in pairwise(after.counted_steps) if could_be_one(*pair)]
    if not close:
        return
    serial = {step.key for step in serial_steps(after)}
    leaving = {entry.key for entry in after.version.entries if isinstance(entry, StepEntry) and entry.exits}
    for one, other in close:
        if {one.key, other.key} <= serial and one.key not in leaving:
            yield RULE.at(
                other.place,
                f"「{one.name}」「{other.name}」都由「{one.holders[0]}」办,中间没有交接",
                width=len(other.name),
                related=(one.place,),
            )
