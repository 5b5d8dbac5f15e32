"""R401 下放后的办法没有写."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter, Outcome
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R401",
    name="下放后的办法没有写",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="此次没有进行优化的事项或此次取消下放的事项,也要根据实际情况完整填写各对比统计项目,不能有空项。",
    source="附件6 注4",
    why="只写下放,不写承接层级怎么办,附件6优化后各栏只能照优化前填,不是实际情况。事项一项不少、两版各栏齐全,由格式保证。",
    mend="向承接层级问明,写上优化后的流程、材料和时限;确实照原样办的,在说明里写明。",
    bad="""
地点: 所在镇便民服务中心
优化后:
  下放: 镇(乡)
""",
    good="""
地点: 所在镇便民服务中心
优化后:
  下放: 镇(乡)
  时限: 5工作日
  流程:
    - 环节: 受理 | 镇政府 | 1工作日 | 形式审查、一次告知
    - 环节: 核查登记 | 镇政府 | 3工作日 | 材料审核、现场核查(2人以上)
      沿自: 材料审查、现场核查、审批
    - 制证送达 | 镇政府 | 1工作日 | 制证、盖章、送达
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
""",
)

_PARTS = ("entries", "materials", "limit")


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """A devolved matter whose 流程, 材料 and 时限 are all taken over from 优化前."""
    before, after = matter.before, matter.after
    if (
        after is not None
        and matter.outcome is Outcome.DEVOLVED
        and all(after.takes_over(before, part) for part in _PARTS)
    ):
        yield RULE.at(
            matter.at("devolved_to"),
            f"下放到「{matter.devolved_to}」以后的流程、材料、时限一项也没有写,附件6只能照优化前填",
            width=len(matter.devolved_to),
        )
