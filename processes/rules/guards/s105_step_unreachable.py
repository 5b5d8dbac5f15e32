"""S105 环节走不到."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.process import START, NodeKind, Process
from processes.rules.reach import reachable
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="S105",
    name="环节走不到",
    severity=Severity.ERROR,
    scope=Scope.PROCESS,
    blocks=True,
    why="没有一条路通到这个环节,它却被计入环节数、画进流程图。",
    mend="在前面某个环节的去向里写上它,或删掉它;支线要有去向指过来。",
    bad="""
优化前:
  时限: 3工作日
  流程:
    - 环节: 受理 | 综合股 | 1工作日 | 形式审查
      去向: 送达
    - 审查 | 综合股 | 1工作日 | 材料审核
    - 送达 | 综合股 | 1工作日 | 送达
  材料: 申请书
""",
    good="""
优化前:
  时限: 3工作日
  流程:
    - 环节: 受理 | 综合股 | 1工作日 | 形式审查
      去向:
        当场可办: 送达
    - 审查 | 综合股 | 1工作日 | 材料审核
    - 送达 | 综合股 | 1工作日 | 送达
  材料: 申请书
""",
)


def check(process: Process, context: Context) -> Iterator[Finding]:
    """Every step can be reached from 开始 along the flows."""
    reached = reachable(START, ((flow.source, flow.target) for flow in process.flows))
    for node in process.nodes:
        if node.key not in reached and node.step is not None and node.kind is not NodeKind.JOIN:
            step = node.step
            # A standard 支线 is not the analyst's: it is reached when the step that it leaves is.
            if not step.branch or step.branch in process.version.branches:
                yield RULE.at(step.at("name"), f"环节「{step.name}」走不到", width=len(step.name))
