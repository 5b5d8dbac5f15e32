"""R415 提不出压缩时限的比例."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.one_third import short_of
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
    why="比例由程序算出、印在报告里;全单位没有一个事项压缩时限,就提不出比例。全部即时办结或没有时限的单位不在此列;行政审批事项的时限压缩不到目标的,由R212提出,改好了比例也就有了。",
    mend="至少压缩能压缩的事项的时限;都不能压缩的,在单位的说明里写明理由。",
    bad="""
==> 示范局/01-示范事项.yaml <==
重点项目: 是
优化后:
  材料: 申请书
""",
    good="""
==> 示范局/01-示范事项.yaml <==
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查、一次告知
    - 环节: 审查 | 行政审批股/审查岗 | 7工作日 | 材料审核、现场核查(2人以上)
      沿自: 材料审查、现场核查
    - 环节: 决定 | 行政审批股/股长 | 2工作日 | 审批决定
      沿自: 审批
    - 制证送达 | 行政审批股/受理岗 | 2工作日 | 制证、盖章、送达
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
""",
)


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """No matter has a shorter limit (取消 counts as one), although some had days before.

    Where R212 asks for less time already, this would ask for the same again.
    """
    times = [one.numbers.time_limit for one in filing.matters]
    slow = [time for time in times if time.before.value]
    if (
        slow
        and all(time.reduction is not None and time.reduction <= 0 for time in slow)
        and not any(short_of(filing, context, time=True))
    ):
        yield RULE.at(
            filing.department.at("name"),
            f"{len(slow)} 个有办理时限的事项一个也没有压缩时限,提不出压缩的比例",
            width=len(filing.department.name),
        )
