"""L34-3 现场核查不足两人."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.process import HolderKind, Process
from processes.rules.permits import is_after_of_permit
from processes.rules.rule import Context, Rule, Scope
from processes.rules.words import people_said

RULE = Rule(
    code="L34-3",
    name="现场核查没有写两人",
    severity=Severity.WARNING,
    scope=Scope.PROCESS,
    quote="根据法定条件和程序,需要对申请材料的实质内容进行核实的,行政机关应当指派两名以上工作人员进行核查。",
    source="《行政许可法》第三十四条第三款",
    why="到现场核查、勘验、踏勘必须两人以上,流程图和告知单上要看得出来。只看优化后,按程序名称判断;中介机构做的不看。",
    mend="在程序后面写上(2人以上)。",
    bad="""
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 1工作日 | 形式审查、一次告知
    - 环节: 审查 | 7工作日 | 材料审核、现场核查
      沿自: 材料审查、现场核查
    - 环节: 决定 | 4工作日 | 审批决定、制证、盖章、送达
      沿自: 审批、制证送达
  材料: 申请书、经营场所平面图
""",
    good="""
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 1工作日 | 形式审查、一次告知
    - 环节: 审查 | 7工作日 | 材料审核、现场核查(2人以上)
      沿自: 材料审查、现场核查
    - 环节: 决定 | 4工作日 | 审批决定、制证、盖章、送达
      沿自: 审批、制证送达
  材料: 申请书、经营场所平面图
""",
)

LEAST = 2
"""两名以上工作人员."""
_ON_SITE = re.compile(
    "(?:现场|实地|现地)(?:核查|核实|勘[查验察]|踏勘|检查|查[验看勘]|查勘|审[核查]|验收|考察)$|踏勘$|勘验$"
)


def check(process: Process, context: Context) -> Iterator[Finding]:
    """A procedure on the spot on the main path of 优化后 is not said to be done by two people at least."""
    if not is_after_of_permit(process, context.matter):
        return
    for step in process.steps:
        if step.branch or step.composite or (step.holders and step.holders[0].kind is HolderKind.INTERMEDIARY):
            continue
        for procedure in step.procedures:
            if procedure.people >= LEAST or not _ON_SITE.search(procedure.name):
                continue
            message = f"程序「{procedure.name}」{people_said(procedure)},核查要两人以上"
            yield RULE.at(procedure.place, message, width=len(procedure.name))
