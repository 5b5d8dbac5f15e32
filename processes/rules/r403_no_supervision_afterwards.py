"""R403 取消下放后没有监管措施."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter, Outcome
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R403",
    name="取消下放后没有监管",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="加大取消下放力度,能取消的取消、能下放的下放,…加强事中事后监管服务",
    source="工作方案 二(三)1 放权力",
    why="取消、下放只是不再由本单位事前审批,事中事后监管还在本单位;措施管不管用,要人来看。",
    mend="写“监管措施: …”,说清谁、什么时候、怎样检查。",
    bad="""
# 不要: 监管措施
优化后:
  取消: 上位法已经废止
""",
    good="""
监管措施: 业务股每半年按一成比例抽查经营户
优化后:
  取消: 上位法已经废止
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """取消 or 下放 without 监管措施."""
    if matter.is_gone and not matter.supervision:
        name = "cancel_reason" if matter.outcome is Outcome.CANCELLED else "devolved_to"
        yield RULE.at(matter.at(name, matter.at("after")), f"事项{matter.outcome}了,没有写取消下放后的监管措施")
