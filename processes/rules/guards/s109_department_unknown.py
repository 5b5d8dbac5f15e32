"""S109 部门不在方案里."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name, folded_names
from processes.model.matter import Matter
from processes.rules.rule import Context, Rule, Scope
from processes.suggesting import suggest

RULE = Rule(
    code="S109",
    name="部门不在方案里",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    why="并联部门、共同实施部门写进附件4和附件7,只能是方案里的部门。",
    mend="写方案里的部门简称;本单位不用写,会自动排在第一位。",
    bad="""
并联部门: 公按局
""",
    good="""
并联部门: 公安局
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """并联部门 and 共同实施 are other departments of the plan."""
    if not (matter.parallel_departments or matter.joint_departments):
        return
    plan = context.workspace.plan
    known = (*plan.departments, *(body.name for body in plan.outside_bodies))
    for label, names in (("并联部门", matter.parallel_departments), ("共同实施", matter.joint_departments)):
        for name in names:
            if name == matter.department:
                yield RULE.at(name.place, f"{label}里不用写本单位「{name}」", width=len(name))
            elif fold_name(name) not in folded_names(known):
                yield RULE.at(
                    name.place, f"{label}「{name}」不在方案里", suggest(name, known) + RULE.mend, width=len(name)
                )
