"""L42-1 许可的法定时限没有依据."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.limits import DayKind
from processes.model.matter import Matter
from processes.rules.citations import PERMIT_LAW, REGULATIONS, cites, ranks
from processes.rules.permits import is_joint, is_permit
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="L42-1",
    name="许可法定时限没有依据",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="除可以当场作出行政许可决定的外,行政机关应当自受理行政许可申请之日起二十日内作出行政许可决定。…但是,法律、法规另有规定的,依照其规定。",
    source="《行政许可法》第四十二条第一款",
    why="法律、法规没有另外规定的,许可的法定时限就是20个工作日(几个部门联合办理的45个工作日),不会没有;比这长的,要有法律、法规的条文,"
    "规章不行。延长的10个工作日是例外,不能算进法定时限。超期不决定的,依照第七十四条追究责任。"
    "依据按括号里写的法规名称和事项依据里的效力层级判断,条文内容不核对;自然日按30日掌握。",
    mend="写明规定这个时限的法律、法规和条款:30工作日(《…法》第×条);没有另外规定的,改为 20工作日(《行政许可法》第四十二条)。",
    bad="""
法定时限: 30工作日
""",
    good="""
法定时限: 30工作日(《示范经营法》第三十六条)
""",
)

_DEFAULT = {DayKind.NATURAL: 30}
"""20 working days are at most 30 days of the calendar, public holidays aside."""
_SINGLE, _JOINT = 20, 45


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """A permit has no statutory limit; or one beyond art. 42 whose basis is missing or is no 法律 or 法规.

    A limit that names 行政许可法 itself is judged by L42s.
    """
    if not is_permit(matter):
        return
    statutory = matter.statutory
    limit = statutory.limit
    place = statutory.at("limit", matter.at("statutory"))
    if limit.is_none:
        yield RULE.at(
            place,
            "行政许可的法定时限写了 无,法律、法规没有另外规定的就是20个工作日",
            "改为 20工作日(《行政许可法》第四十二条);法律、法规有规定的,写明条款。",
        )
        return
    if limit.counted <= _SINGLE:
        return
    unit = limit.day_kind
    most = _JOINT if is_joint(matter) else _SINGLE
    if unit is None or limit.counted <= max(most, _DEFAULT.get(unit, most)) or cites(statutory.basis, PERMIT_LAW):
        return
    said = f"法定时限 {limit} 超过《行政许可法》第四十二条的{most}个工作日"
    width = len(str(limit))
    if not statutory.basis:
        yield RULE.at(place, f"{said},没有写规定它的法律、法规条款", width=width)
        return
    found = ranks(statutory.basis, matter.bases)
    if REGULATIONS.intersection(found):
        return
    if None in found:
        yield RULE.at(
            place,
            f"{said},从「{statutory.basis}」看不出是法律、法规,请核对",
            "是行政法规的,在依据的“行政法规”下也写上;是规章、文件的,改为20个工作日。",
            width=width,
            severity=Severity.INFO,
        )
    else:
        yield RULE.at(place, f"{said},「{statutory.basis}」不是法律、法规,不能另外规定", width=width)
