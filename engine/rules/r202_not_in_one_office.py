"""R202 没有集中到一个股室."""

from __future__ import annotations

from collections.abc import Iterator

from engine.annexes.approvals import Approval, approvals_after
from engine.annexes.wording import listed, office_names, office_places
from engine.rules.approving import approval_offices, institutions, office_names_of
from engine.rules.centre import asked_to_window, entering
from engine.rules.subjects import Filing
from processes.model.department import Department, Office
from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.rules.rule import Context, Rule, Scope
from processes.rules.words import quoted

RULE = Rule(
    code="R202",
    name="没有集中到一个股室",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="“两集中”:即各部门将分散的行政审批事项集中在一个股室,组建行政审批股……",
    source="工作方案 二(一)",
    why="改革后所有行政审批事项都由行政审批股一个股室承办,附件2的“现内设机构名称”只能是它。"
    "行政审批股和别的股室一起列为承办机构的,只警告:个别核查确由业务股协助的,承办照实写,在说明里写理由;"
    "只在受理、决定、制证、送达环节出现的股室由R603、R606提出,这里不重复。",
    mend="优化后的承办写行政审批股;行政审批股在内设机构里的职能写“审批”,只能有一个。",
    bad="""
内设机构:
  - 综合股
  - 业务股 | 审批
  - 登记股 | 审批 | 撤销
  - 行政审批股 | 审批 | 新设
""",
    good="""
内设机构:
  - 综合股
  - 业务股 | 监管
  - 登记股 | 审批 | 撤销
  - 行政审批股 | 审批 | 新设
""",
)


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """There is one office for 审批 after the reform, and it alone is 承办机构 of every 行政审批事项 that stays.

    A department that does not say how its 行政审批股 is formed is told so by R203; 所属事业单位 by R207.
    """
    department = filing.department
    rows = approvals_after([one.checked for one in filing.matters])
    if not rows or department.outside_scope or department.approval_office is None:
        return
    offices = approval_offices(department)
    if not offices:
        place = department.at("offices")
        yield RULE.at(place, "改革后的内设机构里,没有一个职能是“审批”的,看不出哪个是行政审批股")
    elif len(offices) > 1:
        names = quoted([one.name for one in offices])
        yield RULE.at(
            offices[1].at("name"),
            f"改革后职能是“审批”的有{len(offices)}个:{names},行政审批事项没有集中在一个股室",
            "撤掉的写“撤销”,不是行政审批股的改职能。",
            width=len(offices[1].name),
            related=(offices[0].at("name"),),
        )
    else:
        told = _told(filing, context)
        for row in rows:
            yield from _of_matter(row, offices[0], department, told.get(row.matter.file, frozenset()))


def _told(filing: Filing, context: Context) -> dict[str, frozenset[str]]:
    """File of a matter → other offices all whose steps R603 and R606 ask to be moved to the window, folded."""
    found: dict[str, frozenset[str]] = {}
    for one in entering(filing):
        asked = asked_to_window(one, context)
        steps = one.after.counted_steps if one.after else ()
        held = {holder.unit for step in steps if step.key not in asked for holder in step.holders}
        found[one.matter.file] = frozenset(map(fold_name, {*asked.values()} - held))
    return found


def _of_matter(row: Approval, office: Office, department: Department, told: frozenset[str]) -> Iterator[Finding]:
    own = office_names_of((office,))
    names = office_names(row.process)
    others = [name for name in names if fold_name(name) not in own]
    if len(others) < len(names):
        others = [name for name in others if fold_name(name) not in told]
    if names and not others:
        return
    if others and all(fold_name(name) in institutions(department) for name in others):
        return
    place = others[0].place if others else office_places(row.process)[0]
    width = len(others[0]) if others else 1
    if len(others) < len(names):
        yield RULE.at(
            place,
            f"「{row.matter.name}」优化后除「{office.name}」外还由「{listed(others)}」承办",
            f"把它的环节改由{office.name}承办;确需它协助的(如现场核查),在说明里写理由。",
            width=width,
            severity=Severity.WARNING,
        )
    else:
        holder = f"由「{listed(others)}」承办" if others else "没有内设机构承办"
        yield RULE.at(place, f"「{row.matter.name}」优化后{holder},没有归并到「{office.name}」", width=width)
