"""S106 走不到办结."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.process import END, NodeKind, Process
from processes.rules.reach import reachable
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="S106",
    name="走不到办结",
    severity=Severity.ERROR,
    scope=Scope.PROCESS,
    blocks=True,
    why="从这个环节出发永远到不了办结,件会一直转圈。",
    mend="给它一个往后走的去向。",
    bad="""
优化前:
  时限: 2工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 环节: 审查 | 综合股 | 1工作日 | 材料审核
      去向: 受理
  材料: 无
""",
    good="""
优化前:
  时限: 2工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 环节: 审查 | 综合股 | 1工作日 | 材料审核
      去向:
        需要重新核对: 受理
  材料: 无
""",
)


def check(process: Process, context: Context) -> Iterator[Finding]:
    """From every step of the main path 办结 can be reached along the flows, from one of a 支线 some end."""
    backwards = [(flow.target, flow.source) for flow in process.flows]
    done = reachable(END, backwards)
    ended = done.union(*(reachable(node.key, backwards) for node in process.nodes if node.kind is NodeKind.END))
    for node in process.nodes:
        if node.step is None or node.kind is NodeKind.JOIN:
            continue
        if node.key not in (ended if node.step.branch else done):
            step = node.step
            yield RULE.at(step.at("name"), f"从环节「{step.name}」走不到办结", width=len(step.name))
