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
    why="到期以后,别的单位已经申报、写了行政审批股的本单位还没有申报任何事项的,报不出这一阶段的成果。成果是哪些,看方案的“阶段”。有错误的事项在各自的文件里报告;"
    "窗口、人员、授权由R208看。",
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

_STAGE = 4


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """Once the stage is due, a department with a 行政审批股 has declared matters."""
    yield from nothing_to_file(RULE, filing, context, _STAGE)
