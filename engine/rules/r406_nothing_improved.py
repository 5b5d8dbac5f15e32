"""R406 没有优化."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R406",
    name="没有优化",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="减少办事环节,通过梳理部门职责、内设机构设置情况,精简整合、调整优化部门办理的工作环节。",
    source="工作方案 二(三)减环节",
    why="事项没有取消、下放,环节、程序、材料、时限也一项没有减少,台账上看不出做了什么。",
    mend="还能压减的压减;依法不能再压减的,在说明里写明理由,理由印在附件6的备注里。",
    bad="""
优化后: 不变
""",
    good="""
优化后:
  取消: 上位法已经废止,不再实施许可
""",
)


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """Not “此次进行了优化的事项” in the sense of 附件6 总计.26."""
    if not subject.numbers.is_optimised:
        place = subject.matter.at("after")
        yield RULE.at(place, "环节、程序、材料、时限都没有减少,也没有取消、下放或其他优化")
