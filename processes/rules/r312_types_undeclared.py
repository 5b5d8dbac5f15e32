"""R312 四类事项是不是梳理全了."""

from __future__ import annotations

from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope

RULE = Rule(
    code="R312",
    name="四类事项是否梳理全",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="重点梳理:本部门主要职责、行政审批事项、其他行政权力事项、公共服务事项、基层和群众服务需求等",
    source="工作方案 二(二)1",
    why="哪一类事项真的没有,只有对照三定规定和权力清单才知道,软件看不出漏报;附件9按类型列出了件数。",
    mend="对照权力清单、责任清单、公共服务清单,补报漏掉的事项。",
    question="行政审批、其他行政权力、公共服务和其他事项是否都已梳理,没有申报的类型是否确实没有?",
)
