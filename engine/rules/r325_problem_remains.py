"""R325 问题没有整改到位."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.diff.comparison import Comparison
from engine.diff.deltas import Delta
from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.model.limits import number_text
from processes.model.matter import Outcome, Problem
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R325",
    name="问题没有整改到位",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="一是对梳理、查找流程问题情况进行监督检查,是否建立事项台账、问题清单、优化对比台账。",
    source="工作方案 二(五)3",
    why="问题清单说要件多、环节多、程序多或时限长,优化对比台账上这一项却没有减少。说证明多、无谓证明的,名称里有“证明”的材料一件也没有少,也算没有整改。只认这几个说法;取消、下放的不看,"
    "优化前没有时限的、工作日与自然日不能相减的不比。",
    mend="把这一项减下来,或改写问题和措施;不能减的,在说明里写理由。",
    bad="""
问题: 程序多 | 压缩审批时限 | 行政审批股
优化后:
  时限: 12工作日
""",
    good="""
问题: 时限长 | 压缩审批时限 | 行政审批股
""",
)

_MANY = r"(?:过多|太多|偏多|较多|多)"
_PROOFS = re.compile(f"无谓(?:的)?证明|证明(?:材料|文件)?{_MANY}")
_SHOWN = 3
_CLAIMS = (
    (re.compile(f"(?:要件|材料){_MANY}|无谓证明"), "materials"),
    (re.compile(f"环节{_MANY}"), "steps"),
    (re.compile(f"程序(?:{_MANY}|繁琐|复杂|繁杂)"), "procedures"),
    (re.compile(r"时限(?:过|太|偏|较)?长"), "time_limit"),
)


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """A reworked or unchanged matter whose problem names one of the four quantities has less of it afterwards."""
    if subject.after is None or subject.matter.outcome is Outcome.DEVOLVED:
        return
    for problem in subject.matter.problems or ():
        yield from _proofs(problem, subject)
        for words, name in _CLAIMS:
            found = words.search(problem.text)
            if found and not _less(subject.numbers, name):
                delta: Delta = getattr(subject.numbers, name)
                yield RULE.at(
                    problem.at("text").shifted(found.start()),
                    f"问题说“{found[0]}”,优化后{delta.name}没有减少(优化前 {_said(delta)})",
                    width=len(found[0]),
                    related=(subject.after.version.place,),
                )


def _proofs(problem: Problem, subject: Examined) -> Iterator[Finding]:
    """A problem with 证明 where every 证明 of 优化前 is still asked for, though there are fewer materials."""
    found = _PROOFS.search(problem.text)
    after = subject.after
    if found is None or after is None or not _less(subject.numbers, "materials"):
        return
    before = [one for one in subject.before.version.materials if "证明" in one.name]
    kept = [one for one in after.version.materials if "证明" in one.name]
    if before and len(kept) >= len(before):
        names = "".join(f"「{one.name}」" for one in kept[:_SHOWN]) + ("等" if len(kept) > _SHOWN else "")
        yield RULE.at(
            problem.at("text").shifted(found.start()),
            f"问题说“{found[0]}”,优化后还要{names},证明一件也没有减少",
            "取消能够核对、承诺的证明,或改写问题和措施;不能取消的,在说明里写理由。",
            width=len(found[0]),
            related=(kept[0].place,),
        )


def _less(numbers: Comparison, name: str) -> bool:
    """Whether there is less of the quantity, or nobody can say."""
    delta: Delta = getattr(numbers, name)
    if delta.reduction is None or delta.reduction > 0:
        return True
    # Other acts instead of as many others: the procedures were reworked, though not fewer.
    return name == "procedures" and delta.before.items != delta.after.items


def _said(delta: Delta) -> str:
    """Both numbers, as the message says them."""
    before, after = (number_text(side.value or 0) for side in (delta.before, delta.after))
    return f"{before}{delta.unit},优化后 {after}{delta.unit}"
