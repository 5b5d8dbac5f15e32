"""R614 未进驻原因不完整."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.rule import Context, Rule, Scope
from processes.rules.stages import ENTRY, is_due

RULE = Rule(
    code="R614",
    name="未进驻原因不完整",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="对暂时无法进驻中心的各类办事大厅,要接受市行政服务中心业务指导、工作协调和工作考核。",
    source="工作方案 二(四)2",
    why="暂时进不了中心的,要说清为什么进不了、在哪个大厅办,并接受行政服务中心的指导、协调和考核。",
    mend="写成 不动产登记大厅场地和专网独立,暂不能进驻,接受市行政服务中心业务指导和考核。",
    bad="""
未进驻原因: 暂未进驻
""",
    good="""
地点: 示范市示范局办证大厅
未进驻原因: 办证大厅专网独立,暂不能进驻,接受市行政服务中心业务指导、工作协调和工作考核
""",
)

_CENTRE = re.compile(r"(?:行政|政务)服务中心|(?<=[驻入])中心")
_HALL = re.compile(r"大厅|办事厅|服务厅|营业厅|中心|窗口|车管所|派出所|服务站|分中心")
_GUIDED = re.compile(r"指导|协调|考核")


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """未进驻原因 (or 地点) names the hall, and says that it is guided, coordinated or assessed by the service hall."""
    said = matter.not_in_centre
    if not said or not is_due(context, ENTRY):
        return
    location = matter.after.location if matter.after else ""
    wanting = []
    if not any(_HALL.search(_CENTRE.sub("", text)) for text in (said, location)):
        wanting.append("在哪个大厅办理")
    if not _GUIDED.search(said):
        wanting.append("接受行政服务中心指导、协调和考核")
    if wanting:
        message = f"未进驻原因没有写明{';没有写明'.join(wanting)}"
        yield RULE.at(matter.at("not_in_centre"), message, width=len(said))
