"""R601 没有进驻或进驻矛盾."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.centre import approvals_kept, entering
from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope
from processes.rules.stages import ENTRY, is_due
from processes.rules.windows import in_hall

RULE = Rule(
    code="R601",
    name="没有进驻或进驻矛盾",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="入驻范围:市直各部门的行政审批股、中省直单位便民服务项目。",
    source="工作方案 二(四)1",
    why=(
        "行政审批事项都随行政审批股进驻市行政服务中心,确实进不了的写“未进驻原因”。查行政审批股的窗口是不是设在本部门,"
        "以及写了未进驻原因的事项是不是又在中心办理;窗口没有写的由R208查。"
        "哪些是中省直单位的便民服务项目,申报文件里没有,请核对。"
    ),
    mend="“窗口”写行政服务中心的窗口;已经进驻的事项删去“未进驻原因”,没有进驻的改“地点”。",
    bad="""
行政审批股:
  方式: 撤一建一
  主管: 局长
  协管: 分管审批的副局长,在窗口现场办公
  窗口: 示范局一楼大厅3号窗口
  窗口人员: 3
  授权: 示局发〔2017〕12号
  专用章: 是
""",
    good="""
行政审批股:
  方式: 撤一建一
  主管: 局长
  协管: 分管审批的副局长,在窗口现场办公
  窗口: 市行政服务中心一楼示范局3号窗口
  窗口人员: 3
  授权: 示局发〔2017〕12号
  专用章: 是
""",
)


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """窗口 is not in the department's own house; a matter that stays out is not handled in the hall all the same."""
    if not is_due(context, ENTRY):
        return
    department, office = filing.department, filing.department.approval_office
    window = office.window if office else ""
    own_house = not in_hall(window) and (department.name in window or department.full_name in window)
    if office and own_house and entering(filing):
        yield RULE.at(office.at("window"), f"窗口「{window}」设在本部门,没有进驻行政服务中心", width=len(window))
    for one in approvals_kept(filing):
        matter = one.matter
        location = matter.after.location if matter.after else ""
        if matter.not_in_centre and in_hall(location):
            yield RULE.at(
                matter.at("not_in_centre"),
                f"「{matter.name}」写了未进驻原因,办理地点却是「{location}」",
                width=len(matter.not_in_centre),
                related=(matter.after.at("location"),) if matter.after else (),
            )
