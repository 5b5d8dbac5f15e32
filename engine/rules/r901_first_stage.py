"""R901 第一阶段成果缺."""

from __future__ import annotations

from collections.abc import Iterator

from engine.annexes.approvals import approvals_before
from engine.annexes.wording import office_places
from engine.rules.deadlines import due_stage, nothing_to_file
from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R901",
    name="第一阶段成果缺",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="第一阶段:“两集中三到位”改革阶段(2017年12月末)……各单位于2017年12月31日前组建行政审批股……同时上报附件1、附件2、附件3。",
    source="工作方案 二(一)",
    why="到期以后,别的单位已经申报、写了行政审批股的本单位还没有申报任何事项的,报不出附件1、附件2、附件3;"
    "优化前没有一个内设机构承办的,附件1的“原内设机构名称”填不出。成果是哪些,看方案的“阶段”。有错误的事项在各自的文件里报告;"
    "调整意见由R216看。",
    mend="把本单位的事项申报上来;还没有梳理完的,先报已经梳理的。",
    bad="""
==> 住建局/单位.yaml <==
名称: 住建局
全称: 示范市住房和城乡建设局
""",
    good="""
==> 住建局/单位.yaml <==
名称: 住建局
全称: 示范市住房和城乡建设局
==> 住建局/01-许可.yaml <==
名称: 样板施工许可
依据:
  法律: 《样板施工法》第七条
""",
)

_STAGE = 1


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """The matters of a declared 行政审批股 are declared, and each was handled by an office before."""
    department = filing.department
    yield from nothing_to_file(RULE, filing, context, _STAGE)
    if department.outside_scope or due_stage(filing.plan, context, _STAGE) is None:
        return
    for row in approvals_before([one.checked for one in filing.matters]):
        if not row.process.offices:
            place = office_places(row.process)[0]
            yield RULE.at(
                place,
                f"「{row.matter.name}」优化前没有内设机构承办,附件1的“原内设机构名称”填不出",
                "在优化前写承办,或把环节的承办写成内设机构。",
            )
