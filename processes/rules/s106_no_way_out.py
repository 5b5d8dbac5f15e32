"""S106 走不到办结."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.process import NodeKind, Process
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
    """From every step an end can be reached along the flows."""
    backwards = [(flow.target, flow.source) for flow in process.flows]
    reached: set[str] = set()
    for node in process.nodes:
        if node.kind is NodeKind.END:
            reached |= reachable(node.key, backwards)
    for node in process.nodes:
        if node.key not in reached and node.step is not None and node.kind is not NodeKind.JOIN:
            yield RULE.at(
                node.step.place,
                f"{process.version.label}从环节「{node.step.name}」走不到办结",
                width=len(node.step.name),
            )
