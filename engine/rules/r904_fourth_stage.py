"""R904 第四阶段成果缺."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.deadlines import nothing_to_file
from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R904",
    name="第四阶段成果缺",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="第四阶段:入驻市行政服务中心阶段(2018年3月末)……"
    "2018年3月31日前市行政服务中心负责同各部门对接,做好行政审批权力、审批人员进驻中心的准备接收工作。",
    source="工作方案 二(四)",
    why="到期以后看:写了行政审批股、一个事项也没有申报的,这一阶段的成果无从谈起。成果是哪些,看方案的“阶段”。有错误的事项在各自的文件里报告;"
    "窗口、人员、授权由R208看。",
    mend="把本单位的事项申报上来;还没有梳理完的,先报已经梳理的。",
    bad="""
==> 示范局/01-示范事项.yaml <==
# 删除
""",
    good="""
==> 示范局/01-示范事项.yaml <==
类型: 行政审批事项
""",
)

_STAGE = 4


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """Once the stage is due, a department with a 行政审批股 has declared matters."""
    yield from nothing_to_file(RULE, filing, context, _STAGE)
