"""R216 没有调整意见."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.approving import approvals_of
from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.rules.loose import is_missing
from processes.rules.rule import Context, Rule, Scope
from processes.rules.stages import OPINION, is_due
from processes.rules.unsaid import papers_asked_together

RULE = Rule(
    code="R216",
    name="没有调整意见",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="2017年12月末,各部门要将组建行政审批股、内设机构的调整意见以正式文件上报市编办审核,"
    "同时上报附件1、附件2、附件3。",
    source="工作方案 二(一)3",
    why="有行政审批事项的部门,组建行政审批股、调整内设机构的意见要正式行文,和附件1、附件2、附件3一起报。"
    "只看要报调整意见的阶段到期以后;文件本身写得怎样,软件不看。",
    mend="正式行文后,在单位.yaml的“文件”里写“调整意见: 文号”。",
    bad="""
文件:
  工作总结: 示局发〔2018〕9号
""",
    good="""
文件:
  调整意见: 示局发〔2017〕11号
  工作总结: 示局发〔2018〕9号
""",
)


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """A department with 行政审批事项 names its 调整意见 (文件) once the first stage is due."""
    department = filing.department
    approvals = approvals_of(context.workspace.matters_of(department.name))
    if not approvals or department.outside_scope or not is_due(context, (OPINION,)):
        return
    said = department.documents.get(OPINION)
    if papers_asked_together(department, context):
        return
    if said is None:
        place = department.at("documents", department.at("name"))
        yield RULE.at(place, f"有{len(approvals)}个行政审批事项,没有写调整意见的文号")
    elif is_missing(said):
        yield RULE.at(said.place, f"有{len(approvals)}个行政审批事项,调整意见写的是“{said}”", width=max(len(said), 1))
