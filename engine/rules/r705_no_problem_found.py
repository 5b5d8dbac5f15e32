"""R705 问题清单是空的."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope
from processes.rules.stages import PROBLEMS, is_due

RULE = Rule(
    code="R705",
    name="问题清单是空的",
    severity=Severity.WARNING,
    scope=Scope.DEPARTMENT,
    quote="一是对梳理、查找流程问题情况进行监督检查,是否建立事项台账、问题清单、优化对比台账。",
    source="工作方案 二(五)3",
    why=(
        "三本台账由程序从事项文件生成,有事项就有事项台账和优化对比台账。问题清单要评估出问题才有:"
        "几个事项都评估了,一个问题也没有找出来,却作了优化,监督检查时说不通。"
        "没有评估的、一个事项也没有申报的由别的规则查,只有一个事项的不查。"
    ),
    mend="重新评估,把优化所针对的问题写进“问题”:问题 | 措施 | 承办。",
    bad="""
==> 示范局/01-示范事项.yaml <==
问题: 无
==> 示范局/02-示范事项.yaml <==
名称: 示范经营许可证变更
问题: 无
""",
    good="""
==> 示范局/01-示范事项.yaml <==
问题: 无
==> 示范局/02-示范事项.yaml <==
名称: 示范经营许可证变更
""",
)

_SEVERAL = 2


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """Of several matters, all evaluated and some of them improved, at least one has 问题."""
    declared = context.workspace.matters_of(filing.department.name)
    if (
        len(declared) >= _SEVERAL
        and is_due(context, PROBLEMS)
        and all(matter.problems == () for matter in declared)
        and any(one.numbers.is_optimised for one in filing.matters)
    ):
        message = f"评估了{len(declared)}个事项,一个问题也没有找出来,问题清单(附件5)是空的"
        yield RULE.at(filing.department.at("name"), message, width=len(filing.department.name))
