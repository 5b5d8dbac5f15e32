"""R420 环节时限之和与总时限不符."""

from __future__ import annotations

from collections.abc import Iterator

from processes.compilation.days import days_in_sequence, longest_branch
from processes.model.findings import Finding, Severity
from processes.model.matter import Matter, VersionLabel
from processes.rules.lengths import sum_text
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R420",
    name="环节时限之和与总时限不符",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="最大限度压缩工作时限",
    source="工作方案 二(三)1",
    why="各环节按最长一路相加不能超过总时限,并联自己写了时限的,最长一路也不能超过它;优化前的出入只提醒。工作日和自然日混用的不比,由S107提出。",
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
    """The counted days along the longest path are at most the limit (before: a warning).

    Along the main list at most the version's, along the longest branch of a named parallel block at most its own.
    Sums of 工作日 and 自然日 are not compared: S107 says that they are mixed.
    """
    for version in matter.versions:
        limit = version.limit
        severity = Severity.ERROR if version.label is VersionLabel.AFTER else Severity.WARNING
        total = days_in_sequence(version.entries)
        if limit.amount is not None and total > limit.days and (said := sum_text(total, limit, version.entries)):
            yield RULE.at(
                version.at("limit"),
                f"{version.label}各环节相加是 {said},超过总时限 {limit}",
                width=len(str(limit)),
                severity=severity,
            )
        for met in context.steps_of(version):
            own = met.entry.limit
            if met.entry.branches and own is not None and own.day_kind:
                longest = longest_branch(met.entry)
                if longest > own.days and (said := sum_text(longest, own, *met.entry.branches)):
                    yield RULE.at(
                        met.entry.at("limit"),
                        f"并联「{met.entry.name}」最长一路是 {said},超过它自己的时限 {own}",
                        "改这个环节的时限,或改并联里的时限。",
                        width=len(str(own)),
                        severity=severity,
                    )
