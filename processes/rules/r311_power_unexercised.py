"""R311 未行使的原因不对应."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.model.vocabulary import POWERS
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R311",
    name="未行使的原因不对应",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="行政权力未行使的原因:根据实际存在情况填写。",
    source="附件4 注11",
    why="一年没有办过一件的行政权力要写未行使的原因;办过件的、不是行政权力的没有这个原因。没有写年办件量的不看。",
    mend="没有行使的写“未行使原因”;已经行使的删去它,或更正年办件量。",
    bad="""
年办件量: 0
""",
    good="""
年办件量: 0
未行使原因: 辖区内没有这类企业
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """A power with 0 cases a year has a reason; a reason belongs to a power, and to one without cases."""
    reason, volume = matter.unexercised, matter.yearly_volume
    is_power = matter.type in POWERS
    if volume == 0 and is_power and not reason:
        yield RULE.at(matter.at("yearly_volume"), "年办件量是0,没有写未行使的原因")
    elif reason and not is_power:
        yield RULE.at(
            matter.at("unexercised"), f"{matter.type}不是行政权力,却写了行政权力未行使的原因", width=len(reason)
        )
    elif reason and volume:
        yield RULE.at(
            matter.at("unexercised"),
            f"一年办 {volume} 件,却写了未行使的原因「{reason}」",
            width=len(reason),
            related=(matter.at("yearly_volume"),),
        )
