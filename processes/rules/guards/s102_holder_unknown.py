"""S102 承办不认识."""

from __future__ import annotations

from collections.abc import Iterator

from processes.compilation.holders import unit_of
from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.rule import Context, Rule, Scope
from processes.suggesting import suggest

RULE = Rule(
    code="S102",
    name="承办不认识",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    blocks=True,
    why="环节由谁承办,附件4、6、7、8都要用;不认识的名称多半写错了。",
    mend="写本单位内设机构的规范全称、“…领导”、方案里的部门,或先在“外部机构”里列出。",
    source="附件4 注5",
    quote="填写承办内设机构的规范全称。",
    bad="""
优化前:
  时限: 1工作日
  流程:
    - 受理 | 综合古 | 1工作日 | 形式审查
  材料: 申请书
""",
    good="""
优化前:
  时限: 1工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
  材料: 申请书
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """Every unit that holds a step or version is an own office, our leaders, a department, or an outside body."""
    if context.department is None:
        return
    book = context.book
    known = book.offices
    for version in matter.versions:
        of_steps = (name for met in context.steps_of(version) for name in met.entry.holders)
        for name in (*version.offices, *of_steps):
            if name in known:
                continue
            unit = unit_of(name)
            if book.kind(unit) is None:
                yield RULE.at(
                    name.place,
                    f"没有「{unit}」这个承办单位",
                    (suggest(unit, book.names) or f"本单位的内设机构:{'、'.join(sorted(known)) or '无'}。") + RULE.mend,
                    width=len(unit),
                )
