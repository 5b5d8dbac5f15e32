"""L42e 延长用不上."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.limits import DayKind
from processes.model.matter import Matter, StatutoryLimit
from processes.rules.citations import PERMIT_LAW, citations, sets_otherwise
from processes.rules.permits import is_permit, longest_extension
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="L42e",
    name="延长用不上",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="二十日内不能作出决定的,经本行政机关负责人批准,可以延长十日…四十五日内不能办结的,经本级人民政府负责人批准,可以延长十五日",
    source="《行政许可法》第四十二条",
    why="办件延长期限时按法定时限的“延长”加天数:工作日和自然日不能相加,没有期限的、即时的没有可加的,到那时才发现就延不成了。"
    "按《行政许可法》的,最多延长10个工作日;几个部门一起办、法定时限多于20个工作日的,最多15个。法律、法规另有规定的从其规定。",
    mend="照条文写,单位和时限的一样;按《行政许可法》延长的不用写;不能延长的写 无。",
    bad="""
法定时限:
  时限: 20工作日
  依据: 《行政许可法》第四十二条
  延长: 10自然日
""",
    good="""
法定时限:
  时限: 20工作日
  依据: 《行政许可法》第四十二条
  延长: 10工作日
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """A declared 延长 that ``zaizao case extend`` cannot add to the limit, or that art. 42 does not allow."""
    statutory = matter.statutory
    extension = statutory.extension
    if extension is None or extension.is_none or matter.after is None:
        return
    message = _wrong(statutory) or _too_long(matter)
    if message:
        yield RULE.at(statutory.at("extension"), f"法定时限的延长 {extension},{message}", width=len(str(extension)))


def _wrong(statutory: StatutoryLimit) -> str:
    """Why the two cannot be added up."""
    limit, extension = statutory.limit, statutory.extension
    assert extension is not None
    if extension.excluded or extension.is_immediate:
        return "不是天数"
    if limit.is_none or limit.is_immediate:
        return f"时限是 {limit},没有期限可以延长"
    if extension.day_kind is not limit.day_kind:
        return f"和时限 {limit} 不是同一种日,不能相加"
    return ""


def _too_long(matter: Matter) -> str:
    """Why a permit may not be made longer by so much."""
    limit, extension = matter.statutory.limit, matter.statutory.extension
    assert extension is not None
    if not is_permit(matter) or limit.day_kind is not DayKind.WORKING:
        return ""
    basis = matter.statutory.basis
    if sets_otherwise(basis, matter.bases) or any(cited.title != PERMIT_LAW for cited in citations(basis)):
        return ""
    most = longest_extension(matter)
    return f"《行政许可法》第四十二条最多延长{most}个工作日" if extension.days > most else ""
