"""S123 办理缺少部门或时限."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.project import Project
from processes.rules.rule import Context, Rule, Scope
from processes.suggesting import suggest

RULE = Rule(
    code="S123",
    name="办理缺少部门或时限",
    severity=Severity.ERROR,
    scope=Scope.PROJECT,
    why="没有部门不知道谁办,没有时限算不出关键路径。",
    mend="写成:办理 | 部门 | 时限 | 先办;或用“事项: 单位/事项名称”从事项文件取。",
    bad="""
优化前:
  - 备案 | 发改局
""",
    good="""
优化前:
  - 备案 | 发改局 | 1工作日
""",
)


def check(project: Project, context: Context) -> Iterator[Finding]:
    """A row has 部门 and 时限, or is tied to an existing matter; departments and 牵头 are known."""
    workspace = context.workspace
    known = set(workspace.plan.departments) | {body.name for body in workspace.plan.outside_bodies}
    matters = workspace.matter_names
    if project.lead not in known:
        yield RULE.at(
            project.at("lead"),
            f"牵头「{project.lead}」不在方案里",
            suggest(project.lead, known) + "写方案里的部门简称。",
            width=len(project.lead),
        )
    for task in (*project.before, *project.after):
        if task.matter and task.matter not in matters:
            yield RULE.at(
                task.at("matter"),
                f"没有「{task.matter}」这个事项",
                suggest(task.matter, matters) + "写成 单位/事项名称。",
                width=len(task.matter),
            )
        if not task.matter and (not task.departments or task.limit is None):
            yield RULE.at(
                task.at("name"),
                f"「{task.name}」没有{'部门' if not task.departments else '时限'}",
                width=len(task.name),
            )
        for name in task.departments:
            if name not in known and not any(name.startswith(department) for department in known):
                yield RULE.at(
                    name.place,
                    f"部门「{name}」不在方案里",
                    suggest(name, known) + "写方案里的部门简称。",
                    width=len(name),
                )
