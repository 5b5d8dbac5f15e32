"""R321 可能还有问题."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.rules.said import speaks_of
from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.model.limits import number_text
from processes.model.vocabulary import POWERS
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R321",
    name="可能还有问题",
    severity=Severity.INFO,
    scope=Scope.MATTER,
    quote="找出是否存在要件多、环节多、程序多、时限长、效率低的问题",
    source="工作方案 二(二)2一",
    why="优化前的要件、环节、程序明显偏多,或时限用足了法定时限,优化后没有减下来,问题里也没有提到。多少算多方案没有写:"
    "这里按要件超过10件、环节超过5个、程序超过8个(据经验,请核对)。",
    mend="确有问题的写进“问题”并压减;不成问题的不用管,程序不会自己写进附件5。",
    bad="""
问题: 能共享的证照还要申请人交 | 取消可以共享的材料 | 行政审批股
优化后:
  材料: 申请书
""",
    good="""
问题: 能共享的证照还要申请人交 | 取消可以共享的材料 | 行政审批股
""",
)

MOST_MATERIALS, MOST_STEPS, MOST_PROCEDURES = 10, 5, 8
"""More than so many before the reform are worth a thought; the plan names no numbers."""

_ABOUT_MATERIALS = re.compile("要件|材料|复印件|证明|证照|资料|文件")
_ABOUT_STEPS = re.compile("环节|流转|层层|逐级|合并|多跑|股室|重复")
_ABOUT_PROCEDURES = re.compile("程序|重复|复审|复核|审批|审核|合并|环节|流转|层层|逐级|手续")
_ABOUT_TIME = re.compile("时限|时间|期限|[长慢久]|天|日|拖延|效率|等待|等候|压缩")


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """What is above the thresholds, not reduced and not spoken of in 问题, of evaluated powers; once a matter."""
    matter = subject.matter
    if matter.problems is None or matter.type not in POWERS or subject.after is None:
        return
    numbers = subject.numbers
    found = []
    for word, delta, most, about in (
        ("要件多", numbers.materials, MOST_MATERIALS, _ABOUT_MATERIALS),
        ("环节多", numbers.steps, MOST_STEPS, _ABOUT_STEPS),
        ("程序多", numbers.procedures, MOST_PROCEDURES, _ABOUT_PROCEDURES),
    ):
        value = delta.before.value or 0
        if value > most and (delta.reduction or 0) <= 0 and not speaks_of(matter, about):
            found.append(f"{word}({number_text(value)}{delta.unit})")
    limit, statutory = matter.before.limit, matter.statutory.limit
    used_up = limit.days and limit.days == statutory.days and limit.day_kind is statutory.day_kind
    if used_up and subject.after.version.limit == limit and not speaks_of(matter, _ABOUT_TIME):
        found.append(f"时限长({limit},等于法定时限)")
    if found:
        yield RULE.at(matter.at("problems"), f"优化前可能有这些问题,优化后也没有减:{'、'.join(found)};“问题”里没有提到")
