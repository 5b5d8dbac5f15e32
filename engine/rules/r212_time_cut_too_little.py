"""R212 时限压缩不到目标."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.one_third import in_days, message, short_of
from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R212",
    name="时限压缩不到目标",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="除市级重点工程项目外,审批事项时限、审批程序缩减三分之一,收费标准进一步压缩。",
    source="工作方案 二(一)2",
    why="附件3按部门合计,所以按部门合计比;口径“三分之一: 按事项”时逐个事项比,只警告。市级重点工程项目除外,"
    "取消、下放的改革后按0计。工作日和自然日都有的,天数直接相加。",
    mend="再压缩办结时限;依法不能再压的,在说明里写明法律规定。",
    bad="""
==> 示范局/01-示范事项.yaml <==
优化后:
  承办: 行政审批股
  时限: 14工作日
""",
    good="""
==> 示范局/01-示范事项.yaml <==
优化后:
  承办: 行政审批股
  时限: 13工作日
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查、一次告知
    - 环节: 审查 | 行政审批股/审查岗 | 7工作日 | 材料审核、现场核查(2人以上)
      沿自: 材料审查、现场核查、复审
    - 环节: 决定送达 | 行政审批股/股长 | 2工作日 | 审批决定、制证、盖章、送达
      沿自: 审批、制证送达
""",
)


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """The days of the 行政审批事项 are cut by the plan's share (目标.压缩): together, or each (口径.三分之一)."""
    for matter, short in short_of(filing, context, time=True):
        text = message(matter, in_days(short, filing), filing.plan)
        if matter is None:
            name = filing.department.name
            yield RULE.at(filing.department.at("name"), text, width=len(name))
        elif matter.after is not None:
            limit = matter.after.limit
            yield RULE.at(matter.after.at("limit"), text, width=len(str(limit)), severity=Severity.WARNING)
