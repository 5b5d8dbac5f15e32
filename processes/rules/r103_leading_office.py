"""R103 领导小组办公室."""

from __future__ import annotations

from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope

RULE = Rule(
    code="R103",
    name="领导小组办公室",
    severity=Severity.INFO,
    scope=Scope.WORKSPACE,
    quote="领导小组下设办公室,成员单位:市委深改办、市委作风办、市行政服务中心、市编办。办公室设在市编办,主任由李吉民同志兼任。",
    source="工作方案 三(一)",
    why="材料报到哪里、由谁审核确认,看领导小组办公室设在哪里;它的成员单位不一定在方案的部门名单里,软件判断不了。",
    mend="明确领导小组办公室设在哪个单位、由哪些单位组成;方案里的“报送”写办公室所在的单位。",
    question="领导小组办公室设在哪个单位是否明确,各部门的材料是否都报到那里?",
)
