"""N207 最长一路超过总时限."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from engine.measures import measures
from engine.rules.subjects import Examined
from processes.compilation.days import days_in_sequence
from processes.model.findings import Finding, Severity
from processes.model.limits import number_text
from processes.model.process import FlowKind, NodeKind, Process
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
    down. Only matters with parallel blocks or declared 支线 are looked at.
    """
    after = subject.after
    if after is None or after.version.limit.amount is None:
        return
    version, limit = after.version, after.version.limit
    blocks = any(entry.branches for entry in version.entries)
    if not blocks and not any(branch.entries for branch in version.branches.values()):
        return
    if days_in_sequence(version.entries) > limit.days:
        return
    longest = measures()["critical_path"].measure(after, subject.plan.switches)
    if longest.value is not None and longest.value > limit.days:
        way = "、".join(f"「{name}」" for name in longest.items)
        yield RULE.at(
            version.at("limit"),
            f"最长一路({way})要 {number_text(Fraction(longest.value))} 天,超过承诺时限 {limit}",
            width=len(str(limit)),
        )
        return
    for name, days in _detours(after).items():
        if days > limit.days:
            yield RULE.at(
                version.branches[name].place,
                f"走支线「{name}」一路相加是 {number_text(days)} 天,超过承诺时限 {limit}",
                "压缩这一路的时限;依法另行计时的,把环节写成不计时限。",
                width=len(name),
                severity=Severity.INFO,
                related=(version.at("limit"),),
            )


def _detours(process: Process) -> dict[str, Fraction]:
    """支线 → the days of the longest way through it from 开始 to the end, of those that do not go back."""
    declared = {name for name, branch in process.version.branches.items() if branch.entries}
    forward = [flow for flow in process.flows if flow.kind is not FlowKind.LOOP]
    days = {node.key: node.step.limit.days for node in process.nodes if node.kind is NodeKind.STEP and node.step}
    branch_of = {node.key: node.step.branch if node.step else "" for node in process.nodes}
    for node in process.nodes:
        if node.kind is NodeKind.JOIN and node.step:
            days[node.key] = max(Fraction(0), node.step.limit.days - process.branch_days[node.step.key])
    following: dict[str, list[str]] = {}
    for flow in forward:
        following.setdefault(flow.source, []).append(flow.target)
    found: dict[str, Fraction] = {}

    def walk(key: str, total: Fraction, name: str, way: tuple[str, ...]) -> None:
        if key in way:
            return
        total += days.get(key, Fraction(0))
        name = branch_of[key] if branch_of[key] in declared else name
        onward = following.get(key, ())
        if not onward and name:
            found[name] = max(total, found.get(name, Fraction(0)))
        for target in onward:
            if not branch_of[target] or branch_of[target] in declared:
                walk(target, total, name, (*way, key))

    walk(process.nodes[0].key, Fraction(0), "", ())
    return found
