"""L46-48 听证不合法定要求."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.limits import DayKind, number_text
from processes.model.process import Process, Step
from processes.model.vocabulary import StepKind
from processes.rules.permits import is_after_of_permit
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="L46-48",
    name="听证不合要求",
    severity=Severity.WARNING,
    scope=Scope.PROCESS,
    quote="申请人、利害关系人在被告知听证权利之日起五日内提出听证申请的,行政机关应当在二十日内组织听证。申请人、利害关系人不承担行政机关组织"
    "听证的费用。…行政机关应当指定审查该行政许可申请的工作人员以外的人员为听证主持人",
    source="《行政许可法》第四十七条、第四十八条",
    why="听证由审查人员以外的人主持,在提出听证申请后20个工作日内组织,不向申请人收费(收费是错误)。"
    "岗位写到“股室/岗位”的才比较;举行前7日通知、5日内提出申请、按照听证笔录决定,流程里看不出来,请核对。",
    mend="听证写明由审查岗以外的岗位主持,如 行政审批股/听证岗;时间不超过20个工作日;不收听证费。",
    bad="""
优化后:
  时限: 12工作日
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查、一次告知
    - 环节: 审查 | 行政审批股/审查岗 | 7工作日 | 材料审核、现场核查(2人以上)
      沿自: 材料审查、现场核查
    - 听证 | 行政审批股/审查岗 | 不计时限(听证) | 听证
    - 环节: 决定 | 行政审批股/股长 | 4工作日 | 审批决定、制证、送达
      沿自: 审批、制证送达
""",
    good="""
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查、一次告知
    - 环节: 审查 | 行政审批股/审查岗 | 7工作日 | 材料审核、现场核查(2人以上)
      沿自: 材料审查、现场核查
    - 环节: 决定 | 行政审批股/股长 | 4工作日 | 审批决定、制证、盖章、送达
      沿自: 审批、制证送达
  材料: 申请书、经营场所平面图
""",
)

MOST = 20
"""在二十日内组织听证 (art. 47 ¶1)."""
_REVIEWING = re.compile("材料审[核查]|(?:现场|实地|书面)(?:核查|审查|勘验|检查)")


def check(process: Process, context: Context) -> Iterator[Finding]:
    """The post that holds the hearing also reviews; the hearing takes more than 20 working days; it costs a fee."""
    if not is_after_of_permit(process, context.matter):
        return
    hearings = [step for step in process.steps if not step.composite and _hears(step)]
    reviewers = {
        str(holder): step.name
        for step in process.steps
        if hearings and not step.composite and _reviews(step)
        for holder in step.holders
        if holder.post
    }
    for step in hearings:
        limit = step.limit
        for holder in step.holders:
            if str(holder) in reviewers:
                review = reviewers[str(holder)]
                message = f"「{step.name}」由「{holder}」主持,它又办理「{review}」,主持人应当是审查人员以外的人"
                yield RULE.at(holder.place, message, width=len(str(holder)))
        if limit.excluded and limit.amount and limit.unit is DayKind.WORKING and limit.amount > MOST:
            message = f"「{step.name}」用 {number_text(limit.amount)} 个工作日,应当在20个工作日内组织听证"
            yield RULE.at(step.at("limit"), message)
    for fee in process.version.fees:
        if "听证" in fee.item:
            message = f"收费项目「{fee.item}」:申请人、利害关系人不承担听证的费用"
            yield RULE.at(fee.place, message, "取消这项收费。", width=len(fee.item), severity=Severity.ERROR)


def _hears(step: Step) -> bool:
    return StepKind.HEAR in step.kinds or any("听证" in one.name for one in step.procedures)


def _reviews(step: Step) -> bool:
    """Whether it examines the application; a hearing in the same step does not make it something else."""
    return StepKind.REVIEW in step.kinds or any(_REVIEWING.search(one.name) for one in step.procedures)
