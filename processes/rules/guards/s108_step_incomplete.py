"""S108 环节缺少内容."""

from __future__ import annotations

from collections.abc import Iterator

from processes.compilation.holders import written_holders
from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="S108",
    name="环节缺少内容",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    blocks=True,
    why="每个环节都要有承办、时限和至少一个程序,附件6的环节数、程序数和流程图才数得清。",
    mend="补成:环节 | 承办 | 时限 | 程序。",
    bad="""
优化前:
  时限: 1工作日
  流程:
    - 受理 | 综合股 | 1工作日
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
    """Every step has a holder, a limit and a procedure; a named parallel block takes the last two from its branches."""
    for version in matter.versions:
        for met in context.steps_of(version):
            entry = met.entry
            if entry.limit is None and not entry.branches:
                yield RULE.at(
                    entry.at("name"),
                    f"环节「{entry.name}」没有时限",
                    "补上时限;没有单独的时限写 无。",
                    width=len(entry.name),
                )
            if not entry.procedures and not entry.branches:
                yield RULE.at(
                    entry.at("name"),
                    f"环节「{entry.name}」没有程序",
                    "在时限后面写上程序,至少一个。",
                    width=len(entry.name),
                )
            if not written_holders(entry, version):
                yield RULE.at(
                    entry.at("name"),
                    f"环节「{entry.name}」没有承办",
                    f"在名称后面写上承办;或在{version.label}写“承办: …”,只写一个单位时各环节可以省略。",
                    width=len(entry.name),
                )
