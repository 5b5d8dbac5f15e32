"""R605 没有用审批专用章."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from engine.rules.centre import entering
from engine.rules.subjects import Examined, Filing
from processes.model.department import ApprovalOffice
from processes.model.findings import Finding, Severity
from processes.rules.loose import is_missing
from processes.rules.rule import Context, Rule, Scope
from processes.rules.stages import ENTRY, is_due
from processes.rules.unsaid import asked_together

RULE = Rule(
    code="R605",
    name="没有用审批专用章",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="各部门在行政审批大厅,统一启用部门的“审批专用章”",
    source="工作方案 二(四)3",
    why="窗口有审批专用章,才不用回科室盖章。查“专用章”是否写已经启用,以及优化后的程序里是否还盖公章。",
    mend="启用以后写“专用章: 是”或启用日期;程序里的公章改为审批专用章。",
    bad="""
行政审批股:
  方式: 撤一建一
  主管: 局长
  协管: 分管审批的副局长,在窗口现场办公
  窗口: 示范市行政服务中心一楼3号窗口
  窗口人员: 3
  授权: 示局发〔2017〕12号
  专用章: 否
""",
    good="""
行政审批股:
  方式: 撤一建一
  主管: 局长
  协管: 分管审批的副局长,在窗口现场办公
  窗口: 示范市行政服务中心一楼3号窗口
  窗口人员: 3
  授权: 示局发〔2017〕12号
  专用章: 2018-01-02
""",
)

_DATE = re.compile(r"(\d{4})[-年.](\d{1,2})[-月.](\d{1,2})日?(?:起|启用)*")
_OTHER_SEAL = re.compile(r"公章|行政印章|[局委办]章|[局委办]印")


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """专用章 is in use by the day of the check, and no procedure of a matter that enters puts another seal."""
    office = filing.department.approval_office
    matters = entering(filing)
    if office is None or not matters or not is_due(context, ENTRY):
        return
    problem = "" if asked_together(filing.department, context) else _problem(office, context.day)
    if problem:
        yield RULE.at(office.at("seal"), problem, width=max(1, len(office.seal)))
    for one in matters:
        yield from _other_seals(one)


def _problem(office: ApprovalOffice, day: date) -> str:
    """What is wrong with 专用章, empty if nothing is."""
    if not office.seal:
        return "行政审批股没有写审批专用章是否启用"
    if is_missing(office.seal):
        return "审批专用章没有启用"
    dated = _DATE.fullmatch(office.seal)
    try:
        late = dated is not None and date(*map(int, dated.groups())) > day
    except ValueError:
        late = False
    return f"审批专用章 {office.seal} 才启用,晚于进驻的期限" if late else ""


def _other_seals(one: Examined) -> Iterator[Finding]:
    for step in one.after.counted_steps if one.after else ():
        for procedure in step.procedures:
            if _OTHER_SEAL.search(procedure.name) and "专用章" not in procedure.name:
                message = f"程序「{procedure.name}」盖的不是审批专用章"
                yield RULE.at(procedure.at("name"), message, width=len(procedure.name))
