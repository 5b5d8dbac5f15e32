"""R414 承诺时限没有少于法定时限."""

from __future__ import annotations

from collections.abc import Iterator

from engine.diff.days import Days
from engine.rules.promises import exceeds, is_unknown, reaches, said
from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R414",
    name="承诺时限不够短",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="承诺办理时限要少于法定时限,没有法定时限的要少于现有办理时限。",
    source="工作方案 二(三)1 压时限;附件6 第22–24栏",
    why="有法定时限的和法定比(等于也不行,除非方案“口径.等于法定”写允许),没有的和优化前比;法定即时的必须即时。"
    "法定的天数算到决定,承诺算到哪一天看“口径.承诺计至”,这里按数字比。",
    mend="压缩优化后的时限;法律把时间定死的(如公示期),在说明里写明。",
    bad="""
法定时限: 12工作日(《示范经营法》第四十条)
""",
    good="""
法定时限: 20工作日(《行政许可法》第四十二条)
""",
)

ALLOWED = "允许"
"""The value of 口径.等于法定 with which a promise may equal the limit of the law."""


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """附件6 columns 22–24: 24 < 22, where 22 is 无 24 < 23 (unless 23 is 0), where 22 is 0 24 is 0.

    A version without limit (无) promises nothing, so it is not less than a number. What the receiving level of a
    devolved matter promises is not known if it is not written (R401).
    """
    if subject.after is None:
        return
    numbers, version = subject.numbers, subject.after.version
    if numbers.statutory.value is None and is_unknown(subject):
        return
    old, new = numbers.time_limit.before, numbers.time_limit.after
    fault = _fault(numbers.statutory, old, new, equal=subject.plan.switches.equal_to_statutory == ALLOWED)
    if fault:
        yield RULE.at(version.at("limit"), fault, width=len(str(version.limit)))


def _fault(law: Days, old: Days, new: Days, *, equal: bool) -> str:
    name, bound = ("优化前", old) if law.value is None else ("法定时限", law)
    if bound.value is None:
        return ""
    if new.value is None:
        return f"{name}是{said(bound)},优化后没有承诺时限"
    if not bound.value:
        return f"{name}是即时办结,承诺时限是{said(new)}" if new.value else ""
    if law.value is not None and equal:
        return f"承诺时限{said(new)},超过法定时限{said(law)}" if exceeds(new, law) else ""
    if not reaches(new, bound):
        return ""
    ending = "(没有法定时限的,和优化前比)" if law.value is None else ""
    return f"承诺时限{said(new)},没有少于{name}{said(bound)}{ending}"
