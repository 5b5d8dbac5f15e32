"""N203 优化前的数字没有出处."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope
from processes.rules.words import quoted

RULE = Rule(
    code="N203",
    name="优化前没有出处",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="各部门对再造流程前后的情况进行对比分析",
    source="工作方案 二(五)2",
    why="压减是从优化前算起的。优化前的环节、材料、时限没有出处(公布的权力清单、办事指南等),别人无从核实是不是写大了。",
    mend="在优化前写“出处: …”。",
    bad="""
==> 示范局/01-示范事项.yaml <==
优化前:
  时限: 20工作日
  流程:
    - 受理 | 登记股 | 4工作日 | 形式审查
    - 材料审查 | 登记股 | 4工作日 | 材料审核
    - 现场核查 | 业务股 | 4工作日 | 现场核查(2人以上)
    - 复审 | 登记股 | 2工作日 | 股长复核
    - 审批 | 局领导 | 4工作日 | 局长签批
    - 制证送达 | 登记股 | 2工作日 | 制证、送达
  材料: 申请书、从业人员名册、经营场所平面图
""",
    good="""
==> 示范局/01-示范事项.yaml <==
优化前:
  出处: 2016年公布的权力清单
  时限: 20工作日
  流程:
    - 受理 | 登记股 | 4工作日 | 形式审查、一次告知
    - 材料审查 | 登记股 | 4工作日 | 材料审核
    - 现场核查 | 业务股 | 4工作日 | 现场核查(2人以上)
    - 复审 | 登记股 | 2工作日 | 股长复核
    - 审批 | 局领导 | 4工作日 | 局长签批
    - 制证送达 | 登记股 | 2工作日 | 制证、盖章、送达
  材料: 申请书、从业人员名册、经营场所平面图
""",
)

_SHOWN = 3


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """Matters without 出处 of which something was cut: one finding that names the first of them."""
    bare = [one for one in filing.matters if not one.matter.before.source]
    cut = [one for one in bare if any(delta.reduction and delta.reduction > 0 for delta in one.numbers.deltas)]
    if cut:
        names = quoted([one.matter.name for one in cut], _SHOWN)
        yield RULE.at(
            filing.department.at("name"),
            f"{len(cut)} 个事项计了压减,优化前没有写出处:{names}",
            width=len(filing.department.name),
            related=[one.matter.at("before") for one in cut],
        )
