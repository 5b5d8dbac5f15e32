"""L31 要求提交无关材料."""

from __future__ import annotations

from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope

RULE = Rule(
    code="L31",
    name="要求提交无关材料",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="行政机关不得要求申请人提交与其申请的行政许可事项无关的技术资料和其他材料。",
    source="《行政许可法》第三十一条",
    why="材料和许可事项有没有关系要由人判断;有没有依据由R412查。",
    mend="取消与许可事项无关的材料。",
    question="告知单上的每件材料是否都与许可的条件有关,窗口有没有另外要求提交技术资料或其他材料?",
)
