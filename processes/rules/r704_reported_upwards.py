"""R704 没有请示对接."""

from __future__ import annotations

from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope

RULE = Rule(
    code="R704",
    name="没有请示对接",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="各部门对再造流程前后的情况进行对比分析、与上级部门请示对接的基础上,形成工作总结",
    source="工作方案 二(五)2",
    why="有没有向上级部门请示对接,申报文件里没有;总结是否形成由R703查。",
    mend="在 单位.yaml 的“核对”里写明,如 R704: 是,2018年3月22日已向上级主管部门请示对接。",
    question="形成工作总结以前,是否对比分析了再造前后的情况,并与上级部门请示对接?",
)
