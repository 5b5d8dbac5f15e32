"""R708 擅自增加环节材料时限."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.diff.deltas import Delta
from engine.rules.papers import new_materials
from engine.rules.promises import said
from engine.rules.subjects import Examined
from processes.declaration.cells import parse_limit
from processes.model.findings import Finding, Severity
from processes.model.flow import Procedure
from processes.model.folding import fold_name
from processes.model.limits import number_text
from processes.model.matter import Material
from processes.model.process import Process, Step
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
        "增加的程序标了“法定”,或者备注里写了增加什么、依据是什么,就不再提出。"
        "新增的材料有没有依据由R412逐件查;没有法定时限的,时限不比优化前短由R414查。"
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
_SHOWN = 3
"""New ones that a message names."""
_PROMISE = ("承诺时限", "时限", "办理时限")


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """None of the four quantities of 附件6 grew, nor is the promise longer than what the platform says.

    An excess is founded when as many new procedures are 法定 (for steps: new steps that have one), or 备注 names the
    quantity and a basis. R412 asks every new material for its basis; without a limit of the law R414 compares the
    promise with 优化前.
    """
    after = subject.after
    if after is None:
        return
    for (name, field, words), delta in zip(_FIELDS, subject.numbers.deltas, strict=True):
        excess = -(delta.reduction or 0)
        if excess <= 0 or _explained(subject, words):
            continue
        new = _new(name, subject.before, after)
        if _founded(name, new) >= excess or (field == "limit" and subject.numbers.statutory.value is None):
            continue
        message = (
            f"{name}由{_number(delta, 0)}增加到{_number(delta, 1)},多了{number_text(excess)}{delta.unit},没有写依据"
        )
        if field == "limit":
            limit = subject.numbers.time_limit
            message = f"时限由{said(limit.before)}增加到{said(limit.after)},没有写依据"
            yield RULE.at(after.version.at(field), message, width=len(str(after.version.limit)))
        elif new:
            names = "".join(f"「{one.name}」" for one in new[:_SHOWN]) + ("等" if len(new) > _SHOWN else "")
            yield RULE.at(new[0].at("name"), f"{message};优化前没有的是{names}", width=len(new[0].name))
        else:
            yield RULE.at(after.version.at(field), message)
    promise = after.version.limit
    for label in _PROMISE:
        shown = subject.matter.published.get(label)
        published = parse_limit(shown) if shown else None
        if (
            shown
            and published
            and published.day_kind == promise.day_kind
            and promise.days > published.days
            and not _explained(subject, _FIELDS[-1][2])
        ):
            message = f"承诺时限{promise},比网上公示的{published}长,没有写依据"
            yield RULE.at(after.version.at("limit"), message, width=len(str(promise)), related=[shown.place])


def _explained(subject: Examined, words: re.Pattern[str]) -> bool:
    remark = subject.matter.remark
    return bool(remark and words.search(remark) and _BASIS.search(remark))


def _new(name: str, before: Process, after: Process) -> Sequence[Step | Procedure | Material]:
    """What of the quantity is new in ``after``."""
    if name == "材料":
        return new_materials(before.version.materials, after.version.materials)
    if name == "环节":
        old = {fold_name(step.name) for step in before.counted_steps}
        return [step for step in after.counted_steps if fold_name(step.name) not in old and not step.origins]
    if name == "程序":
        old = {fold_name(one.name) for step in before.counted_steps for one in step.procedures}
        acts = [one for step in after.counted_steps for one in step.procedures]
        return [one for one in acts if fold_name(one.name) not in old and not one.origins]
    return ()


def _founded(name: str, new: Sequence[Step | Procedure | Material]) -> int:
    """How many of what is new has a legal basis of its own, or is asked for it by R412."""
    if name == "材料":
        return len(new)
    acts = [one.procedures if isinstance(one, Step) else (one,) for one in new if not isinstance(one, Material)]
    return sum(any(act.statutory for act in some) for some in acts)


def _number(delta: Delta, side: int) -> str:
    value = (delta.before, delta.after)[side].value
    return f"{number_text(value)}{delta.unit}" if value is not None else "无"
