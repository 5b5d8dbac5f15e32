"""R217 压缩百分比算不出."""

from __future__ import annotations

from collections.abc import Iterator

from engine.annexes.approvals import approvals_before
from engine.annexes.sums import quantities, scope_of
from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.model.limits import number_text
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R217",
    name="压缩百分比算不出",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="注:改革后压缩百分比(%)=(改革前数量-改革后数量)/改革前数量",
    source="附件3 注",
    why="改革前是0、改革后不是0的,附件3的百分比没有分母,而且是从无到有地增加。改革前后都是0的印“——”,不算错。"
    "原来没有时限、现在承诺了时限的不算;收费从无到有由R215说。",
    mend="核对改革前的数:即时办结的不能改成要等;改革前漏写环节或时限的补上。",
    bad="""
==> 示范局/01-示范事项.yaml <==
优化前:
  承办: 登记股
  时限: 即时
  流程:
    - 受理 | 登记股 | 即时 | 形式审查
    - 审批 | 局领导 | 即时 | 局长签批
    - 送达 | 登记股 | 即时 | 送达
    - 归档 | 登记股 | 即时 | 归档
    - 报送 | 登记股 | 即时 | 报送
    - 登簿 | 登记股 | 即时 | 登簿
  材料: 申请书、平面图
优化后:
  承办: 行政审批股
  时限: 1工作日
  流程:
    - 受理 | 行政审批股 | 1工作日 | 形式审查
    - 送达 | 行政审批股 | 即时 | 送达
""",
    good="""
==> 示范局/01-示范事项.yaml <==
优化前:
  承办: 登记股
  时限: 1工作日
  流程:
    - 受理 | 登记股 | 1工作日 | 形式审查
    - 审批 | 局领导 | 即时 | 局长签批
    - 送达 | 登记股 | 即时 | 送达
  材料: 申请书
优化后:
  承办: 行政审批股
  时限: 即时
  流程:
    - 环节: 当场受理决定 | 行政审批股 | 即时 | 形式审查、审批决定
      沿自: 受理、审批
    - 送达 | 行政审批股 | 即时 | 送达
""",
)

_FEES = "收费"
_OFFICES = "股室"
_DAYS = "办理时限"


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """No quantity of 附件3 is 0 before and more afterwards.

    Not asked here: fees (R215), offices (R901), and days where a matter had no limit before.
    """
    department = filing.department
    matters = [one.checked for one in filing.matters]
    rows = approvals_before(matters)
    if not rows or department.outside_scope:
        return
    first = rows[0].process
    if first.version.limit.counted and first.counted_steps:
        return  # every sum is more than 0
    scope = scope_of([(department, matters)], filing.plan.switches)
    for quantity in quantities(scope):
        unlimited = quantity.noun == _DAYS and any(row.process.version.limit.is_none for row in rows)
        if quantity.noun in (_FEES, _OFFICES) or unlimited:
            continue
        for count in quantity.counts.values():
            before, after = count(scope.before), count(scope.after)
            if before == 0 and after:
                where = next((place for row in rows for place in quantity.places(row)), rows[0].matter.place)
                numbers = f"{quantity.noun}改革前合计是0、改革后合计是{number_text(after)}{quantity.unit}"
                yield RULE.at(where, f"附件3的{numbers},压缩百分比算不出,也不是压缩")
