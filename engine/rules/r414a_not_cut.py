"""R414a 时限较优化前未压缩."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.promises import is_unknown, reaches, said
from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R414a",
    name="较优化前未压缩",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="最大限度压缩工作时限。…承诺办理时限要少于法定时限",
    source="工作方案 二(三)1 压时限(推出)",
    why="承诺少于法定,合乎文字要求,但和优化前一样长,时限没有压缩。整个事项没有优化的由 R406 提出,"
    "下放后没有另写时限的由 R401 提出,比优化前还长的由 R708 提出,这里不重复。",
    mend="能压缩的压缩;不能压缩的,在说明里写明理由。",
    bad="""
优化后:
  时限: 19工作日
  材料: 申请书
优化前:
  出处: 2016年公布的权力清单
  时限: 19工作日
  流程:
    - 受理 | 登记股 | 1工作日 | 形式审查
    - 审批 | 局领导 | 4工作日 | 局长签批
  材料: 申请书、经营场所平面图
""",
    good="""
法定时限: 25工作日(《示范经营法》第四十条)
""",
)


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """A statutory limit n > 0, 24 < n, and 24 = 23 > 0, in a matter that was optimised otherwise.

    Longer by days that cannot be subtracted (工作日, 自然日) counts too.
    """
    if subject.after is None or subject.numbers.statutory.value is None:
        return
    numbers = subject.numbers
    law, old, new = numbers.statutory, numbers.time_limit.before, numbers.time_limit.after
    if not old.value or not new.value or not numbers.is_optimised or reaches(new, law) or not reaches(new, old):
        return
    if (numbers.time_limit.reduction or 0) < 0:
        return
    version = subject.after.version
    if is_unknown(subject):
        return
    how = "没有压缩" if new.value == old.value else "反而长了"
    yield RULE.at(
        version.at("limit"),
        f"承诺时限{said(new)}少于法定时限{said(law)},但优化前是{said(old)},{how}",
        width=len(str(version.limit)),
    )
