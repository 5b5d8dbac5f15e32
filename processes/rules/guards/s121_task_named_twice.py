"""S121 办理重名."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.project import Project, Task
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="S121",
    name="办理重名",
    severity=Severity.ERROR,
    scope=Scope.PROJECT,
    why="先办按名称找行,重名就分不清。",
    mend="给其中一行换名称。",
    bad="""
优化前:
  - 备案 | 发改局 | 1工作日
  - 备案 | 住建局 | 3工作日
""",
    good="""
优化前:
  - 备案 | 发改局 | 1工作日
  - 许可 | 住建局 | 3工作日
""",
)


def check(project: Project, context: Context) -> Iterator[Finding]:
    """Row names are unique in a version."""
    for label, tasks in (("优化前", project.before), ("优化后", project.after)):
        seen: dict[str, Task] = {}
        for task in tasks:
            name = fold_name(task.name)
            if name in seen:
                yield RULE.at(
                    task.at("name"),
                    f"{label}里「{task.name}」写了两行",
                    related=(seen[name].at("name"),),
                    width=len(task.name),
                )
            seen.setdefault(name, task)
