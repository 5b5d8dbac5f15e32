"""R606 窗口不能独立办完."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.centre import entering, steps_behind, windows_of
from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope
from processes.rules.stages import ENTRY, is_due

RULE = Rule(
    code="R606",
    name="窗口不能独立办完",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="确保每个窗口均能独立完成受理、办理、制证、盖章、传送等审批环节",
    source="工作方案 二(四)3",
    why=(
        "受理、制证、盖章、送达都在窗口,不再退回科室或领导。看环节的种类和第一个承办;"
        "审查是否都由行政审批股办理,以及一个环节也没有交给行政审批股的,由集中到一个股室的规则查;决定由R603查。"
    ),
    mend="这个环节改由行政审批股承办;事项进不了中心的写“未进驻原因”。",
    bad="""
==> 示范局/01-示范事项.yaml <==
优化后:
  承办: 行政审批股
  时限: 8工作日
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查
    - 环节: 审查 | 行政审批股/审查岗 | 3工作日 | 材料审核
      沿自: 材料审查、现场核查
    - 环节: 决定 | 行政审批股/股长 | 2工作日 | 审批决定
      沿自: 审批
    - 制证送达 | 综合股 | 2工作日 | 制证、盖章、送达
""",
    good="""
==> 示范局/01-示范事项.yaml <==
优化后:
  承办: 行政审批股
  时限: 8工作日
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查
    - 环节: 审查 | 行政审批股/审查岗 | 3工作日 | 材料审核
      沿自: 材料审查、现场核查
    - 环节: 决定 | 行政审批股/股长 | 2工作日 | 审批决定
      沿自: 审批
    - 制证送达 | 行政审批股/受理岗 | 2工作日 | 制证、盖章、送达
""",
)


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """Counted steps that accept, produce, seal or deliver are not held by another own office or the leaders.

    A step that also decides is left to R603.
    """
    windows = windows_of(filing.department)
    if not windows or not is_due(context, ENTRY):
        return
    for one in entering(filing):
        for step, kinds in steps_behind(one, windows):
            message = f"环节「{step.name}」由「{step.holders[0].unit}」承办,{'、'.join(kinds)}不在窗口"
            yield RULE.at(step.at("name"), message, width=len(step.name))
