"""N204 不该扣除的时间."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.model.vocabulary import EXCLUSION_KINDS
from processes.rules.citations import PERMIT_LAW, citations, cites
from processes.rules.not_counted import is_of_kind, is_one_of_eight, permit_fault
from processes.rules.permits import is_after_of_permit
from processes.rules.rule import Context, Rule, Scope
from processes.rules.words import words_of

RULE = Rule(
    code="N204",
    name="不该扣除的时间",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的,所需时间不计算在本节规定的期限内。",
    source="《行政许可法》第四十五条",
    why="只有这八种时间不计入时限。公示、踏勘、征求意见等另外扣除,要专门的法律法规规定,而且是本事项的依据;把踏勘、会签说成"
    "专家评审、鉴定,是把时限做短。环节是不是这一种,按名称和程序判断,请核对。许可优化后的流程里八种一种也不是的,由L45指出。",
    mend="计入时限;专门法规规定可以扣除的,写 不计时限(《…》第×条),并把这部法规写进“依据”或“法定时限”。",
    bad="""
优化后:
  时限: 12工作日
  流程:
    - 受理 | 行政审批股 | 1工作日 | 形式审查
    - 设备检测 | 行政审批股 | 不计时限(听证) | 设备检测
    - 决定 | 行政审批股 | 2工作日 | 审批决定、送达
""",
    good="""
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查、一次告知
    - 环节: 审查 | 行政审批股/审查岗 | 7工作日 | 材料审核、现场核查(2人以上)
      沿自: 材料审查、现场核查
    - 专家评审 | 行政审批股/评审岗 | 不计时限(专家评审) | 专家评审
    - 环节: 决定送达 | 行政审批股/受理岗 | 4工作日 | 审批决定、制证、盖章、送达
      沿自: 审批、制证送达
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
""",
)


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """Time of a 环节 or 程序 left out that is not of the kind said, or by a law that is none of the matter's.

    What 行政许可法 does not let a permit leave out at all is L45.
    """
    for process in subject.processes:
        permit = is_after_of_permit(process, subject.matter)
        for step in process.steps:
            if excluded := step.limit.excluded:
                if fault := _fault(subject.matter, excluded, "、".join(words_of(step)), permit=permit):
                    yield RULE.at(step.at("limit"), f"环节「{step.name}」{fault}", width=len(str(step.limit)))
                continue
            for act in step.procedures:
                if act.excluded and (fault := _fault(subject.matter, act.excluded, act.name, permit=permit)):
                    yield RULE.at(act.place, f"程序「{act.name}」{fault}", width=len(act.name))


def _fault(matter: Matter, excluded: str, acts: str, *, permit: bool) -> str:
    if permit and permit_fault(excluded, acts, matter):
        return ""
    if excluded in EXCLUSION_KINDS:
        return "" if is_of_kind(acts, excluded) else f"的时间按「{excluded}」不计,名称和程序里看不出是{excluded}"
    law = next((one.title for one in citations(excluded)), "")
    if not law or (law == PERMIT_LAW and "四十五" in excluded):
        return "" if is_one_of_eight(acts) else "不计时限,不是许可法第四十五条的八种"
    named = (*(basis.text for basis in matter.bases), matter.statutory.basis)
    return "" if any(cites(text, law) for text in named) else f"按「《{law}》」不计时限,这部法规不在事项的依据里"
