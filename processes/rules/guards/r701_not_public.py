"""R701 优化后不公开."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.model.vocabulary import MatterType
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R701",
    name="优化后不公开",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="再造流程后,各部门要向社会公开(涉密事项除外)。",
    source="工作方案 二(五)",
    why="再造后的事项要向社会公开,只有涉密事项除外。",
    mend="写“公开: 是”;涉密的写“涉密: 密级和依据”;机关内部事项在“说明”里写理由。",
    bad="""
公开: 否
""",
    good="""
公开: 否
涉密: 秘密级(虚构依据)
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """公开 after the reform is 是 unless the matter is secret; for 其他事项 a written reason (说明) will do."""
    after = matter.after
    if after is not None and not after.public and not matter.secret:
        severity = Severity.WARNING if matter.type is MatterType.OTHER else Severity.ERROR
        yield RULE.at(after.at("public"), "优化后不公开,又不涉密", severity=severity)
