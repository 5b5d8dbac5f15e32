"""R611 超时办结、违规操作."""

from __future__ import annotations

from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope

RULE = Rule(
    code="R611",
    name="超时办结、违规操作",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="对违规操作、超时办结的部门及人员一经查实,由纪检监察部门将严肃追责。",
    source="工作方案 二(四)3",
    why="超过环节时限或总时限的是超时,不按顺序办的是违规。要看办件记录,申报文件里没有。",
    mend="查实以后在 单位.yaml 的“核对”里写明,如 R611: 是,2018年一季度没有超时办结。",
    question="网上审批管理平台的办件记录里,是否没有超时办结和违规操作?",
)
