"""S101 环节重名."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.flow import StepEntry
from processes.model.folding import fold_name
from processes.model.matter import Matter
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="S101",
    name="环节重名",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    blocks=True,
    why="去向、沿自按名称找环节,一个版本里两个环节重名就分不清指哪一个。",
    mend="给其中一个换名称,或用“标识”区分。",
    bad="""
优化前:
  时限: 3工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 受理 | 综合股 | 2工作日 | 材料审核
  材料: 申请书
""",
    good="""
优化前:
  时限: 3工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 审核 | 综合股 | 2工作日 | 材料审核
  材料: 申请书
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """Within each version the keys of the steps (标识, else name) are unique, inside blocks too."""
    for version in matter.versions:
        keys = [fold_name(met.entry.key) for met in context.steps_of(version) if not met.branch]
        if len(set(keys)) == len(keys):
            continue
        seen: dict[str, StepEntry] = {}
        for met in context.steps_of(version):
            if met.branch:
                continue
            key = fold_name(met.entry.key)
            if key in seen:
                yield RULE.at(
                    met.entry.place,
                    f"{version.label}里有两个环节叫「{met.entry.key}」",
                    width=len(met.entry.key),
                    related=(seen[key].place,),
                )
            seen.setdefault(key, met.entry)
