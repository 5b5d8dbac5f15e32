"""L82 许可期限没有按工作日."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.limits import DayKind
from processes.model.matter import Matter
from processes.rules.permits import is_permit
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="L82",
    name="许可期限按自然日",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="本法规定的行政机关实施行政许可的期限以工作日计算,不含法定节假日。",
    source="《行政许可法》第八十二条",
    why="法律、法规对许可只写“日”的,按工作日算。专门的法律、法规明确按自然日的(如较早的社会组织登记),可以照写,在说明里写理由。看法定时限和优化后的时限。",
    mend="单位改为 工作日;专门法律、法规按自然日的,在说明里写明条款。",
    bad="""
==> 方案.yaml <==
口径:
  混合日: 折算
==> 示范局/01-示范事项.yaml <==
法定时限: 30自然日(《示范经营法》第三十六条)
""",
    good="""
法定时限: 30工作日(《示范经营法》第三十六条)
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """The statutory limit or that of 优化后 of a permit is in 自然日; one finding for both."""
    if not is_permit(matter) or matter.after is None:
        return
    statutory, promise = matter.statutory, matter.after.limit
    found = []
    if statutory.limit.unit is DayKind.NATURAL:
        place = statutory.at("limit", matter.at("statutory"))
        found.append((place, f"法定时限是 {statutory.limit}", len(str(statutory.limit))))
    if promise.unit is DayKind.NATURAL:
        found.append((matter.after.at("limit"), f"优化后的时限是 {promise}", len(str(promise))))
    if found:
        (place, _, width), *others = found
        what = "、".join(text for _, text, _ in found)
        yield RULE.at(place, f"{what},许可的期限应当按工作日算", width=width, related=[one[0] for one in others])
