"""R111 有事项不能网上办."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from engine.reports.numbers import percent_text
from engine.rules.several import EX_OFFICIO
from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.model.vocabulary import ONLINE, MatterType
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R111",
    name="有事项不能网上办",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="解决信息化程度低、网上服务大厅知晓率和利用率不高的问题。",
    source="工作方案 一(二)",
    why="一个单位报一次能网上办理的事项有多少;依申请办理的才算(审批、确认、给付、公共服务等),处罚、强制、检查和机关内部事项不算,"
    "涉密的不算;一个也没有写渠道的单位不报,写了几个的,没有写的按窗口。网上实际办了多少件没有申报,看不出利用率。",
    mend="能网上受理或预审的,在优化后的渠道里写“网上”;不能的不必改。",
    bad="""
==> 示范局/01-示范事项.yaml <==
渠道: 窗口
""",
    good="""
==> 示范局/01-示范事项.yaml <==
渠道: 窗口、网上
""",
)


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """One for the matters applied for, not secret, that cannot be handled online after the reform, with the share.

    Of a department that says of none of them through which 渠道 it is handled, nothing is known.
    """
    concerned = [
        one
        for one in filing.matters
        if one.after is not None
        and not one.matter.is_gone
        and one.matter.type is not MatterType.OTHER
        and one.matter.kind not in EX_OFFICIO
        and not one.matter.secret
    ]
    offline = [one.matter for one in concerned if one.after and ONLINE not in one.after.version.channels]
    if offline and any(one.after.version.channels for one in concerned if one.after):
        online = len(concerned) - len(offline)
        share = (
            f"{online}个可以网上办理({percent_text(Fraction(online, len(concerned)))})"
            if online
            else "没有能网上办理的"
        )
        yield RULE.at(
            filing.department.at("name"),
            f"优化后依申请办理的{len(concerned)}个事项中,{share}",
            width=len(filing.department.name),
            related=[one.after.at("channels") for one in offline if one.after],
        )
