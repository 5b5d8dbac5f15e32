"""R207 事业单位仍在审批."""

from __future__ import annotations

from collections.abc import Iterator

from engine.annexes.wording import office_names
from engine.rules.approving import institutions
from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.vocabulary import MatterType, StepKind
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R207",
    name="事业单位仍在审批",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="需将本部门及所属事业单位的行政审批事项全面梳理、归并集中到行政审批股。",
    source="工作方案 二(一)3",
    why="所属事业单位办的行政审批事项也要归并到行政审批股,改革后不能再由它承办,也不能由它受理、决定、送达;"
    "现场核查、检验等技术性工作由事业单位协助的不在此列。",
    mend="优化后的承办和受理、决定、送达环节写行政审批股。",
    bad="""
==> 示范局/单位.yaml <==
内设机构:
  - 综合股
  - 业务股 | 监管
  - 登记股 | 审批 | 撤销
  - 行政审批股 | 审批 | 新设
  - 机构: 管理站
    性质: 事业单位
==> 示范局/01-示范事项.yaml <==
优化后:
  承办: 管理站
  时限: 12工作日
  流程:
    - 受理 | 管理站 | 1工作日 | 形式审查、一次告知
    - 环节: 审查决定 | 管理站 | 7工作日 | 材料审核、现场核查(2人以上)、审批决定
      沿自: 材料审查、现场核查、复审、审批
    - 制证送达 | 管理站 | 2工作日 | 制证、盖章、送达
""",
    good="""
==> 示范局/单位.yaml <==
内设机构:
  - 综合股
  - 业务股 | 监管
  - 登记股 | 审批 | 撤销
  - 行政审批股 | 审批 | 新设
  - 机构: 管理站
    性质: 事业单位
==> 示范局/01-示范事项.yaml <==
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股 | 1工作日 | 形式审查、一次告知
    - 环节: 审查决定 | 行政审批股 | 7工作日 | 材料审核、现场核查(2人以上)、审批决定
      沿自: 材料审查、现场核查、复审、审批
    - 制证送达 | 行政审批股 | 2工作日 | 制证、盖章、送达
""",
)

_DECISIVE = {StepKind.ACCEPT, StepKind.DECIDE, StepKind.DELIVER}


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """No 所属事业单位 is 承办机构 of a 行政审批事项 afterwards, nor holds its 受理, 决定 or 送达."""
    after = subject.after
    if subject.matter.type is not MatterType.APPROVAL or after is None or subject.matter.is_gone:
        return
    bodies = institutions(subject.department)
    if not bodies or subject.department.outside_scope:
        return
    named = [name for name in office_names(after) if fold_name(name) in bodies]
    if named:
        message = f"优化后还由事业单位「{named[0]}」承办,没有归并到行政审批股"
        yield RULE.at(named[0].place, message, width=len(named[0]))
        return
    for step in after.steps:
        if step.counted and _DECISIVE.intersection(step.kinds):
            for holder in step.holders:
                if fold_name(holder.unit) in bodies:
                    message = f"优化后「{step.name}」还由事业单位「{holder.unit}」办理"
                    yield RULE.at(holder.place, message, width=len(holder.unit))
