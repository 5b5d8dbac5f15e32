"""R902 第二阶段成果缺."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.deadlines import nothing_to_file
from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R902",
    name="第二阶段成果缺",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="第二阶段:流程再造梳理评估阶段(2017年12月末)……"
    "建立海林市机关作风整顿再造流程工作事项台账(附件4),12月末上报市编办……建立工作流程问题清单(附件5)。12月末上报市编办。",
    source="工作方案 二(二)",
    why="到期以后,别的单位已经申报、本单位还没有申报任何事项的,报不出这一阶段的成果。成果是哪些,看方案的“阶段”。有错误的事项在各自的文件里报告;"
    "哪个事项没有评估,由别的规则看。",
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

_STAGE = 2


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """Once the stage is due, a department has declared matters, of which its forms are made."""
    yield from nothing_to_file(RULE, filing, context, _STAGE)
