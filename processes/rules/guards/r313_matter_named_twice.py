"""R313 事项重名."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.department import Department
from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.matter import Matter
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R313",
    name="事项重名",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    source="附件4 注2",
    why="一个单位里两个事项同名,附件4、6、7对不上。",
    mend="给其中一个换名称,或合并成一个事项。",
)


def check(department: Department, context: Context) -> Iterator[Finding]:
    """Matter names are unique in a department."""
    seen: dict[str, Matter] = {}
    for matter in context.workspace.matters_of(department.name):
        name = fold_name(matter.name)
        if name in seen:
            yield RULE.at(
                matter.at("name"),
                f"事项「{matter.name}」在「{seen[name].file}」里已经申报",
                related=(seen[name].at("name"),),
                width=len(matter.name),
            )
        seen.setdefault(name, matter)
