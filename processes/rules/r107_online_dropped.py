"""R107 线上渠道没有了."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter, Outcome
from processes.model.vocabulary import ONLINE
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R107",
    name="线上渠道没有了",
    severity=Severity.INFO,
    scope=Scope.MATTER,
    quote="实现部门行政服务与网上行政服务大厅同步再造流程,线上线下两个平台并重,同步优化简化。",
    source="工作方案 一(二)",
    why="优化前能在网上办、优化后不能,线上没有同步优化。各渠道共用一份流程、材料和时限,所以线上线下的数不会不同,不另比对;"
    "网上大厅里实际怎样设置,软件看不到。",
    mend="在优化后的渠道里保留“网上”;确实不能在网上办的,在备注里写明原因。",
    bad="""
# 不要: 渠道
优化后:
  渠道: 窗口
  时限: 10工作日
优化前:
  渠道: 窗口、网上
  时限: 20工作日
  流程:
    - 受理 | 登记股 | 1工作日 | 形式审查
    - 审批 | 局领导 | 4工作日 | 局长签批
  材料: 申请书
""",
    good="""
渠道: 窗口、网上
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """A matter that could be handled online before, and stays with the department, still can."""
    after = matter.after
    if (
        after is not None
        and matter.outcome is not Outcome.DEVOLVED
        and ONLINE in matter.before.channels
        and ONLINE not in after.channels
    ):
        yield RULE.at(
            after.at("channels"),
            f"优化前可以网上办理,优化后的渠道只有{'、'.join(after.channels) or '无'}",
            related=(matter.before.at("channels"),),
        )
