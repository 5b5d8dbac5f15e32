"""R304 种类与类型不符."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.model.vocabulary import KINDS
from processes.rules.rule import Context, Rule, Scope
from processes.suggesting import suggest

RULE = Rule(
    code="R304",
    name="种类与类型不符",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="具体种类:“行政审批事项”填写“行政许可”。",
    source="附件4 注4",
    why="附件4第3栏的种类由事项类型决定,写了别的种类汇总时没有位置。",
    mend="从该类型的种类里选一个。",
    bad="""
类型: 公共服务事项
种类: 行政确认
""",
    good="""
类型: 公共服务事项
种类: 社会保障
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """种类 is one of those of the type; 其他事项 takes any text."""
    allowed = KINDS[matter.type]
    if allowed and matter.kind and matter.kind not in allowed:
        yield RULE.at(
            matter.at("kind"),
            f"{matter.type}没有「{matter.kind}」这个种类",
            f"{suggest(matter.kind, allowed)}可以写:{'、'.join(allowed)}",
            width=len(matter.kind),
        )
