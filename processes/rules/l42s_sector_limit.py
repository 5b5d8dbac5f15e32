"""L42s 法定时限与引用的条文不符."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.citations import Citation, citations
from processes.rules.permits import is_joint
from processes.rules.rule import Context, Rule, Scope
from processes.rules.sector_limits import MEMORY, SECTOR_LIMITS, SectorLimit

RULE = Rule(
    code="L42s",
    name="时限与引用条文不符",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="行政机关应当自受理行政许可申请之日起二十日内作出行政许可决定。…但是,法律、法规另有规定的,依照其规定。",
    source="《行政许可法》第四十二条及专门法律、法规",
    why="法定时限括号里引用的条文自己规定了天数,两者应当一致。只查程序里有数据的几十个条文,按改革结束那天有效的版本;"
    "只引用一个条文时才比,单位是工作日还是自然日不比。凭记忆的数据只提示,请核对。",
    mend="照条文改天数;引用错了的,改引用的条文。",
    bad="""
法定时限: 30工作日(《行政许可法》第四十二条)
""",
    good="""
法定时限: 20工作日(《行政许可法》第四十二条)
""",
)

_JOINT_ONLY = ("行政许可法", 45)
_ROWS: dict[Citation, list[SectorLimit]] = {}
for _row in SECTOR_LIMITS:
    _ROWS.setdefault(Citation(_row.law, (_row.article,)), []).append(_row)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """The basis of the statutory limit names one known article, in force on the day, and another number of days."""
    statutory = matter.statutory
    limit = statutory.limit
    cited = citations(statutory.basis)
    if len(cited) != 1 or matter.after is None:
        return
    row = _in_force(cited[0], context.day)
    if row is None or limit.is_none or limit.is_immediate:
        return
    days = [day for day in row.days if (row.law, day) != _JOINT_ONLY or is_joint(matter)]
    if limit.counted in days:
        return
    numbers = "日或".join(str(day) for day in days)
    about = f"({row.about})" if row.about and len(days) > 1 else ""
    unsure = row.mark == MEMORY
    yield RULE.at(
        statutory.at("limit", matter.at("statutory")),
        f"法定时限 {limit},引用的《{row.law}》{row.article}写的是“{numbers}日”{about}{',请核对' if unsure else ''}",
        width=len(str(limit)),
        severity=Severity.INFO if unsure else None,
    )


def _in_force(cited: Citation, day: date) -> SectorLimit | None:
    return next((row for row in _ROWS.get(cited, ()) if row.since <= day <= row.until), None)
