"""R214 重点工程项目除外."""

from __future__ import annotations

from collections.abc import Iterator

from engine.reports.target import share_words
from engine.rules.approving import approvals_of
from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope
from processes.rules.words import quoted

RULE = Rule(
    code="R214",
    name="重点工程项目除外",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="除市级重点工程项目外,审批事项时限、审批程序缩减三分之一……",
    source="工作方案 二(一)2",
    why="写了“重点项目: 是”的行政审批事项不算进缩减三分之一,附件3的备注单独列出。"
    "是不是市级重点工程项目,软件看不出,所以列出来请核对。",
    mend="核对是不是市级重点工程项目;不是的,去掉“重点项目: 是”。",
    bad="""
==> 示范局/01-示范事项.yaml <==
重点项目: 是
""",
    good="""
==> 示范局/01-示范事项.yaml <==
重点项目: 否
""",
)


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """One for the 行政审批事项 of a department that are declared 重点项目."""
    department = filing.department
    approvals = approvals_of(context.workspace.matters_of(department.name))
    key = [one for one in approvals if one.key_project]
    if key and not department.outside_scope:
        names = quoted([one.name for one in key])
        words = share_words(filing.plan.targets.cut)
        yield RULE.at(
            department.at("name"),
            f"{len(approvals)}个行政审批事项中有{len(key)}个按重点项目申报,不要求缩减{words}:{names}",
            width=len(department.name),
            related=[one.at("key_project") for one in key],
        )
