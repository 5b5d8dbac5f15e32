"""R308 公开方式与是否公开不符."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R308",
    name="公开方式与是否公开不符",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="公开方式:根据公开渠道、公开范围等填写。",
    source="附件4 注8",
    why="附件4的公开方式和附件6的是否公开说的是同一件事:公开的要有方式,优化前后都不公开的没有对外公开的方式。没有写的只是警告。",
    mend="公开的写清在哪里公开,如 政府网站、办事窗口;不公开的写 无;各事项都一样的,写在“默认”里。",
    bad="""
公开方式: 无
""",
    good="""
公开: 否
公开方式: 无
涉密: 秘密级(虚构依据)
""",
)

_CLOSED = re.compile("不公开|依申请|内部|涉密")


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """Public in any version: there is a 公开方式; public in none: it names no way open to the public."""
    public = next((version for version in matter.versions if version.public), None)
    if public is not None and not matter.publicity:
        said = "publicity" in matter.places
        yield RULE.at(
            matter.at("publicity", matter.at("name")),
            f"{public.label}是公开的,公开方式却{'写了“无”' if said else '没有写'}",
            severity=Severity.ERROR if said else Severity.WARNING,
        )
    if public is None:
        for way in matter.publicity:
            if not _CLOSED.search(way):
                yield RULE.at(way.place, f"优化前后都不公开,公开方式却写了「{way}」", width=len(way))
                return
