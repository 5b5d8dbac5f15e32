"""N209 时限大得离谱."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.limits import DayKind, TimeLimit
from processes.model.matter import Matter
from processes.model.places import Placed
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="N209",
    name="时限大得离谱",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="量化工作指标,承诺办理时限要少于法定时限",
    source="工作方案 二(三)1 压时限",
    why="平台上有“特殊程序 999工作日”一类的时限,等于没有时限。县级办理的法定时限最长不过几个月,超过 365 天的多半是随手填的;"
    "不计时限的环节也一样。",
    mend="查法律法规写实际的天数;确实没有期限的写“无”。",
    bad="""
优化后:
  时限: 12工作日
  流程:
    - 受理 | 行政审批股 | 1工作日 | 形式审查
    - 特殊程序 | 行政审批股 | 999工作日不计时限(鉴定) | 鉴定
    - 决定 | 行政审批股 | 2工作日 | 审批决定、送达
""",
    good="""
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查、一次告知
    - 环节: 审查 | 行政审批股/审查岗 | 7工作日 | 材料审核、现场核查(2人以上)
      沿自: 材料审查、现场核查
    - 鉴定 | 行政审批股/受理岗 | 60工作日不计时限(鉴定) | 委托鉴定
    - 环节: 决定送达 | 行政审批股/受理岗 | 4工作日 | 审批决定、制证、盖章、送达
      沿自: 审批、制证送达
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
""",
)

MOST_DAYS = 365
"""A year: no matter of a county has a longer limit by law (law.md §3 of the domain notes: 90 days at most)."""
MOST_HOURS = 24 * MOST_DAYS


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """法定时限, the limits of the versions and of every 环节, left out or not, are a year at most."""
    if _is_absurd(matter.statutory.limit):
        yield _finding(matter.statutory.limit, matter.statutory, "法定时限")
    for version in matter.versions:
        if _is_absurd(version.limit):
            yield _finding(version.limit, version, f"{version.label}的时限")
        for met in context.steps_of(version):
            limit = met.entry.limit
            if limit is not None and _is_absurd(limit):
                yield _finding(limit, met.entry, f"环节「{met.entry.name}」的时限")


def _is_absurd(limit: TimeLimit) -> bool:
    """A fraction is never more than its numerator: comparing whole numbers first is ten times as fast."""
    amount = limit.amount
    if amount is None or amount.numerator <= MOST_DAYS:
        return False
    return amount > (MOST_HOURS if limit.unit is DayKind.HOUR else MOST_DAYS)


def _finding(limit: TimeLimit, holder: Placed, name: str) -> Finding:
    return RULE.at(holder.at("limit"), f"{name}是 {limit},超过一年,等于没有时限", width=len(str(limit)))
