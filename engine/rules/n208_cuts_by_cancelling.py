"""N208 取消事项占压减的多少."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from engine.rules.saved import Saved, saved_by
from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.model.matter import Outcome
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="N208",
    name="取消事项计入压减",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="(此格填写此次取消事项总数)",
    source="附件6 总计、附件9(方案“口径.合计含取消”)",
    why="取消的事项把原有的环节、程序、材料、时限全部计入减少数,合计好看,留下来的事项未必减了。这里分开列出,供审核时看;别的事项反而增加了的,写明增加多少。",
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
    theirs = {(one.name, one.unit): one.less for one in saved_by(gone)}
    parts = (_part(one, theirs.get((one.name, one.unit), Fraction(0))) for one in saved_by(filing.matters))
    yield RULE.at(
        filing.department.at("name"),
        f"减少数里有取消的 {len(gone)} 个事项:{'、'.join(filter(None, parts))}",
        width=len(filing.department.name),
        related=[one.matter.at("after") for one in gone],
    )


def _part(total: Saved, theirs: Fraction) -> str:
    """``环节 8个中的 5个``; where the other matters grew, that they did, for 5 of 3 would make no sense."""
    if theirs <= total.less:
        return f"{total.name} {total.said(total.less)}中的 {total.said(theirs)}" if total.less else ""
    change = total.less
    left = (
        f"合计只减 {total.said(change)}" if change > 0 else f"合计增加 {total.said(change)}" if change else "合计没有减"
    )
    return f"{total.name} {total.said(theirs)}(其余事项增加 {total.said(theirs - change)},{left})"
