"""QZ35 强制执行前没有催告."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.remaining import first_doing, remaining_steps, up_to_decision
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="QZ35",
    name="强制执行前没有催告",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="行政机关作出强制执行决定前,应当事先催告当事人履行义务。",
    source="《行政强制法》第三十五条、第五十四条",
    why="强制执行、代履行、划拨、强制拆除,申请人民法院强制执行,都要先催告。立即代履行的除外(第五十二条)。",
    mend="在决定之前加上 书面催告。",
    bad="""
名称: 示范设施强制拆除
类型: 其他行政权力事项
种类: 行政强制
优化后:
  承办: 业务股
  时限: 12工作日
  流程:
    - 决定 | 局领导 | 2工作日 | 强制执行决定
    - 执行 | 业务股 | 2工作日 | 强制执行(2人以上)、送达
  材料: 无
""",
    good="""
名称: 示范设施强制拆除
类型: 其他行政权力事项
种类: 行政强制
优化后:
  承办: 业务股
  时限: 14工作日
  流程:
    - 催告 | 业务股 | 10工作日 | 书面催告
    - 决定 | 局领导 | 2工作日 | 强制执行决定
    - 执行 | 业务股 | 2工作日 | 强制执行(2人以上)、送达
  材料: 无
""",
)

_ENFORCING = re.compile("强制执行|代履行|划拨|强制拆除")
_AT_ONCE = re.compile("立即")
_URGING = re.compile("催告|催缴|催履")


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """An enforcement that stays urges the party in some step up to the last decision."""
    if matter.kind != "行政强制" or not _ENFORCING.search(matter.name) or _AT_ONCE.search(matter.name):
        return
    steps = up_to_decision(remaining_steps(matter, context))
    if steps and not first_doing(steps, _URGING):
        last = steps[-1]
        yield RULE.at(last.place, f"「{last.name}」之前没有催告当事人", width=len(last.name))
