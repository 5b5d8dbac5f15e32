"""R215 收费增加了."""

from __future__ import annotations

from collections.abc import Iterator

from engine.annexes.sums import fixed_sum
from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.limits import number_text
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R215",
    name="收费增加了",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="审批事项时限、审批程序缩减三分之一,收费标准进一步压缩。",
    source="工作方案 二(一)2",
    why="优化后不能比优化前多收费项目,同一项目的标准不能提高。换了名称的项目按先后对上原来的项目;"
    "只有“每证4元”这样的定额能比高低,按比例、按面积收的不比。",
    mend="去掉新增的收费项目,标准降到不高于优化前;依法新设的收费,在说明里写明依据。",
    bad="""
# 不要: 收费
优化后:
  收费: 工本费 | 每证4元
  时限: 10工作日
""",
    good="""
收费: 工本费 | 每证4元 | 《示范经营法》第四十条
""",
)


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """Every fee afterwards was there before, by name or as another in its place, and no fixed sum has risen."""
    after = subject.matter.after
    if after is None or not after.fees or subject.matter.is_gone:
        return
    old = {fold_name(fee.item): fee for fee in subject.matter.before.fees}
    renamed = [fee for fee in after.fees if fold_name(fee.item) not in old]
    kept = {fold_name(fee.item) for fee in after.fees}
    left = [fee for name, fee in old.items() if name not in kept]
    pairs = [(fee, old[fold_name(fee.item)]) for fee in after.fees if fold_name(fee.item) in old]
    for fee, former in (*pairs, *zip(renamed, left, strict=False)):
        sum_before, sum_after = fixed_sum(former.standard), fixed_sum(fee.standard)
        if sum_before is not None and sum_after is not None and sum_after > sum_before:
            yield RULE.at(
                fee.at("standard"),
                f"收费「{fee.item}」由{number_text(sum_before)}元提高到{number_text(sum_after)}元",
                width=len(fee.standard),
                related=(former.at("standard"),),
            )
    for fee in renamed[len(left) :]:
        yield RULE.at(fee.at("item"), f"收费「{fee.item}」是优化后新增的", width=len(fee.item))
