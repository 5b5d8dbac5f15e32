"""R602 可以用综合审批窗口."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.centre import entering
from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope
from processes.rules.stages import ENTRY, is_due

RULE = Rule(
    code="R602",
    name="可以用综合审批窗口",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote=("一些审批事项少或审批频率低的部门,由市行政服务中心设置综合审批窗口,专人负责受理,部门实行流动审批办公"),
    source="工作方案 二(四)2",
    why=(
        "一年办件不到50件的,或者没有写齐年办件量而事项不超过3个的,单设窗口多半闲着。"
        "50件、3个是经验数字,方案没有定,请与行政服务中心商定。"
    ),
    mend="与行政服务中心商定使用综合审批窗口,在“窗口”里写明;确需单设的不用改。",
    bad="""
==> 示范局/01-示范事项.yaml <==
年办件量: 12
""",
    good="""
==> 示范局/01-示范事项.yaml <==
年办件量: 120
""",
)

_FEW_CASES = 50
_FEW_MATTERS = 3


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """A window of its own, not 综合, with fewer than 50 cases a year, or with three matters not known to have more."""
    office = filing.department.approval_office
    matters = entering(filing)
    if not (office and office.window and matters) or "综合" in office.window or not is_due(context, ENTRY):
        return
    volumes = [one.matter.yearly_volume for one in matters]
    known = sum(volume or 0 for volume in volumes)
    complete = None not in volumes
    if known < _FEW_CASES and (complete or len(matters) <= _FEW_MATTERS):
        cases = f",一年办件{known}件" if complete else ""
        message = f"进驻的行政审批事项{len(matters)}个{cases},单设了窗口"
        yield RULE.at(office.at("window"), message, width=len(office.window))
