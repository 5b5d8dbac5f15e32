"""L40 准予许可没有公开."""

from __future__ import annotations

from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope

RULE = Rule(
    code="L40",
    name="准予许可没有公开",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="行政机关作出的准予行政许可决定,应当予以公开,公众有权查阅。",
    source="《行政许可法》第四十条",
    why="事项是否公开由R701查;每一件准予许可的决定有没有公开,申报的内容里没有。",
    mend="在政府网站逐件公开准予许可的决定,涉及国家秘密、商业秘密、个人隐私的除外。",
    question="准予行政许可的决定是否逐件公开,公众能否查阅?",
)
