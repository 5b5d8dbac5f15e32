"""L26b 几个部门没有统一办理."""

from __future__ import annotations

from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope

RULE = Rule(
    code="L26b",
    name="几个部门没有统一办理",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="行政许可依法由地方人民政府两个以上部门分别实施的,本级人民政府可以确定一个部门受理行政许可申请并转告有关部门分别提出意见后统一办理,或者组织有关部门联合办理、集中办理。",
    source="《行政许可法》第二十六条第二款",
    why="法律说的是可以,由本级政府决定,申报的内容里看不出政府有没有确定。一个窗口受理由R407查,45个工作日的上限由L42-2查。",
    mend="报本级政府确定一个部门统一受理,或者联合办理、集中办理,在并联部门里写上有关部门。",
    question="由本级政府两个以上部门分别实施的许可,是否确定了一个部门统一受理、转告其他部门,或者联合办理、集中办理?",
)
