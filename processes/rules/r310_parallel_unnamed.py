"""R310 并联部门没有写."""

from __future__ import annotations

from collections.abc import Iterator

from processes.compilation.holders import unit_of
from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.matter import Matter
from processes.model.process import HolderKind
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R310",
    name="并联部门没有写",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="并联审批:由2个以上部门联审联批的填写联审联批部门。",
    source="附件4 注10",
    why="流程里别的部门与本单位并联审批,附件4的并联审批却会填“否”。只看“并联”里的环节:先后办理的不是并联审批。",
    mend="在“并联部门”里写上这个部门(简称);不是审批的,把环节移出“并联”。",
    bad="""
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股 | 1工作日 | 形式审查
    - 环节: 并联审查 | 行政审批股 | 8工作日
      沿自: 材料审查、现场核查
      并联:
        - 材料审查 | 行政审批股 | 8工作日 | 材料审核
        - 治安审查 | 公安局 | 5工作日 | 治安审查
    - 环节: 决定送达 | 行政审批股 | 2工作日 | 审批决定、送达
      沿自: 审批、制证送达
""",
    good="""
并联部门: 公安局
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股 | 1工作日 | 形式审查
    - 环节: 并联审查 | 行政审批股 | 8工作日
      沿自: 材料审查、现场核查
      并联:
        - 环节: 审查 | 行政审批股 | 8工作日 | 材料审核、现场核查(2人以上)
          沿自: 材料审查、现场核查
        - 治安审查 | 公安局治安大队 | 5工作日 | 治安审查
    - 环节: 决定送达 | 行政审批股 | 2工作日 | 审批决定、送达
      沿自: 审批、制证送达
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """Whoever of another department of the plan holds a step of a parallel block is in 并联部门 or 共同实施."""
    named = [fold_name(name) for name in (*matter.parallel_departments, *matter.joint_departments)]
    for version in matter.versions:
        for met in context.steps_of(version):
            if not met.depth or met.branch:
                continue
            for holder in met.entry.holders:
                unit = unit_of(holder)
                folded = fold_name(unit)
                if context.book.kind(unit) is HolderKind.DEPARTMENT and not folded.startswith(tuple(named)):
                    named.append(folded)
                    yield RULE.at(
                        holder.place,
                        f"{version.label}「{met.entry.name}」由「{unit}」并联办理,并联部门里没有写它",
                        width=len(unit),
                    )
