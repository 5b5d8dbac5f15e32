"""S101 环节重名."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.flow import MetStep, StepEntry
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
    """Within each version the keys of the steps (标识, else name) are unique, inside blocks too; likewise in a 支线."""
    for version in matter.versions:
        steps = [(_key(met), met.entry) for met in context.steps_of(version)]
        if len({key for key, _ in steps}) == len(steps):
            continue
        seen: dict[str, StepEntry] = {}
        for key, entry in steps:
            if key in seen:
                yield RULE.at(
                    entry.at("identifier" if entry.identifier else "name"),
                    f"有两个环节叫「{entry.key}」",
                    width=len(entry.key),
                    related=(seen[key].at("name"),),
                )
            seen.setdefault(key, entry)


def _key(met: MetStep) -> str:
    key = met.entry.key
    return fold_name(f"{met.branch}/{key}" if met.branch else key)
