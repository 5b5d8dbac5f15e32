"""R410 网上办理的占比."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.model.vocabulary import MatterType
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R410",
    name="不能全部网上办理",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="简化办事程序,推行网上办公,探索“不见面”办事,提供在线咨询服务",
    source="工作方案 二(三)1 简程序",
    why="报告一个单位有多少行政审批和公共服务事项写了网上渠道;取消的、涉密的不算。网上能不能办成,要实地看。",
    mend="能网上办的,在优化后写“渠道: 窗口、网上”。",
    bad="""
==> 示范局/01-示范事项.yaml <==
渠道: 窗口
""",
    good="""
==> 示范局/01-示范事项.yaml <==
渠道: 网上
""",
)

_TYPES = (MatterType.APPROVAL, MatterType.PUBLIC_SERVICE)
ONLINE = "网上"


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """Some 行政审批事项 or 公共服务事项 has no online channel: one finding with the share of those that have."""
    served = [
        one.after.version
        for one in filing.matters
        if one.after is not None and one.matter.type in _TYPES and not one.matter.secret
    ]
    online = sum(ONLINE in version.channels for version in served)
    if online < len(served):
        share = round(100 * online / len(served))
        yield RULE.at(
            filing.department.at("name"),
            f"行政审批和公共服务事项 {len(served)} 项,写了网上渠道的 {online} 项,占 {share}%",
            width=len(filing.department.name),
        )
