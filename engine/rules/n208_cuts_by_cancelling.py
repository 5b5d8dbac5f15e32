"""N208 取消事项占压减的多少."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.model.limits import number_text
from processes.model.matter import Outcome
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="N208",
    name="取消事项计入压减",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="(此格填写此次取消事项总数)",
    source="附件6 总计、附件9(方案“口径.合计含取消”)",
    why="取消的事项把原有的环节、程序、材料、时限全部计入减少数,合计好看,留下来的事项未必减了。这里分开列出,供审核时看。",
    mend="不必改;总结里把取消的和优化的分开说明,或方案改为“合计含取消: 否”。",
    bad="""
==> 示范局/01-示范事项.yaml <==
优化后:
  取消: 上位法已经废止
""",
    good="""
==> 方案.yaml <==
口径:
  合计含取消: 否
==> 示范局/01-示范事项.yaml <==
优化后:
  取消: 上位法已经废止
""",
)


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """Cancelled matters are in the totals: of each of the four reductions, how much comes from them."""
    gone = [one for one in filing.matters if one.matter.outcome is Outcome.CANCELLED]
    if not gone or not filing.plan.switches.totals_with_cancelled:
        return
    parts = []
    for index, word in enumerate(("环节", "程序", "材料", "时限")):
        deltas = [(one, one.numbers.deltas[index]) for one in filing.matters]
        total = sum((delta.reduction or 0 for _, delta in deltas), Fraction(0))
        theirs = sum(
            (delta.reduction or 0 for one, delta in deltas if one.matter.outcome is Outcome.CANCELLED), Fraction(0)
        )
        parts.append(f"{word} {number_text(total)} {deltas[0][1].unit}中的 {number_text(theirs)} {deltas[0][1].unit}")
    yield RULE.at(
        filing.department.at("name"),
        f"减少数里有取消的 {len(gone)} 个事项:{'、'.join(parts)}",
        width=len(filing.department.name),
        related=[one.matter.at("after") for one in gone],
    )
