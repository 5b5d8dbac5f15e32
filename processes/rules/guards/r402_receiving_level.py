"""R402 下放承接层级不在方案里."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.matter import Matter, Outcome
from processes.rules.rule import Context, Rule, Scope
from processes.suggesting import suggest

RULE = Rule(
    code="R402",
    name="下放承接层级不在方案里",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="能取消的取消、能下放的下放",
    source="工作方案 二(三)1;附件6 第4–6栏",
    why="附件6第6栏要写明由谁承接。",
    mend="写方案“承接层级”里的词。",
    bad="""
优化后:
  下放: 街道办
""",
    good="""
优化后:
  下放: 镇(乡)
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """下放 names one of the plan's receiving levels."""
    levels = context.workspace.plan.receiving_levels
    if matter.outcome is Outcome.DEVOLVED and levels and fold_name(matter.devolved_to) not in map(fold_name, levels):
        yield RULE.at(
            matter.at("devolved_to"),
            f"承接层级「{matter.devolved_to}」不在方案里",
            f"{suggest(matter.devolved_to, levels)}可以写:{'、'.join(levels)}",
            width=len(matter.devolved_to),
        )
