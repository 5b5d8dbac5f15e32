"""R709 没有创新服务方式."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.rules.several import EX_OFFICIO, staying
from engine.rules.subjects import Examined, Filing
from processes.model.findings import Finding, Severity
from processes.model.process import NodeKind
from processes.model.vocabulary import ONLINE, MatterType
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R709",
    name="没有创新服务方式",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="四是对创新服务方式进行检查,是否推进一口受理、联合受理、网上办理,在创新服务方式方面的实质性突破。",
    source="工作方案 二(五)3",
    why=(
        "监督检查要看一口受理、联合受理、网上办理。看优化后的渠道、并联和环节名称;"
        "有一样就不提出。机关内部事项和依职权办理的不算,只有一个事项的不查。"
    ),
    mend="能网上办的在“渠道”里写上 网上;涉及几个股室、几个部门的一口受理、并联办理。",
    bad="""
==> 示范局/01-示范事项.yaml <==
渠道: 窗口
==> 示范局/02-示范事项.yaml <==
名称: 示范经营许可证变更
渠道: 窗口
""",
    good="""
==> 示范局/01-示范事项.yaml <==
渠道: 窗口、网上
==> 示范局/02-示范事项.yaml <==
名称: 示范经营许可证变更
渠道: 窗口
""",
)

_SEVERAL = 2
_ONE_MOUTH = re.compile(r"一口|一窗|联合|综合受理|一站|一门")


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """Of several matters that people apply for, one is done online, in parallel, or received at one window."""
    served = [
        one
        for one in staying(filing)
        if one.matter.type is not MatterType.OTHER and one.matter.kind not in EX_OFFICIO and not one.matter.secret
    ]
    if len(served) >= _SEVERAL and not any(_is_new(one) for one in served):
        message = f"{len(served)}个面向社会的事项,没有一个网上办理、一口受理或联合办理"
        yield RULE.at(filing.department.at("name"), message, width=len(filing.department.name))


def _is_new(one: Examined) -> bool:
    after = one.after
    return after is not None and (
        ONLINE in after.version.channels
        or any(node.kind is NodeKind.FORK for node in after.nodes)
        or any(_ONE_MOUTH.search(step.name) for step in after.steps)
    )
