"""L37-38 不予许可没有书面决定."""

from __future__ import annotations

from collections.abc import Iterator

from processes.compilation.standard import NOT_PERMITTED
from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.permits import permit_after, refusal_faults
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="L37-38",
    name="不予许可没有书面决定",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="行政机关依法作出不予行政许可的书面决定的,应当说明理由,并告知申请人享有依法申请行政复议或者提起行政诉讼的权利。",
    source="《行政许可法》第三十七条、第三十八条",
    why="审查以后有准予和不予两种决定,不予许可要有书面决定、说明理由、告知救济途径(第七十二条:不说明理由的要追究责任)。"
    "不写支线的,按标准支线处理,有不予行政许可决定书。",
    mend="删去“不予许可: 无”,或者在支线的环节里写上出具。",
    bad="""
支线:
  不予许可: 无
""",
    good="""
支线:
  不予许可:
    - 环节: 不予许可 | 行政审批股 | 2工作日 | 说明理由、告知救济途径
      出具: 不予行政许可决定书
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """The side branch 不予许可 of 优化后 is switched off, or is declared and hands out nothing in writing."""
    after = permit_after(matter)
    if after is None:
        return
    for place, fault in refusal_faults(after, NOT_PERMITTED.name):
        yield RULE.at(place, f"{fault},不予许可应当作出书面决定,说明理由并告知救济途径")
