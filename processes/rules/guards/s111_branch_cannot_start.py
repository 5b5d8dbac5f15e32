"""S111 支线以没有名称的并联开头."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.flow import BlockEntry
from processes.model.matter import Matter
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="S111",
    name="支线以没有名称的并联开头",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    blocks=True,
    why="支线从一个环节开始,去向才指得到它。",
    mend="在并联前面写一个环节,或给并联取名称(环节: …)。",
    bad="""
支线:
  听证:
    - 并联:
        - 甲 | 综合股 | 1工作日 | 听证
        - 乙 | 综合股 | 1工作日 | 听证
""",
    good="""
支线:
  不予受理:
    - 告知 | 综合股 | 即时 | 书面告知
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """A 支线 begins with an 环节."""
    for version in matter.versions:
        for name, branch in version.branches.items():
            if branch.entries and isinstance(branch.entries[0], BlockEntry):
                yield RULE.at(branch.entries[0].place, f"支线「{name}」以没有名称的并联开头")
