"""L29 申请方式受限制."""

from __future__ import annotations

from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope

RULE = Rule(
    code="L29",
    name="申请方式受限制",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="申请书格式文本中不得包含与申请行政许可事项没有直接关系的内容。申请人可以委托代理人提出行政许可申请。…行政许可申请可以通过信函、电报、电传、传真、电子数据交换和电子邮件等方式提出。",
    source="《行政许可法》第二十九条",
    why="格式文本的内容、能不能代办、收不收信函申请,申报的内容里没有;办理渠道的统计由R410管。",
    mend="免费提供格式文本,接受代理人和信函、网上等方式的申请;必须本人到场的,写明法律依据。",
    question="申请书格式文本是否免费、只含与许可直接有关的内容,是否接受代理人代办和信函、网上等方式的申请?",
)
