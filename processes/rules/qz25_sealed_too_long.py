"""QZ25 查封扣押超过三十日."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.enforcing import too_long
from processes.rules.faults import reported
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="QZ25",
    name="查封扣押超过三十日",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="查封、扣押的期限不得超过三十日;情况复杂的,经行政机关负责人批准,可以延长,但是延长期限不得超过三十日。法律、行政法规另有规定的除外。",
    source="《行政强制法》第二十五条",
    why="采取措施到作出处理决定的时限不能多于30日(自然日);延长的30日要逐案批准,不能写成通常的期限。法定时限的依据写明另一部法律、行政法规的,不看。",
    mend="时限压到30自然日以内;另有规定的,在法定时限后面写明是哪部法律、行政法规。",
    bad="""
名称: 示范场所查封
类型: 其他行政权力事项
种类: 行政强制
法定时限: 无
优化后:
  承办: 业务股
  时限: 40工作日
  流程:
    - 报批 | 局领导 | 1工作日 | 负责人批准
    - 实施查封 | 业务股 | 即时 | 当场告知、听取陈述申辩、查封(2人以上)、制作现场笔录
    - 处理决定 | 局领导 | 9工作日 | 局长签批
    - 送达 | 业务股 | 1工作日 | 送达
  材料: 无
""",
    good="""
名称: 示范场所查封
类型: 其他行政权力事项
种类: 行政强制
法定时限: 无
优化后:
  承办: 业务股
  时限: 19工作日
  流程:
    - 报批 | 局领导 | 1工作日 | 负责人批准
    - 实施查封 | 业务股 | 即时 | 当场告知、听取陈述申辩、查封(2人以上)、制作现场笔录
    - 处理决定 | 局领导 | 9工作日 | 局长签批
    - 送达 | 业务股 | 1工作日 | 送达
  材料: 无
""",
)

_MEASURE = re.compile("查封|扣押")
_OTHER = re.compile("《(?!(?:中华人民共和国)?行政强制法》)[^《》]*(?:(?<!办)法|条例)》")


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """See ``too_long``."""
    if matter.kind == "行政强制" and _MEASURE.search(matter.name):
        yield from reported(RULE, too_long(matter, _OTHER))
