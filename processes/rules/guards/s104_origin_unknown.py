"""S104 沿自不认识."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.matter import Matter, VersionLabel
from processes.rules.rule import Context, Rule, Scope
from processes.suggesting import suggest

RULE = Rule(
    code="S104",
    name="沿自不认识",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    blocks=True,
    why="沿自说明这个环节接续优化前的哪些环节,前后对比靠它。",
    mend="写优化前流程里的环节名;全新的环节写 无。",
    bad="""
优化后:
  时限: 1工作日
  流程:
    - 环节: 办理 | 综合股 | 1工作日 | 形式审查
      沿自: 受里
""",
    good="""
优化后:
  时限: 1工作日
  流程:
    - 环节: 办理 | 综合股 | 1工作日 | 形式审查
      沿自: 受理
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """沿自 names steps of 优化前, and stands only in 优化后."""
    before: dict[str, str] = {}
    for version in matter.versions:
        for met in context.steps_of(version):
            if met.entry.origins and not before:
                before = {fold_name(other.entry.key): other.entry.key for other in context.steps_of(matter.before)}
            for origin in met.entry.origins or ():
                if version.label is VersionLabel.BEFORE:
                    yield RULE.at(origin.place, "优化前的环节不写沿自", "删掉“沿自”。", width=len(origin))
                elif fold_name(origin) not in before:
                    yield RULE.at(
                        origin.place,
                        f"优化前没有「{origin}」这个环节",
                        suggest(origin, before.values()) + RULE.mend,
                        width=len(origin),
                    )
