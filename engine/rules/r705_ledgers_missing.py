"""R705 台账清单没有建立."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope
from processes.rules.stages import LEDGERS, is_due

RULE = Rule(
    code="R705",
    name="台账清单没有建立",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="一是对梳理、查找流程问题情况进行监督检查,是否建立事项台账、问题清单、优化对比台账。",
    source="工作方案 二(五)3",
    why=(
        "三本台账由程序从事项文件生成:一个事项也没有的生成不出,有错误合不拢的事项进不了台账。"
        "几个事项都评估了却一个问题也没有找出来,问题清单是空的,作警告;没有评估的由评估的规则查。"
    ),
    mend="没有行政权力的部门也要梳理其他事项;先改事项文件里的错误;评估时找出问题。",
    bad="""
==> 发改局/单位.yaml <==
名称: 发改局
全称: 示范市发展和改革局
""",
    good="""
==> 示范局/单位.yaml <==
名称: 示范局
""",
)

_SEVERAL = 2


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """A department of the plan has matters, all of them hold together, and of several some have 问题."""
    department = filing.department
    if department.outside_scope or not is_due(context, LEDGERS):
        return
    declared = context.workspace.matters_of(department.name)
    place = department.at("name")
    if not declared:
        yield RULE.at(place, f"「{department.name}」一个事项也没有,附件4、附件5、附件6都是空的")
        return
    kept = {one.matter.file for one in filing.matters}
    left_out = [matter for matter in declared if matter.file not in kept]
    if left_out:
        message = f"{len(left_out)}个事项有错误,进不了附件4、附件5、附件6:「{left_out[0].name}」"
        yield RULE.at(place, message + ("等" if len(left_out) > 1 else ""), related=[one.place for one in left_out])
    if len(declared) >= _SEVERAL and all(matter.problems == () for matter in declared):
        message = f"评估了{len(declared)}个事项,一个问题也没有找出来,问题清单(附件5)是空的"
        yield RULE.at(place, message, severity=Severity.WARNING)
