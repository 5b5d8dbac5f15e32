"""R309 终审层级不在方案里."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.matter import Matter
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R309",
    name="终审层级不在方案里",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="省市终审或海林终审:根据最终审批结果填写。",
    source="附件4 注9",
    why="附件4第8栏只认方案里的终审层级。",
    mend="写方案“终审”里的词;没有审批结果的写 无。",
    bad="""
终审: 国家终审
""",
    good="""
终审: 海林终审
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """终审 is one of the plan's, or 无."""
    levels = context.workspace.plan.final_levels
    if matter.final_level and fold_name(matter.final_level) not in map(fold_name, levels):
        yield RULE.at(
            matter.at("final_level"),
            f"终审「{matter.final_level}」不在方案里",
            f"可以写:{'、'.join(levels)},或 无。",
            width=len(matter.final_level),
        )
