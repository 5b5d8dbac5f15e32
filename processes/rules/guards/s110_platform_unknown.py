"""S110 平台不在方案里."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name, folded_names
from processes.model.matter import Matter
from processes.rules.rule import Context, Rule, Scope
from processes.suggesting import suggest

RULE = Rule(
    code="S110",
    name="平台不在方案里",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    source="附件10 E栏",
    why="附件10只认方案里列的公布平台。",
    mend="写方案“平台”里的名称。",
    bad="""
平台: 海林市流程梳理平台
""",
    good="""
平台: 海林市行政权力流程梳理平台
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """平台 are among those of the plan."""
    known = context.workspace.plan.platforms
    for name in matter.platforms:
        if fold_name(name) not in folded_names(known):
            yield RULE.at(
                name.place,
                f"平台「{name}」不在方案里",
                suggest(name, known) + f"可以写:{'、'.join(known)}",
                width=len(name),
            )
