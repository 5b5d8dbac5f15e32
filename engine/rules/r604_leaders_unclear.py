"""R604 主管协管不明或没有授权."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.centre import entering
from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope
from processes.rules.stages import ENTRY, is_due
from processes.rules.unsaid import asked_together
from processes.rules.windows import away

RULE = Rule(
    code="R604",
    name="主管协管不明或没有授权",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote=(
        "各部门行政审批股由单位一把手主管、一名班子副职协管,协管领导原则上进驻中心窗口现场办公,"
        "无法到中心窗口现场办公的,应充分授权,由行政审批股股长直接办理行政审批事项。"
    ),
    source="工作方案 二(四)3",
    why="主管的是一把手,协管的是班子副职;协管不在窗口的要授权股长直接办理。写的是姓名的,看不出职务,请核对。",
    mend="在“行政审批股”里写“主管”“协管”;协管不在窗口的写明,如 分管审批的副局长,未驻窗口,授权行政审批股股长直接办理。",
    bad="""
行政审批股:
  方式: 撤一建一
  主管: 局长
  协管: 分管审批的副局长,未驻窗口
  窗口: 示范市行政服务中心一楼3号窗口
  窗口人员: 3
  授权: 示局发〔2017〕12号
  专用章: 是
""",
    good="""
行政审批股:
  方式: 撤一建一
  主管: 局长
  协管: 分管审批的副局长,未驻窗口,授权行政审批股股长直接办理
  窗口: 示范市行政服务中心一楼3号窗口
  窗口人员: 3
  授权: 示局发〔2017〕12号
  专用章: 是
""",
)


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """主管 and 协管 are said and are two; 主管 is no deputy (主持工作 is as good); who is away has empowered 股长."""
    office = filing.department.approval_office
    if office is None or not entering(filing) or not is_due(context, ENTRY):
        return
    if asked_together(filing.department, context):
        return
    unsaid = [label for label, said in (("主管", office.head), ("协管", office.deputy)) if not said]
    if unsaid:
        yield RULE.at(office.place, f"行政审批股没有写{'、'.join(unsaid)}")
    if "副" in office.head and "主持" not in office.head:
        yield RULE.at(office.at("head"), f"主管「{office.head}」是副职,应是单位一把手", width=len(office.head))
    elif office.head and office.head == office.deputy:
        yield RULE.at(office.at("deputy"), f"主管和协管都是「{office.head}」", width=len(office.deputy))
    if away(office.deputy) and "授权" not in office.deputy and "股长" not in office.authority:
        yield RULE.at(office.at("deputy"), "协管领导不在窗口,没有写授权股长直接办理", width=len(office.deputy))
