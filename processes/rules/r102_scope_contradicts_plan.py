"""R102 范围外与方案不一致."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.model.department import Department
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R102",
    name="范围外与方案不一致",
    severity=Severity.WARNING,
    scope=Scope.DEPARTMENT,
    quote="各乡镇、开发区及各部门所属事业单位的机关作风整顿再造流程工作,由各乡镇、开发区及各主管部门自行组织开展。",
    source="工作方案 三(一)",
    why="写了“范围外: 是”的单位不进全市汇总。方案列出的部门写成范围外,全市的数就少一家;"
    "方案里列的是镇、开发区的,只提醒(按名称判断,请核对)。",
    mend="方案列出的部门去掉“范围外: 是”;镇、开发区自行组织的,从方案的部门里去掉,写“范围外: 是”。",
    bad="""
范围外: 是
""",
    good="""
范围外: 否
""",
)

_TOWN = re.compile(r"(?:镇|乡|街道|开发区)(?:党委|政府|人民政府|管委会|办事处)?$")


def check(department: Department, context: Context) -> Iterator[Finding]:
    """A department that the plan lists is not 范围外; a 镇 or 开发区 that the plan lists is pointed out."""
    if department.name not in context.workspace.plan.departments:
        return
    if department.outside_scope:
        yield RULE.at(
            department.at("outside_scope"),
            f"「{department.name}」是方案列出的部门,却写了“范围外: 是”,不会进全市汇总",
        )
    elif _TOWN.search(department.name):
        yield RULE.at(
            department.at("name"),
            f"「{department.name}」看名称是镇或开发区,方案把它列为部门,会进全市汇总",
            width=len(department.name),
            severity=Severity.INFO,
        )
