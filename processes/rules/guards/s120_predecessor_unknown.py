"""S120 先办不认识."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.project import Project
from processes.rules.rule import Context, Rule, Scope
from processes.suggesting import suggest

RULE = Rule(
    code="S120",
    name="先办不认识",
    severity=Severity.ERROR,
    scope=Scope.PROJECT,
    why="先办决定哪些可以同时办,写错了关键路径就不对。",
    mend="写同一版本里“办理”一栏的名称。",
    bad="""
优化前:
  - 备案 | 发改局 | 1工作日
  - 许可 | 住建局 | 3工作日 | 备按
""",
    good="""
优化前:
  - 备案 | 发改局 | 1工作日
  - 许可 | 住建局 | 3工作日 | 备案
""",
)


def check(project: Project, context: Context) -> Iterator[Finding]:
    """先办 names rows of the same version; 部门 and 牵头 are known."""
    for label, tasks in (("优化前", project.before), ("优化后", project.after)):
        known = [task.name for task in tasks]
        folded = {fold_name(name) for name in known}
        for task in tasks:
            for name in task.predecessors:
                if fold_name(name) not in folded:
                    yield RULE.at(
                        name.place, f"{label}没有「{name}」这一行", suggest(name, known) + RULE.mend, width=len(name)
                    )
                elif fold_name(name) == fold_name(task.name):
                    yield RULE.at(name.place, f"「{name}」不能先办自己", width=len(name))
