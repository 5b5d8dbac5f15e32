"""XX42 信息公开收费."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.disclosing import is_request
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="XX42",
    name="信息公开收费",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="行政机关依申请提供政府信息,不收取费用。但是,申请人申请公开政府信息的数量、频次明显超过合理范围的,行政机关可以收取信息处理费。",
    source="《政府信息公开条例》(2019年修订)第四十二条",
    why="2019年5月15日起依申请提供政府信息不收费,检索、复制、邮寄也不收;只有数量、频次明显超过合理范围的可以收信息处理费。",
    mend="改为不收费;只收信息处理费的,收费项目写 信息处理费。",
    valid_from=date(2019, 5, 15),
    bad="""
==> 方案.yaml <==
阶段: 总结验收阶段 | 2020-03-31 | 工作总结、附件9、附件10
==> 示范局/01-示范事项.yaml <==
名称: 政府信息公开申请答复
收费: 复制费 | 每页0.5元 | 《示范办法》第八条
""",
    good="""
==> 方案.yaml <==
阶段: 总结验收阶段 | 2020-03-31 | 工作总结、附件9、附件10
==> 示范局/01-示范事项.yaml <==
名称: 政府信息公开申请答复
收费: 不收费
""",
)

_ALLOWED = "信息处理费"


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """A 政府信息公开申请 charges nothing after the reform but 信息处理费."""
    if matter.after is not None and matter.after.fees and is_request(matter):
        for fee in matter.after.fees:
            if _ALLOWED not in fee.item:
                yield RULE.at(fee.at("item"), f"依申请提供政府信息不收费,优化后还收「{fee.item}」", width=len(fee.item))
