"""QZ18 强制措施缺法定程序."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.remaining import first_doing, remaining_steps
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="QZ18",
    name="强制措施缺法定程序",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="行政机关实施行政强制措施应当遵守下列规定:(一)实施前须向行政机关负责人报告并经批准;(二)由两名以上行政执法人员实施;…(六)听取当事人的陈述和申辩;(七)制作现场笔录;",
    source="《行政强制法》第十八条、第三十条",
    why="这四项从流程看得出来,缺一项程序就违法;冻结存款、汇款不要求听取陈述申辩。出示证件、通知到场、签名等不看;强制执行、代履行不是强制措施,看 QZ35。",
    mend="把缺的程序写进流程:负责人批准、(2人以上)、听取陈述申辩、制作现场笔录。",
    bad="""
名称: 示范场所查封
类型: 其他行政权力事项
种类: 行政强制
优化后:
  承办: 业务股
  时限: 12工作日
  流程:
    - 实施查封 | 业务股 | 10工作日 | 查封(2人以上)、制作现场笔录
    - 处理决定 | 局领导 | 2工作日 | 局长签批
  材料: 无
""",
    good="""
名称: 示范场所查封
类型: 其他行政权力事项
种类: 行政强制
优化后:
  承办: 业务股
  时限: 12工作日
  流程:
    - 报批 | 局领导 | 1工作日 | 负责人批准
    - 实施查封 | 业务股 | 即时 | 当场告知、听取陈述申辩、查封(2人以上)、制作现场笔录
    - 处理决定 | 局领导 | 9工作日 | 局长签批
    - 送达 | 业务股 | 1工作日 | 送达
  材料: 无
""",
)

_ENFORCING = re.compile("强制执行|代履行|加处|滞纳金|划拨|拆除|人民法院|拍卖")
_FREEZING = re.compile("冻结")
_ACTS = (
    ("负责人批准", re.compile("批准|审批|签批|报批|报告|审签")),
    ("听取陈述申辩", re.compile("陈述|申辩")),
    ("制作现场笔录", re.compile("笔录")),
)
_LEAST_OFFICERS = 2


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """Every 行政强制措施 that stays has the four acts of art. 18 (three for freezing) somewhere in its steps."""
    if matter.kind != "行政强制" or matter.after is None or _ENFORCING.search(matter.name):
        return
    steps = remaining_steps(matter, context)
    missing = [what for what, words in _ACTS if not first_doing(steps, words)]
    if _FREEZING.search(matter.name):
        missing = [what for what in missing if what != "听取陈述申辩"]
    if not any(act.people >= _LEAST_OFFICERS for step in steps for act in step.procedures):
        missing.append("两名以上执法人员")
    if missing:
        yield RULE.at(matter.after.at("entries"), f"「{matter.name}」优化后的流程里没有{'、'.join(missing)}")
