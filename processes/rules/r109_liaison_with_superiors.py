"""R109 与上级沟通对接."""

from __future__ import annotations

from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope

RULE = Rule(
    code="R109",
    name="与上级沟通对接",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="各部门要积极与上级单位进行沟通协调,争取上级单位的业务指导,并借鉴工作成果,使部门再造流程工作在同系统中最优。",
    source="工作方案 三(三)",
    why="是否请示对接、在同系统里处在什么水平,申报文件里看不出来。",
    mend="主动向上级主管单位请示,把时间、对接的单位和意见记下来。",
    question="是否与上级单位沟通对接,借鉴了同系统的做法?",
)
