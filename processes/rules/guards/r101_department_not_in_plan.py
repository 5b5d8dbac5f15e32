"""R101 单位不在方案里."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.department import Department
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope
from processes.suggesting import suggest

RULE = Rule(
    code="R101",
    name="单位不在方案里",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="机关作风整顿再造流程工作范围为:党政综合部门、经济管理部门、执法监督部门和管理服务部门,共计62家单位。",
    source="工作方案 二",
    why="再造流程的范围是方案列出的部门;不在其中的不进全市汇总。",
    mend="写方案里的简称;镇、开发区写“范围外: 是”。",
    bad="""
名称: 示范曲
""",
    good="""
名称: 示范局
""",
)


def check(department: Department, context: Context) -> Iterator[Finding]:
    """A declared department is one of the plan's, unless it is outside the scope."""
    departments = context.workspace.plan.departments
    if department.name not in departments and not department.outside_scope:
        yield RULE.at(
            department.at("name"),
            f"单位「{department.name}」不在方案里",
            suggest(department.name, departments) + RULE.mend,
            width=len(department.name),
        )
