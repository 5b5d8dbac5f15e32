"""L36 没有告知利害关系人."""

from __future__ import annotations

from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope

RULE = Rule(
    code="L36",
    name="没有告知利害关系人",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="行政机关对行政许可申请进行审查时,发现行政许可事项直接关系他人重大利益的,应当告知该利害关系人。申请人、利害关系人有权进行陈述和申辩。行政机关应当听取申请人、利害关系人的意见。",
    source="《行政许可法》第三十六条",
    why="哪件许可直接关系他人重大利益,要看具体申请,流程里不一定有这个环节。",
    mend="审查时发现关系他人重大利益的,告知利害关系人,听取陈述和申辩并记录在案。",
    question="审查中发现许可直接关系他人重大利益的,是否告知利害关系人并听取了陈述和申辩?",
)
