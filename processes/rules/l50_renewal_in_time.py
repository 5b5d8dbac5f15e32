"""L50 延续没有按期决定."""

from __future__ import annotations

from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope

RULE = Rule(
    code="L50",
    name="延续没有按期决定",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="行政机关应当根据被许可人的申请,在该行政许可有效期届满前作出是否准予延续的决定;逾期未作决定的,视为准予延续。",
    source="《行政许可法》第五十条",
    why="有效期和申请日期都是一件一件的,申报的内容里没有;申请人提前三十日申请,这个期限不折算成工作日。",
    mend="延续申请在有效期届满以前决定,临近到期的提前提醒。",
    question="延续申请是否都在有效期届满前作出了决定?",
)
