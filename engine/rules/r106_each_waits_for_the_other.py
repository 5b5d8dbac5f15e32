"""R106 互为前置."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.needs import Need, needs_of, without_loose_ends
from processes.model.findings import Finding, Severity
from processes.model.workspace import Workspace
from processes.rules.reach import reachable
from processes.rules.rule import Context, Rule, Scope

_PROJECT = """==> 示范局/01-示范事项.yaml <==
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股 | 1工作日 | 形式审查、一次告知
    - 环节: 审查决定 | 行政审批股 | 7工作日 | 材料审核、现场核查(2人以上)、审批决定
      沿自: 材料审查、现场核查、复审、审批
    - 制证送达 | 行政审批股 | 2工作日 | 制证、盖章、送达
  材料:
    - 名称: 样板许可证
      来源: 住建局/样板许可
==> 住建局/单位.yaml <==
名称: 住建局
全称: 示范市住房和城乡建设局
==> 住建局/01-许可.yaml <==
名称: 样板许可
出具: 样板许可证
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股 | 1工作日 | 形式审查、一次告知
    - 环节: 审查决定 | 行政审批股 | 7工作日 | 材料审核、现场核查(2人以上)、审批决定
      沿自: 材料审查、现场核查、复审、审批
    - 制证送达 | 行政审批股 | 2工作日 | 制证、盖章、送达
  材料:
"""

RULE = Rule(
    code="R106",
    name="互为前置",
    severity=Severity.ERROR,
    scope=Scope.WORKSPACE,
    quote="解决各部门互为条件、互相掣肘、责任不清的问题",
    source="工作方案 一(二)",
    why="甲部门的事项要先有乙部门的证,乙部门的事项又要先有甲部门的证,谁也办不成。按优化后的材料来源找;"
    "来源只写了部门、按材料名称和对方“出具”的文书对上的,只警告。优化前互为前置、优化后已经解开的不报;是不是受理时就要交,不看。",
    mend="至少去掉一方的这份材料,改为部门之间共享或并联审批。",
    bad=_PROJECT
    + """    - 名称: 示范经营许可证
      来源: 示范局/示范经营许可证核发
""",
    good=_PROJECT
    + """    - 名称: 申请书
""",
)


def check(workspace: Workspace, context: Context) -> Iterator[Finding]:
    """After the reform, no matters of several departments need each other's documents in a circle."""
    needs = {(need.matter.file, need.giver.file): need for need in needs_of(workspace)}
    arcs = without_loose_ends(set(needs))
    seen: set[str] = set()
    for start, _ in sorted(arcs):
        if start in seen:
            continue
        from_here = reachable(start, arcs)
        circle = from_here & reachable(start, ((giver, matter) for matter, giver in arcs))
        seen |= circle
        own = [needs[arc] for arc in sorted(arcs) if circle.issuperset(arc)]
        if len({need.matter.department for need in own}) > 1:
            yield _finding(own)


def _finding(own: list[Need]) -> Finding:
    text = ";".join(
        f"{need.matter.department}「{need.matter.name}」要{need.giver.department}「{need.giver.name}」的“{need.material.name}”"
        for need in own
    )
    return RULE.at(
        own[0].material.at("source"),
        f"优化后互为前置:{text}",
        width=len(own[0].material.source),
        severity=Severity.ERROR if all(need.exact for need in own) else Severity.WARNING,
        related=[need.material.at("source") for need in own[1:]],
    )
