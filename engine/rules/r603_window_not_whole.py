"""R603 窗口不唯一或决定退回科室."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.centre import decision_behind, entering, windows_of
from engine.rules.subjects import Examined, Filing
from processes.model.department import ApprovalOffice
from processes.model.findings import Finding, Severity
from processes.model.process import HolderKind
from processes.rules.rule import Context, Rule, Scope
from processes.rules.stages import ENTRY, is_due
from processes.rules.windows import away, windows_in

RULE = Rule(
    code="R603",
    name="窗口不唯一或决定退回科室",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="各部门行政审批权力要全部下放到中心,并向行政审批股和审批人员充分授权,由一个窗口代表本部门对外行使审批权。",
    source="工作方案 二(四)2",
    why=(
        "一个部门对外只有一个窗口,审批决定在窗口作出:由行政审批股作出,或由在窗口现场办公的协管领导作出。"
        "上级和其他部门作的决定、一个环节也没有交给行政审批股的事项不算;窗口按几号窗口认,没有编号的不查。"
    ),
    mend="窗口只写一个,事项的办理地点与它一致;决定环节改由行政审批股承办,如 行政审批股/股长。",
    bad="""
==> 示范局/01-示范事项.yaml <==
地点: 示范市行政服务中心二楼8号窗口
""",
    good="""
==> 示范局/01-示范事项.yaml <==
地点: 市行政服务中心3号窗口
""",
)


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """Of the matters that enter: one numbered window in all, and the last deciding step not back in the department.

    Leaders may decide, unless it is said that the deputy is not at the window.
    """
    office = filing.department.approval_office
    matters = entering(filing)
    if office is None or not matters or not is_due(context, ENTRY):
        return
    own = windows_in(office.window)
    if len(own) > 1:
        message = f"行政审批股写了{len(own)}个窗口,一个部门只设一个窗口"
        yield RULE.at(office.at("window"), message, width=len(office.window))
    for one in matters:
        yield from _other_window(one, own)
        yield from _decided_behind(one, office, context, windows_of(filing.department))


def _other_window(one: Examined, own: frozenset[str]) -> Iterator[Finding]:
    version = one.matter.after
    assert version is not None
    others = windows_in(version.location) - own
    if own and others:
        message = f"办理地点是{'、'.join(sorted(others))}号窗口,行政审批股的窗口是{'、'.join(sorted(own))}号"
        yield RULE.at(version.at("location"), message, width=len(version.location))


def _decided_behind(
    one: Examined, office: ApprovalOffice, context: Context, windows: frozenset[str]
) -> Iterator[Finding]:
    behind = decision_behind(one, windows, context.book)
    if behind is None:
        return
    deciding, holder = behind
    if holder.kind is HolderKind.OFFICE:
        yield RULE.at(deciding.at("name"), f"决定环节「{deciding.name}」由「{holder.unit}」承办,没有放到窗口")
    elif away(office.deputy):
        yield RULE.at(deciding.at("name"), f"决定环节「{deciding.name}」由「{holder.unit}」作出,协管领导却不在窗口")
