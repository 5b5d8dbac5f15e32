"""R601 没有进驻窗口."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.centre import entering
from engine.rules.several import names_text
from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope
from processes.rules.stages import ENTRY, is_due

RULE = Rule(
    code="R601",
    name="没有进驻窗口",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="入驻范围:市直各部门的行政审批股、中省直单位便民服务项目。",
    source="工作方案 二(四)1",
    why=(
        "行政审批事项都随行政审批股进驻市行政服务中心,确实进不了的写“未进驻原因”。"
        "哪些是中省直单位的便民服务项目,申报文件里没有,请核对。进驻阶段到期以后才查;行政审批股一项也没有写的由组建的规则查。"
    ),
    mend="在 单位.yaml 的“行政审批股”里写“窗口”;进不了中心的事项写“未进驻原因”。",
    bad="""
行政审批股:
  方式: 撤一建一
  主管: 局长
  协管: 分管审批的副局长,在窗口现场办公
  窗口人员: 3
  授权: 示局发〔2017〕12号
  专用章: 是
""",
    good="""
行政审批股:
  方式: 撤一建一
  主管: 局长
  协管: 分管审批的副局长,在窗口现场办公
  窗口: 示范市行政服务中心一楼3号窗口
  窗口人员: 3
  授权: 示局发〔2017〕12号
  专用章: 是
""",
)


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """A 行政审批股 with matters that enter the hall has a 窗口 there."""
    office = filing.department.approval_office
    matters = entering(filing)
    if office and not office.window and matters and is_due(context, ENTRY):
        yield RULE.at(office.place, f"行政审批股没有写进驻的窗口,{names_text(matters)}没有地方办理")
