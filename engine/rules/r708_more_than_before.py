"""R708 擅自增加环节材料时限."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.diff.deltas import Delta
from engine.rules.subjects import Examined
from processes.declaration.cells import parse_limit
from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.limits import number_text
from processes.model.process import Process
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R708",
    name="擅自增加环节材料时限",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="是否存在擅自增加审批环节、程序、要件及延长时限问题。",
    source="工作方案 二(五)3",
    why=(
        "优化后的环节、程序、材料、时限不能比优化前多,承诺时限也不能比网上公示的长。依法必须增加的不算擅自:"
        "增加的程序标了“法定”,增加的材料写了依据,或者备注里写了增加什么、依据是什么,就不再提出。"
    ),
    mend="减到不比优化前多;依法必须增加的,在“备注”里写明,如 依据《…》第×条增加公示环节。",
    bad="""
优化后:
  时限: 25工作日
法定时限: 30工作日(《示范经营法》第四十条)
""",
    good="""
网上公示:
  承诺时限: 15工作日
""",
)

_BASIS = re.compile(r"《[^》]+》|依法|依据|依照|根据|按照|〔\d{4}〕|法律|法规|规定")
_FIELDS = (
    ("环节", "entries", re.compile("环节")),
    ("程序", "entries", re.compile("程序|环节")),
    ("材料", "materials", re.compile("材料|要件")),
    ("时限", "limit", re.compile("时限|期限|延长|工作日|自然日")),
)
_PROMISE = ("承诺时限", "时限", "办理时限")


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """None of the four quantities of 附件6 grew, nor is the promise longer than what the platform says.

    An excess is founded when as many new procedures are 法定 (for steps: new steps that have one), as many new
    materials have a basis, or 备注 names the quantity and a basis.
    """
    after = subject.after
    if after is None:
        return
    for (name, field, words), delta in zip(_FIELDS, subject.numbers.deltas, strict=True):
        excess = -(delta.reduction or 0)
        if excess > 0 and not _explained(subject, words) and _founded(name, subject.before, after) < excess:
            message = (
                f"{name}由{_number(delta, 0)}增加到{_number(delta, 1)},多了{number_text(excess)}{delta.unit},没有写依据"
            )
            yield RULE.at(after.version.at(field), message)
    promise = after.version.limit
    for label in _PROMISE:
        said = subject.matter.published.get(label)
        published = parse_limit(said) if said else None
        if (
            said
            and published
            and published.day_kind == promise.day_kind
            and promise.days > published.days
            and not _explained(subject, _FIELDS[-1][2])
        ):
            message = f"承诺时限{promise},比网上公示的{published}长,没有写依据"
            yield RULE.at(after.version.at("limit"), message, related=[said.place])


def _explained(subject: Examined, words: re.Pattern[str]) -> bool:
    remark = subject.matter.remark
    return bool(remark and words.search(remark) and _BASIS.search(remark))


def _founded(name: str, before: Process, after: Process) -> int:
    """How many of what is new has a legal basis of its own."""
    found = {"环节": _new_steps, "程序": _new_procedures, "材料": _new_materials}.get(name)
    return found(before, after) if found else 0


def _new_steps(before: Process, after: Process) -> int:
    old = {fold_name(step.name) for step in before.counted_steps}
    new = [step for step in after.counted_steps if fold_name(step.name) not in old and not step.origins]
    return sum(any(procedure.statutory for procedure in step.procedures) for step in new)


def _new_procedures(before: Process, after: Process) -> int:
    old = {fold_name(one.name) for step in before.counted_steps for one in step.procedures}
    new = [one for step in after.counted_steps for one in step.procedures if fold_name(one.name) not in old]
    return sum(bool(one.statutory) and not one.origins for one in new)


def _new_materials(before: Process, after: Process) -> int:
    old = {fold_name(one.name) for one in before.version.materials}
    new = [one for one in after.version.materials if fold_name(one.name) not in old and not one.origins]
    return sum(bool(one.basis) for one in new)


def _number(delta: Delta, side: int) -> str:
    value = (delta.before, delta.after)[side].value
    return f"{number_text(value)}{delta.unit}" if value is not None else "无"
