"""L35 上级要求重复提交."""

from __future__ import annotations

from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope

RULE = Rule(
    code="L35",
    name="上级要求重复提交",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="下级行政机关应当在法定期限内将初步审查意见和全部申请材料直接报送上级行政机关。上级行政机关不得要求申请人重复提供申请材料。",
    source="《行政许可法》第三十五条",
    why="申报的是本级的材料,上级有没有再要一遍看不出来。初审的时限由L43查。",
    mend="初审意见和全部材料由本单位直接报送,不让申请人再送一次。",
    question="需报上级决定的许可,是否把初审意见和全部申请材料直接报送上级,上级是否没有要求申请人重复提供?",
)
