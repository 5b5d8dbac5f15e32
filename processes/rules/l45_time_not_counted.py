"""L45 不该扣除的时间被扣除."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.places import Place
from processes.model.process import Process, Step
from processes.rules.not_counted import permit_fault
from processes.rules.permits import is_after_of_permit
from processes.rules.rule import Context, Rule, Scope
from processes.rules.words import words_of

RULE = Rule(
    code="L45",
    name="扣除了不该扣的时间",
    severity=Severity.WARNING,
    scope=Scope.PROCESS,
    quote="行政机关作出行政许可决定,依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的,所需时间不计算在本节规定的期限内。"
    "行政机关应当将所需时间书面告知申请人。",
    source="《行政许可法》第四十五条",
    why="许可只有这八种程序的时间可以不算,公示、现场勘验、征求意见、会签、考试都要算在时限里,法律、法规另有规定的除外。"
    "看优化后:写了不计时限的环节里没有这八种程序,或者引用的不是法律、法规。只管行政许可,其他权力和服务由N204管。"
    "是否书面告知了所需时间看不出来,请核对。",
    mend="把时间算进时限;法律、法规准许扣除的,写成 不计时限(《…条例》第×条)。",
    bad="""
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 1工作日 | 形式审查、一次告知
    - 公示 | 不计时限(听证) | 张榜公示
    - 环节: 审查 | 7工作日 | 材料审核、现场核查(2人以上)
      沿自: 材料审查、现场核查
    - 环节: 决定 | 4工作日 | 审批决定、制证、盖章、送达
      沿自: 审批、制证送达
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


def check(process: Process, context: Context) -> Iterator[Finding]:
    """Time that is not counted although step and procedures name none of the eight acts, or by no law or regulation.

    A title whose rank is not known is believed.
    """
    matter = context.matter
    if matter is None or not is_after_of_permit(process, matter):
        return
    for step in process.steps:
        for place, name, kind, acts in _excluded(step):
            fault = permit_fault(kind, acts, matter)
            if fault:
                yield RULE.at(place, f"「{name}」写了不计时限({kind}),{fault}", width=len(kind))


def _excluded(step: Step) -> Iterator[tuple[Place, str, str, str]]:
    """Place, name, kind and names of acts of the time that is not counted: of the step, and of its procedures."""
    if step.limit.excluded:
        acts = "、".join(words_of(step))
        yield step.at("limit"), step.name, step.limit.excluded, acts
    elif not step.composite:
        yield from _excluded_acts(step)


def _excluded_acts(step: Step) -> Iterator[tuple[Place, str, str, str]]:
    for one in step.procedures:
        if one.excluded:
            kind = one.name if one.excluded == "是" else one.excluded
            yield one.at("excluded"), one.name, kind, one.name
