"""R208 三到位没有到位."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.approving import approvals_staying
from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.rules.loose import is_missing
from processes.rules.rule import Context, Rule, Scope
from processes.rules.stages import ENTRY, is_due
from processes.rules.unsaid import asked_together

RULE = Rule(
    code="R208",
    name="三到位没有到位",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="“三到位”:即各部门进驻中心的审批事项、审批人员和窗口授权到位。",
    source="工作方案 二(一)",
    why="有事项进驻中心的部门,要有进驻的窗口、窗口人员和授权文件。写明未进驻原因的事项不在此列;"
    "只看要报进驻材料的阶段到期以后;办理地点是不是在中心、未进驻的理由由别的规则看。",
    mend="在单位.yaml的行政审批股下写窗口、窗口人员(人数或姓名)和授权(文号)。",
    bad="""
行政审批股:
  方式: 撤一建一
  主管: 局长
  协管: 分管审批的副局长,在窗口现场办公
  窗口: 示范市行政服务中心一楼3号窗口
  窗口人员: 0
  授权: 示局发〔2017〕12号
  专用章: 是
""",
    good="""
行政审批股:
  方式: 撤一建一
  主管: 局长
  协管: 分管审批的副局长,在窗口现场办公
  窗口: 示范市行政服务中心一楼3号窗口
  窗口人员: 王某、李某
  授权: 示局发〔2017〕12号
  专用章: 是
""",
)

_IN_PLACE = (
    ("window", "审批事项没有到位:没有写进驻中心的窗口", "窗口: 几号窗口"),
    ("window_staff", "审批人员没有到位:没有窗口人员", "窗口人员: 人数或姓名"),
    ("authority", "窗口授权没有到位:没有授权文件", "授权: 文号"),
)


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """Window, staff and authorisation of a 行政审批股 one of whose matters at least enters the hall."""
    department = filing.department
    formed = department.approval_office
    matters = approvals_staying(context.workspace.matters_of(department.name))
    entering = [one for one in matters if not (one.not_in_centre or one.secret)]
    if not entering or formed is None or department.outside_scope or not is_due(context, ENTRY):
        return
    if asked_together(department, context):
        return
    for field, missing, wanted in _IN_PLACE:
        said: str = getattr(formed, field)
        if is_missing(said):
            yield RULE.at(
                formed.at(field, department.at("approval_office")),
                f"有{len(entering)}个行政审批事项要进驻中心,{missing}",
                f"在 单位.yaml 的“行政审批股”里写“{wanted}”。",
                width=max(len(said), 1),
            )
