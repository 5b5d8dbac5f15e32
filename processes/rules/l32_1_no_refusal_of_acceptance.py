"""L32-1 不予受理没有书面决定."""

from __future__ import annotations

from collections.abc import Iterator

from processes.compilation.standard import NOT_ACCEPTED
from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.permits import permit_after, refusal_faults
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="L32-1",
    name="不予受理没有书面凭证",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="申请事项依法不属于本行政机关职权范围的,应当即时作出不予受理的决定…行政机关受理或者不予受理行政许可申请,"
    "应当出具加盖本行政机关专用印章和注明日期的书面凭证。",
    source="《行政许可法》第三十二条",
    why="任何许可都可能遇到不属于本机关受理的申请,流程里要有这一路,并且出具书面凭证(第七十二条:不说明不受理理由的要追究责任)。"
    "不写支线的,按标准支线处理,有不予受理决定书。",
    mend="删去“不予受理: 无”,或者在支线的环节里写上出具。",
    bad="""
支线:
  不予受理: 无
""",
    good="""
支线:
  不予受理:
    - 环节: 不予受理 | 行政审批股 | 即时 | 说明理由
      出具: 不予受理决定书
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """The side branch 不予受理 of 优化后 is switched off, or is declared and hands out nothing in writing."""
    after = permit_after(matter)
    if after is None:
        return
    for place, fault in refusal_faults(after, NOT_ACCEPTED.name):
        yield RULE.at(place, f"{fault},不予受理应当即时作出决定并出具书面凭证")
