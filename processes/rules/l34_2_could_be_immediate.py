"""L34-2 可以当场决定."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.process import Process
from processes.rules.permits import is_after_of_permit
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="L34-2",
    name="可以当场决定",
    severity=Severity.INFO,
    scope=Scope.PROCESS,
    quote="申请人提交的申请材料齐全、符合法定形式,行政机关能够当场作出决定的,应当当场作出书面的行政许可决定。",
    source="《行政许可法》第三十四条第二款",
    why="优化后的程序只有形式审查、决定、制证、送达这些,没有核实材料的程序,一般可以当场决定。能不能当场决定由单位判断,这里只提示。",
    mend="能够当场决定的,优化后的时限写 即时;确实要审查材料的,把审查的程序写上。",
    bad="""
优化后:
  承办: 行政审批股
  时限: 2工作日
  流程:
    - 环节: 受理 | 1工作日 | 形式审查、一次告知
      沿自: 受理、材料审查、现场核查
    - 环节: 决定 | 1工作日 | 审批决定、制证、送达
      沿自: 审批、制证送达
  材料: 申请书、经营场所平面图
""",
    good="""
优化后:
  承办: 行政审批股
  时限: 2工作日
  流程:
    - 环节: 受理 | 1工作日 | 形式审查、一次告知、材料审核、现场核查(2人以上)
      沿自: 受理、材料审查、现场核查
    - 环节: 决定 | 1工作日 | 审批决定、制证、盖章、送达
      沿自: 审批、制证送达
  材料: 申请书、经营场所平面图
""",
)

_FORMAL = re.compile(
    "(?:形式审查|一次(?:性)?告知|受理|收件|接件|录入|登记|审批决定|作出决定|决定|核准|(?:分管)?(?:局|股|主要)?(?:领导|长)?签[批发]"
    "|制证|打印.*|盖章|用印|送达|发证|颁证|领证|收费|缴费|归档|立卷归档|公开|告知结果|抄送.*|通报.*)"
)


def check(process: Process, context: Context) -> Iterator[Finding]:
    """优化后 has a limit above 即时 although every procedure of the main path is one of form, decision or delivery."""
    after = process.version
    if not after.limit.counted or not is_after_of_permit(process, context.matter):
        return
    for step in process.steps:
        if not step.branch:
            for procedure in step.procedures:
                if not _FORMAL.fullmatch(procedure.name):
                    return
    yield RULE.at(
        after.at("limit"), f"没有核实材料的程序,时限还有 {after.limit},看看能不能当场决定", width=len(str(after.limit))
    )
