"""R616 骨干进驻和审批规则."""

from __future__ import annotations

from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope

RULE = Rule(
    code="R616",
    name="骨干进驻和审批规则",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="要选用专业骨干进驻中心",
    source="工作方案 二(四)2、5",
    why="人员是不是专业骨干、审批的规则和标准定没定,申报文件里没有;批后监管措施由R613查。",
    mend="在 单位.yaml 的“核对”里写明,如 R616: 是,选派3名业务骨干,审批规则见示局发〔2018〕3号。",
    question="进驻人员是否是专业骨干,行政审批股是否制定了审批事项的规则、标准和批后监管?",
)
