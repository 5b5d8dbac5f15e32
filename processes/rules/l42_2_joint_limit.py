"""L42-2 联合办理超过45个工作日."""

from __future__ import annotations

from collections.abc import Iterator

from processes.compilation.days import days_in_sequence
from processes.compilation.standard import deciding_step
from processes.model.findings import Finding, Severity
from processes.model.limits import DayKind
from processes.model.matter import Matter
from processes.rules.citations import sets_otherwise
from processes.rules.permits import is_joint, permit_after
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="L42-2",
    name="联合办理超过45日",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="依照本法第二十六条的规定,行政许可采取统一办理或者联合办理、集中办理的,办理的时间不得超过四十五日",
    source="《行政许可法》第四十二条第二款",
    why="几个部门联合办理的许可,从受理到决定最多45个工作日(承诺计至送达的,决定之后的环节不算);延长的15个工作日要经政府负责人批准,是例外。"
    "法律、法规另定了更长时限的不查;联审联批项目的总时限由方案的上限管。",
    mend="把优化后的时限压到45个工作日以内。",
    bad="""
并联部门: 公安局
优化后:
  时限: 50工作日
""",
    good="""
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 1工作日 | 形式审查、一次告知
    - 环节: 并联审查 | 7工作日
      沿自: 材料审查、现场核查
      并联:
        - 材料审查 | 7工作日 | 材料审核、现场核查(2人以上)
        - 治安审查 | 公安局 | 5工作日 | 治安条件审核
    - 环节: 决定 | 4工作日 | 审批决定、制证、盖章、送达
      沿自: 审批、制证送达
  材料: 申请书、经营场所平面图
并联部门: 公安局
""",
)

MOST = 45
"""四十五日 (工作日 by art. 82)."""
_DELIVERY = "送达"
"""口径.承诺计至: the promise holds until the certificate is handed over."""


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """优化后 of a permit of several departments takes more than 45 working days, and no own law allows more.

    What comes after 决定 is delivery (art. 44) and does not count, where the promise runs until 送达.
    """
    after = permit_after(matter)
    if after is None or not is_joint(matter):
        return
    limit, basis = after.limit, matter.statutory.basis
    if limit.day_kind is not DayKind.WORKING or limit.counted <= MOST:
        return
    if matter.statutory.limit.days > MOST and sets_otherwise(basis, matter.bases):
        return
    index = deciding_step(after.entries) if context.workspace.plan.switches.promise_until == _DELIVERY else None
    if index is not None and limit.days - days_in_sequence(after.entries[index + 1 :]) <= MOST:
        return
    yield RULE.at(after.at("limit"), f"几个部门联合办理,优化后的时限 {limit} 超过45个工作日", width=len(str(limit)))
