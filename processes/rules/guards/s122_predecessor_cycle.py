"""S122 先办成环."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.project import Project
from processes.rules.reach import reachable
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="S122",
    name="先办成环",
    severity=Severity.ERROR,
    scope=Scope.PROJECT,
    why="互相等着先办,谁也开始不了。",
    mend="断开其中一处先办。",
    bad="""
优化前:
  - 备案 | 发改局 | 1工作日 | 许可
  - 许可 | 住建局 | 3工作日 | 备案
""",
    good="""
优化前:
  - 备案 | 发改局 | 1工作日
  - 许可 | 住建局 | 3工作日 | 备案
""",
)


def check(project: Project, context: Context) -> Iterator[Finding]:
    """先办 has no cycle."""
    for label, tasks in (("优化前", project.before), ("优化后", project.after)):
        arcs = [(fold_name(name), fold_name(task.name)) for task in tasks for name in task.predecessors]
        arcs = [(source, target) for source, target in arcs if source != target]
        for task in tasks:
            own = fold_name(task.name)
            if any(own in reachable(target, arcs) for source, target in arcs if source == own):
                yield RULE.at(task.at("predecessors"), f"{label}的「{task.name}」要等自己先办完")
                break
