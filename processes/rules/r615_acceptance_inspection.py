"""R615 没有检查验收."""

from __future__ import annotations

from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope

RULE = Rule(
    code="R615",
    name="没有检查验收",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="由市纪检委、监察局、机关工委牵头,对各部门“两集中三到位”完成情况、准备进驻中心情况进行检查验收,发现问题及时整改。",
    source="工作方案 二(四)2",
    why="检查验收由纪检、监察和机关工委做,结果在他们那里。",
    mend="验收后在 单位.yaml 的“核对”里写明,如 R615: 是,2018年3月20日通过检查验收。",
    question="“两集中三到位”完成情况和进驻中心的准备是否已经检查验收,发现的问题是否已经整改?",
)
