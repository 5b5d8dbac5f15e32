"""R903 第三阶段成果缺."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.deadlines import nothing_to_file
from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R903",
    name="第三阶段成果缺",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="第三阶段:优化作风流程阶段(2018年1月末)……建立工作流程优化对比台账(附件6)。2018年1月末上报市编办。",
    source="工作方案 二(三)",
    why="到期以后看:一个事项也没有申报的,这一阶段的成果无从谈起。成果是哪些,看方案的“阶段”。有错误的事项在各自的文件里报告;"
    "各张表填得对不对,由别的规则看。",
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

_STAGE = 3


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """Once the stage is due, a department has declared matters, of which its forms are made."""
    yield from nothing_to_file(RULE, filing, context, _STAGE)
