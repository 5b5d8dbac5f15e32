"""CF64 告知听证的时间太短."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.limits import DayKind, number_text
from processes.model.matter import Matter
from processes.rules.lengths import least_natural, least_working
from processes.rules.punishing import NEW_LAW, hearing_of, is_punishment
from processes.rules.remaining import first_doing, remaining_steps
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="CF64",
    name="告知听证的时间太短",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="当事人要求听证的,应当在行政机关告知后五日内提出;",
    source="《行政处罚法》(2021年修订)第六十四条;2021年7月15日以前是第四十二条",
    why="告知环节的时限比当事人要求听证的时间短,等不到当事人提出就要办结。现行法是5个工作日;2021年7月15日以前是3日(据通行理解,请核对)。写自然日的按最少有几个工作日比,7个自然日才总有5个工作日。告知写 即时、无 的,等的时间不计入,不看。",
    mend="告知环节的时限写足,或把等候当事人的时间写成不计时限。",
    bad="""
类型: 其他行政权力事项
种类: 行政处罚
优化后:
  承办: 业务股、综合股
  时限: 12工作日
  流程:
    - 立案调查 | 业务股 | 5工作日 | 立案、调查询问(2人以上)
    - 告知 | 业务股 | 2工作日 | 处罚告知、听取陈述申辩
    - 听证 | 综合股 | 不计时限(听证) | 听证
    - 决定 | 局领导 | 2工作日 | 法制审核、集体讨论
    - 送达 | 业务股 | 1工作日 | 送达
  材料: 无
""",
    good="""
类型: 其他行政权力事项
种类: 行政处罚
优化后:
  承办: 业务股、综合股
  时限: 12工作日
  流程:
    - 立案调查 | 业务股 | 5工作日 | 立案、调查询问(2人以上)
    - 告知 | 业务股 | 3工作日 | 处罚告知、听取陈述申辩
    - 听证 | 综合股 | 不计时限(听证) | 听证
    - 决定 | 局领导 | 2工作日 | 法制审核、集体讨论
    - 送达 | 业务股 | 1工作日 | 送达
  材料: 无
""",
)

_TELLING = re.compile("告知")
_DAYS, _DAYS_BEFORE_2021 = 5, 3


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """The last step of telling before a hearing, if it has days of its own, has as many as the party may take.

    They are compared as days of the kind that the law means: 7自然日 are never fewer than 5工作日, 6自然日 may be.
    """
    if not is_punishment(matter):
        return
    steps = remaining_steps(matter, context)
    hearing = hearing_of(steps)
    if hearing is None:
        return
    new = context.day >= NEW_LAW
    least, unit = (_DAYS, f"个{DayKind.WORKING}") if new else (_DAYS_BEFORE_2021, "日")
    telling = first_doing(reversed(steps[: steps.index(hearing)]), _TELLING)
    limit = telling.limit if telling else None
    days = (least_working(limit) if new else least_natural(limit)) if limit and limit.days else least
    if telling and limit and days < least:
        said = (
            f"{limit}(最少只有{number_text(days)}{unit})" if new and limit.day_kind is DayKind.NATURAL else str(limit)
        )
        yield RULE.at(
            telling.at("limit"),
            f"「{telling.name}」的时限是 {said},当事人可以在{least}{unit}内要求听证",
            width=len(str(limit)),
            related=(hearing.place,),
        )
