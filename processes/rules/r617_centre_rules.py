"""R617 没有中心管理细则."""

from __future__ import annotations

from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope

RULE = Rule(
    code="R617",
    name="没有中心管理细则",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="行政服务中心要建立健全规章制度,建立起集管理与服务、协调与联动、投诉与监督、信息与咨询一体的综合服务体系,确保管理的制度化、规范化,全面提升行政效能。",
    source="工作方案 二(四)6",
    why="这是行政服务中心自己的制度,申报文件里没有。",
    mend="由行政服务中心在它的 单位.yaml 的“核对”里写明,如 R617: 是,见示政服发〔2018〕2号。",
    question="行政服务中心是否建立健全了管理、服务、投诉监督和咨询的规章制度(由行政服务中心回答)?",
)
