"""YS36 没有办理时限."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.model.vocabulary import MatterType
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="YS36",
    name="没有办理时限",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="法律、法规、规章以及国家有关规定对政务服务事项办理时限有规定的,应当在规定的时限内尽快办结;没有规定的,应当按照合理、高效的原则确定办理时限并按时办结。",
    source="《优化营商环境条例》(2020年1月1日施行)第三十六条",
    why="没有法定时限的,也要自己定一个时限。2020年以前没有这条规定,不看。其他事项不是政务服务事项,不看。",
    mend="优化后写上办理时限;当场办结的写 即时。",
    valid_from=date(2020, 1, 1),
    bad="""
==> 方案.yaml <==
阶段: 总结验收阶段 | 2020-03-31 | 工作总结、附件9、附件10
==> 示范局/01-示范事项.yaml <==
优化后:
  时限: 无
""",
    good="""
==> 方案.yaml <==
阶段: 总结验收阶段 | 2020-03-31 | 工作总结、附件9、附件10
==> 示范局/01-示范事项.yaml <==
法定时限: 无
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """What is not 其他事项 has a limit after the reform."""
    after = matter.after
    if after is not None and after.limit.is_none and matter.type is not MatterType.OTHER:
        yield RULE.at(after.at("limit"), f"「{matter.name}」优化后没有办理时限")
