"""R703 没有工作总结."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.department import Department
from processes.model.findings import Finding, Severity
from processes.rules.loose import is_missing
from processes.rules.rule import Context, Rule, Scope
from processes.rules.stages import SUMMARY, is_due
from processes.rules.unsaid import papers_asked_together

RULE = Rule(
    code="R703",
    name="没有工作总结",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="形成工作总结,填报工作流程优化情况统计表(附件9),调整更改网上公示信息汇总表(附件10)上报。",
    source="工作方案 二(五)2",
    why="附件9、附件10由程序生成,工作总结要由部门写。总结阶段到期以后才查;一个事项也没有的、方案范围以外的单位不查。",
    mend="用“zaizao document --文种 工作总结”起草,上报以后在 单位.yaml 的“文件”里写文号。",
    bad="""
文件:
  调整意见: 示局发〔2017〕11号
""",
    good="""
文件:
  调整意见: 示局发〔2017〕11号
  工作总结: 示局发〔2018〕9号
""",
)


def check(department: Department, context: Context) -> Iterator[Finding]:
    """A department of the plan that has matters has 文件.工作总结 when the stage that asks for it is over."""
    concerned = context.workspace.matters_of(department.name) and not department.outside_scope
    if not concerned or not is_due(context, SUMMARY) or papers_asked_together(department, context):
        return
    said = department.documents.get("工作总结")
    if said is None:
        yield RULE.at(department.at("documents", department.at("name")), "没有写工作总结的文号")
    elif is_missing(said):
        yield RULE.at(said.place, f"工作总结写的是“{said}”,还没有形成", width=len(said))
