"""R108 领导小组."""

from __future__ import annotations

from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope

RULE = Rule(
    code="R108",
    name="领导小组",
    severity=Severity.INFO,
    scope=Scope.WORKSPACE,
    quote="加强组织领导。成立“两集中三到位”及机关作风整顿再造流程工作领导小组……",
    source="工作方案 三(一)",
    why="领导小组是否成立、人员有变动后是否调整,申报文件里看不出来。",
    mend="成立领导小组,人员有变动的及时发文调整。",
    question="领导小组是否已经成立,组成人员有变动的是否已经调整?",
)
