"""CF37 执法人员少于两人."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.faults import reported
from processes.rules.on_the_spot import is_simple
from processes.rules.punishing import LAST_OLD_DAY, lone_officers
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="CF37",
    name="执法人员少于两人",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="行政机关在调查或者进行检查时,执法人员不得少于两人,并应当向当事人或者有关人员出示证件。",
    source="《行政处罚法》(1996年通过,2009年、2017年修正)第三十七条",
    why="调查、检查由一个人进行,取得的证据站不住。写了2人以上的程序有一处就不再问别处;简易程序不在此列。2017年文本的条号和文字据通行理解,请核对。",
    mend="在调查、检查的程序后面写 (2人以上)。",
    valid_until=LAST_OLD_DAY,
    bad="""
类型: 其他行政权力事项
种类: 行政处罚
优化后:
  承办: 业务股
  时限: 12工作日
  流程:
    - 立案调查 | 业务股 | 5工作日 | 立案、调查询问
    - 告知 | 业务股 | 3工作日 | 处罚告知、听取陈述申辩
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
    """Of an ordinary procedure in force after the reform: see ``lone_officers``."""
    if not is_simple(matter):
        yield from reported(RULE, lone_officers(matter, context))
