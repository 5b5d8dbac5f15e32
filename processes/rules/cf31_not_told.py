"""CF31 处罚前没有告知."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.faults import reported
from processes.rules.punishing import LAST_OLD_DAY, untold
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="CF31",
    name="处罚前没有告知",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="行政机关在作出行政处罚决定之前,应当告知当事人作出行政处罚决定的事实、理由及依据,并告知当事人依法享有的权利。",
    source="《行政处罚法》(1996年通过,2009年、2017年修正)第三十一条、第四十一条",
    why="没有事先告知、没有听取陈述申辩就处罚的,决定不能成立;再造流程不能减掉这一步。2017年文本的条号和文字据通行理解,请核对。",
    mend="在决定之前加上告知、听取陈述申辩的程序。",
    valid_until=LAST_OLD_DAY,
    bad="""
类型: 其他行政权力事项
种类: 行政处罚
优化后:
  承办: 业务股
  时限: 12工作日
  流程:
    - 立案调查 | 业务股 | 5工作日 | 立案、调查询问(2人以上)
    - 决定 | 局领导 | 2工作日 | 局长签批
    - 送达 | 业务股 | 1工作日 | 送达
  材料: 无
""",
    good="""
类型: 其他行政权力事项
种类: 行政处罚
优化后:
  承办: 业务股
  时限: 12工作日
  流程:
    - 立案调查 | 业务股 | 5工作日 | 立案、调查询问(2人以上)
    - 告知 | 业务股 | 3工作日 | 处罚告知、听取陈述申辩
    - 决定 | 局领导 | 2工作日 | 局长签批
    - 送达 | 业务股 | 1工作日 | 送达
  材料: 无
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """See ``untold``."""
    return reported(RULE, untold(matter, context))
