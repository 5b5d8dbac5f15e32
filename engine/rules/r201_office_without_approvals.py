"""R201 没有行政审批事项."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.approving import approval_offices, approvals_of
from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R201",
    name="没有行政审批事项",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="1. 实施范围:承担行政审批事项的市直各部门。",
    source="工作方案 二(一)1",
    why="附件1、附件2、附件3由承担行政审批事项的部门填报。组建了行政审批股,却一个行政审批事项也没有申报,"
    "三张表就出不来:不是事项漏报或类型写错,就是不必组建。",
    mend="把行政审批事项补报上来,或改正事项的类型;确实没有的,去掉行政审批股和“审批”职能,或在说明里写明理由。",
    bad="""
==> 示范局/01-示范事项.yaml <==
类型: 其他行政权力事项
种类: 行政确认
""",
    good="""
==> 示范局/01-示范事项.yaml <==
类型: 行政审批事项
""",
)


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """A department that declares matters, and a 行政审批股 or an office for 审批, declares a 行政审批事项."""
    department = filing.department
    matters = context.workspace.matters_of(department.name)
    if department.outside_scope or not matters or approvals_of(matters):
        return
    formed, offices = department.approval_office, approval_offices(department)
    if formed is not None:
        yield RULE.at(
            formed.at("mode"),
            f"写了行政审批股,申报的{len(matters)}个事项里没有行政审批事项,附件1、附件2、附件3无从填报",
            width=len(formed.mode),
        )
    elif offices:
        yield RULE.at(
            offices[0].at("role"),
            f"「{offices[0].name}」的职能是审批,申报的{len(matters)}个事项里没有行政审批事项",
            width=len(offices[0].role),
        )
