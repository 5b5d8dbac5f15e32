"""R414b 优化前超过法定时限."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.rules.promises import exceeds, said
from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R414b",
    name="优化前超过法定时限",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="找出是否存在要件多、环节多、程序多、时限长、效率低的问题。",
    source="工作方案 二(二)2(推出)",
    why="优化前的时限比法定的长,原来就是超期办理:不是压缩的成绩,而是要列进附件5的问题;也可能是优化前的数字写大了。",
    mend="在“问题”里写明现行时限超过法定时限和整改措施;数字写错的改过来。",
    bad="""
法定时限: 15工作日(《示范经营法》第四十条)
""",
    good="""
法定时限: 15工作日(《示范经营法》第四十条)
问题:
  - 现行办理时限20个工作日,超过法定的15个工作日 | 压缩到12个工作日 | 行政审批股
""",
)

_TOLD = re.compile(r"(?:超|逾|大于|长于|多于).*(?:法定|法律|规定|期|时限)|法定.*(?:超|逾)|违反.*时限")


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """附件6 column 23 is more than column 22, and no 问题 says so (超过法定, 超期 …)."""
    numbers = subject.numbers
    law, old = numbers.statutory, numbers.time_limit.before
    if law.value is None or old.value is None or not exceeds(old, law):
        return
    if any(_TOLD.search(problem.text) for problem in subject.matter.problems or ()):
        return
    version = subject.before.version
    yield RULE.at(
        version.at("limit"),
        f"优化前的时限{said(old)}超过法定时限{said(law)},“问题”里没有列出",
        width=len(str(version.limit)),
    )
