"""R420 环节时限之和与总时限不符."""

from __future__ import annotations

from collections.abc import Iterator

from processes.compilation.days import days_in_sequence
from processes.model.findings import Finding, Severity
from processes.model.limits import number_text
from processes.model.matter import Matter, VersionLabel
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R420",
    name="环节时限之和与总时限不符",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="最大限度压缩工作时限",
    source="工作方案 二(三)1",
    why="各环节按最长一路相加不能超过总时限;优化前的出入只提醒。",
    mend="改环节的时限,或改总时限。",
    bad="""
优化后:
  时限: 1工作日
  流程:
    - 环节: 办理 | 综合股 | 2工作日 | 材料审核
      沿自: 受理
""",
    good="""
优化后:
  时限: 2工作日
  流程:
    - 环节: 办理 | 综合股 | 2工作日 | 材料审核
      沿自: 受理
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """The counted days along the longest path of the main list are at most the version's limit (before: a warning)."""
    for version in matter.versions:
        limit = version.limit
        if limit.amount is None:
            continue
        total = days_in_sequence(version.entries)
        if total > limit.days:
            severity = Severity.ERROR if version.label is VersionLabel.AFTER else Severity.WARNING
            yield RULE.at(
                version.at("limit"),
                f"{version.label}各环节相加是 {number_text(total)} 天,超过总时限 {limit}",
                width=len(str(limit)),
                severity=severity,
            )
