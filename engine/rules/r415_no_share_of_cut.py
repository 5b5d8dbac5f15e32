"""R415 提不出压缩时限的比例."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R415",
    name="时限一项也没有压缩",
    severity=Severity.WARNING,
    scope=Scope.DEPARTMENT,
    quote="要提出压缩时限的比例,量化工作指标",
    source="工作方案 二(三)1 压时限",
    why="比例由程序算出、印在报告里;全单位没有一个事项压缩时限,就提不出比例。全部即时办结或没有时限的单位不在此列。",
    mend="至少压缩能压缩的事项的时限;都不能压缩的,在单位的说明里写明理由。",
    bad="""
==> 示范局/01-示范事项.yaml <==
优化后:
  材料: 申请书
""",
    good="""
==> 示范局/01-示范事项.yaml <==
监督电话: 0453-5550900
""",
)


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """No matter has a shorter limit (取消 counts as one), although some had days before."""
    times = [one.numbers.time_limit for one in filing.matters]
    slow = [time for time in times if time.before.value]
    if slow and all(time.reduction is not None and time.reduction <= 0 for time in slow):
        yield RULE.at(
            filing.department.at("name"),
            f"{len(slow)} 个有办理时限的事项一个也没有压缩时限,提不出压缩的比例",
            width=len(filing.department.name),
        )
