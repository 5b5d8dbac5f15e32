"""N207 最长一路超过总时限."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.longest import overlong_main, overlong_sides
from engine.rules.subjects import Examined
from processes.compilation.days import days_in_sequence, longest_branch
from processes.model.findings import Finding, Severity
from processes.model.flow import StepEntry, walk
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="N207",
    name="最长一路超过总时限",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="最大限度压缩工作时限",
    source="工作方案 二(三)1 压时限",
    why="R420 只把主流程各环节相加。并联自己写了“无”或不计时限、里面各路却有天数的,以及从支线绕行再往下办的,也要在承诺时限里"
    "办完。支线绕行的只提示:另有规定可以扣除或另行计时的不必改;退回前面环节的(补正、整改)不看。",
    mend="改环节的时限,或改承诺时限。",
    bad="""
优化后:
  时限: 5工作日
  流程:
    - 受理 | 行政审批股 | 1工作日 | 形式审查
    - 环节: 并联审核 | 行政审批股 | 无
      并联:
        - 规划审查 | 住建局 | 3工作日 | 规划审查
        - 治安审查 | 公安局 | 6工作日 | 治安审查
    - 决定 | 行政审批股 | 1工作日 | 审批决定、送达
""",
    good="""
并联部门: 住建局、公安局
优化后:
  承办: 行政审批股
  时限: 8工作日
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查、一次告知
    - 环节: 并联审核 | 行政审批股/审查岗 | 6工作日
      沿自: 材料审查、现场核查
      并联:
        - 规划审查 | 住建局 | 3工作日 | 规划审查、现场核查(2人以上)
        - 治安审查 | 公安局 | 6工作日 | 治安审查
    - 环节: 决定送达 | 行政审批股/受理岗 | 1工作日 | 审批决定、制证、盖章、送达
      沿自: 审批、制证送达
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
""",
)


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """优化后 with a limit: the critical path is longer although the main list is not (then R420 says so).

    Else, as information, the longest way that leaves the main path by a declared 支线 and ends there or goes on further
    down. Only matters with parallel blocks or declared 支线 are looked at; sums of both kinds of day are not compared.
    """
    after = subject.after
    if after is None or after.version.limit.amount is None:
        return
    version, limit = after.version, after.version.limit
    blocks = any(_hides_days(met.entry) for met in walk(version.entries))
    if not (blocks or version.branches) or days_in_sequence(version.entries) > limit.days:
        return
    if blocks and (main := overlong_main(after, subject.plan.switches, limit)) and main.said:
        message = f"最长一路({main.steps})要 {main.said},超过承诺时限 {limit}"
        yield RULE.at(main.place, message, width=len(str(limit)))
        return
    for way in overlong_sides(after, limit):
        if way.said:
            yield RULE.at(
                way.place,
                f"走支线「{way.side}」一路相加是 {way.said},超过承诺时限 {limit}",
                "压缩这一路的时限;依法另行计时的,把环节写成不计时限。",
                width=len(way.side),
                severity=Severity.INFO,
                related=(version.at("limit"),),
            )


def _hides_days(entry: StepEntry) -> bool:
    """A named block whose own limit is less than what is in it."""
    return bool(entry.branches) and entry.limit is not None and entry.limit.counted < longest_branch(entry)
