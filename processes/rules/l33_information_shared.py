"""L33 许可信息没有共享."""

from __future__ import annotations

from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope

RULE = Rule(
    code="L33",
    name="许可信息没有共享",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="行政机关应当建立和完善有关制度,推行电子政务,在行政机关的网站上公布行政许可事项,方便申请人采取数据电文等方式提出行政许可申请;应当与其他行政机关共享有关行政许可信息,提高办事效率。",
    source="《行政许可法》第三十三条",
    why="许可信息是不是推送给了别的部门,申报的内容里没有;能共享的材料不再要求提交,由R411查。",
    mend="把受理、决定的信息及时推送到共享平台。",
    question="许可事项是否在网站公布,受理和决定的信息是否与其他部门共享?",
)
