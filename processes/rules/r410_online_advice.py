"""R410 网上办理和在线咨询."""

from __future__ import annotations

from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope

RULE = Rule(
    code="R410",
    name="网上办理和在线咨询",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="简化办事程序,推行网上办公,探索“不见面”办事,提供在线咨询服务",
    source="工作方案 二(三)1 简程序",
    why="申报里只有办理渠道,写了网上的有多少由 R111 报告;网上能不能办成、有没有人答复咨询,要到网上试。",
    mend="逐项试办;核对以后在单位.yaml 的核对里写“R410: 是,情况”或“R410: 否,情况”。",
    question="能网上办的事项是否已经可以网上办成,是否提供在线咨询?",
)
