"""A matter in two to five sentences of official Chinese, as they stand in 汇报 and on the page that a leader reads.

First the four quantities, then what was done to the 环节, to their order, to the materials and all else, at last the
time it takes and what the law allows. Only what was done is told, not what merely follows from it; long lists are cut
short with their number, so that nothing is hidden. Of a secret matter there are but the quantities.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from engine.diff.changes import Change
from engine.diff.changes.facts import BranchChanged, FactChanged
from engine.diff.changes.materials import MaterialAdded, MaterialChanged, MaterialRemoved, MaterialReplaced
from engine.diff.changes.steps import (
    StepAdded,
    StepChanged,
    StepRemoved,
    StepsMerged,
    StepSplit,
    StepsRegrouped,
)
from engine.diff.compare import Difference
from engine.diff.days import Days
from engine.diff.deltas import Delta, TimeDelta
from engine.diff.details import CountingChanged, HoldersChanged, StepLimitChanged, StepProceduresChanged, StepRenamed
from engine.diff.differing import differs
from engine.reports.kinds import ARRANGEMENT, listings_of, subject_of
from engine.reports.numbers import percent_text
from engine.reports.standing import shown_name
from engine.reports.wording.facts import TITLES
from engine.reports.wording.parts import quoted
from processes.model.limits import number_text
from processes.model.matter import Outcome
from processes.model.process import Step

SUBJECTS = ("办理环节", "办理程序", "申报材料")
LIMIT = "办理时限"

_MOST, _MOST_PAIRS = 3, 2
"""Names and changes of the order, and materials for others, that are told one by one: it all has to fit on one page."""

_MARKS = str.maketrans("「」", "“”")
"""Running text of an official paper has the quotation marks of GB/T 15834."""

_ASPECTS = {
    StepRenamed: "名称",
    HoldersChanged: "承办",
    StepLimitChanged: "时限",
    CountingChanged: "计数",
    StepProceduresChanged: "程序",
}


def briefing(difference: Difference) -> str:
    """The paragraph."""
    matter = difference.matter
    if matter.outcome is Outcome.CANCELLED:
        reason = (
            f"取消原因是:{matter.cancel_reason.rstrip('。')}"
            if matter.cancel_reason and not matter.secret
            else "优化后不再办理"
        )
        said = [f"{_named(difference)}予以取消,原有{_counts(difference, after=False)}", reason]
    elif matter.secret:
        said = [_quantities(difference), "具体内容涉密,不在此列出"]
    else:
        done = [change for change in difference.changes if change.direct]
        parts = (_steps(done), _arrangement(difference), _rest(done), _time(difference))
        said = [_quantities(difference), *filter(None, map(",".join, map(tuple, parts)))]
        if len(said) == 1 and differs(difference):
            said.append("其他内容没有变化")
    return "".join(f"{sentence}。" for sentence in said).translate(_MARKS)


# ------------------------------------------------------------------------------------------------------- quantities
def _quantities(difference: Difference) -> str:
    matter = difference.matter
    became = _became(difference)
    if matter.outcome is Outcome.UNCHANGED:
        return f"{_named(difference)}维持不变。现有{_counts(difference, after=True)}"
    if not differs(difference):
        where = "优化前后" if matter.outcome is Outcome.REWORKED else f"{became},下放前后"
        return f"{_named(difference)}{where}没有变化。现有{_counts(difference, after=True)}"
    counts = difference.steps, difference.procedures, difference.materials
    moved = [_count(subject, delta) for subject, delta in zip(SUBJECTS, counts, strict=True) if delta.reduction]
    same = [
        f"{subject}{delta.after.value}{delta.unit}"
        for subject, delta in zip(SUBJECTS, counts, strict=True)
        if not delta.reduction
    ]
    limit = difference.time_limit
    if _days(limit.before) == _days(limit.after):
        same.append(f"{LIMIT}{_days(limit.after)}")
    else:
        moved.append(_limit(limit))
    kept = [f"{'、'.join(same)}没有变化"] if same else []
    return f"{_named(difference)}{became},{';'.join((*moved, *kept))}"


def _became(difference: Difference) -> str:
    """What is not less in anything, and more in something, is not called 优化."""
    if difference.matter.outcome is Outcome.DEVOLVED:
        return f"下放至{difference.matter.devolved_to}"
    cuts = [delta.reduction for delta in difference.deltas if delta.reduction]
    return "经调整" if cuts and max(cuts) < 0 else "经优化"


def _named(difference: Difference) -> str:
    name = shown_name(difference.matter)
    return name if difference.matter.secret else f"「{name}」"


def _count(subject: str, delta: Delta) -> str:
    """``办理环节由7个减少到4个,压减42.9%``."""
    less = (delta.reduction or 0) > 0
    said = f"{subject}由{delta.before.value}{delta.unit}{'减少' if less else '增加'}到{delta.after.value}{delta.unit}"
    return said + _share(delta)


def _limit(delta: TimeDelta) -> str:
    """``办理时限由20个工作日压缩到12个工作日,压减40.0%``."""
    before, after = _days(delta.before), _days(delta.after)
    if not delta.reduction:
        return f"{LIMIT}由{before}改为{after}"
    return f"{LIMIT}由{before}{'压缩' if delta.reduction > 0 else '延长'}到{after}{_share(delta)}"


def _share(delta: Delta) -> str:
    if delta.percentage is None:
        return ""
    return f",{'压减' if delta.percentage > 0 else '增幅'}{percent_text(abs(delta.percentage))}"


def _counts(difference: Difference, *, after: bool) -> str:
    deltas = (difference.steps, difference.procedures, difference.materials)
    sides = [delta.after if after else delta.before for delta in deltas]
    counts = [
        f"{subject}{side.value}{delta.unit}" for subject, side, delta in zip(SUBJECTS, sides, deltas, strict=True)
    ]
    limit = difference.time_limit.after if after else difference.time_limit.before
    return "、".join((*counts, f"{LIMIT}{_days(limit)}"))


def _days(days: Days) -> str:
    """``20个工作日``, ``即时办结``, ``无时限``."""
    if days.value is None:
        return "无时限"
    return f"{number_text(days.value)}个{days.kind}" if days.kind else "即时办结"


# ----------------------------------------------------------------------------------------------------- what was done
def _steps(done: Sequence[Change]) -> Iterator[str]:
    removed = [change.step for change in done if isinstance(change, StepRemoved) and change.step.counted]
    added = [change.step for change in done if isinstance(change, StepAdded) and change.step.counted]
    if removed:
        yield f"取消{_listed(_names(removed), '个环节', '环节')}"
    for change in done:
        match change:
            case StepsMerged(before=olds, after=new):
                yield f"将{_several(_names(olds))}合并为「{new.name}」"
            case StepSplit(before=old, after=news):
                yield f"将「{old.name}」拆分为{quoted(_names(news))}"
            case StepsRegrouped(before=olds, after=news):
                yield f"将{quoted(_names(olds))}重组为{quoted(_names(news))}"
            case _:
                pass
    if added:
        yield f"新增{_listed(_names(added), '个环节', '环节')}"
    changed = [change for change in done if isinstance(change, StepChanged)]
    aspects = {_ASPECTS[type(detail)] for one in changed for detail in one.details if type(detail) in _ASPECTS}
    touched = [one.after.name for one in changed if any(type(detail) in _ASPECTS for detail in one.details)]
    if touched:
        said = "、".join(word for word in _ASPECTS.values() if word in aspects)
        yield f"调整{_listed(touched, '个环节')}的{said}"


def _arrangement(difference: Difference) -> Iterator[str]:
    """By kind; with the cases, which are what matters of a step that may be left out or sent back."""
    items = [one for listing in listings_of(difference) for one in listing.items if one.direct]
    turned = [one for one in items if subject_of(one.code) == ARRANGEMENT]
    for one in turned[:_MOST]:
        details = f"({';'.join(one.details)})" if one.details else ""
        yield f"{one.sentence or one.subject + one.word}{details.replace(' ', ':')}"
    if len(turned) > _MOST:
        yield f"另有走向变化{len(turned) - _MOST}处"


def _rest(done: Sequence[Change]) -> Iterator[str]:
    """Materials, then the other facts by their names."""
    removed = [change.material.name for change in done if isinstance(change, MaterialRemoved)]
    added = [change.material.name for change in done if isinstance(change, MaterialAdded)]
    if removed:
        yield f"不再要求提交{_listed(removed, '件材料')}"
    if added:
        yield f"新增{_listed(added, '件材料', '材料')}"
    replaced = [change for change in done if isinstance(change, MaterialReplaced)]
    for one in replaced[:_MOST_PAIRS]:
        old, new = ([material.name for material in side] for side in (one.before, one.after))
        yield f"以{quoted(new)}代替{quoted(old)}"
    if len(replaced) > _MOST_PAIRS:
        yield f"另有替换材料{len(replaced) - _MOST_PAIRS}处"
    changed = [change.after.name for change in done if isinstance(change, MaterialChanged)]
    if changed:
        yield f"调整{_listed(changed, '件材料')}的要求"
    facts = [TITLES[change.fact] for change in done if isinstance(change, FactChanged)]
    branches = [f"支线「{change.name}」" for change in done if isinstance(change, BranchChanged)]
    if facts or branches:
        yield f"调整{'、'.join((*facts, *branches))}"


def _time(difference: Difference) -> Iterator[str]:
    """The critical path where it says another thing than the limit; the law where the promise is shorter."""
    path, limit, law = difference.critical_path, difference.time_limit, difference.statutory
    sides = _days(path.before), _days(path.after)
    if path.reduction and sides != (_days(limit.before), _days(limit.after)):
        word = "缩短" if path.reduction > 0 else "延长"
        yield f"按各环节时限计算的关键路径由{sides[0]}{word}到{sides[1]}"
    if law.value is not None and limit.after.value is not None and limit.after.kind in (None, law.kind):
        saved = Fraction(law.value) - limit.after.value
        if saved > 0:
            yield f"办理时限比法定的{_days(law)}少{number_text(saved)}个{law.kind}"


def _names(steps: Sequence[Step]) -> list[str]:
    return [step.name for step in steps]


def _several(names: Sequence[str]) -> str:
    """``「甲」「乙」``, ``2个「盖章」`` where they share a name."""
    return f"{len(names)}个「{names[0]}」" if len(set(names)) == 1 < len(names) else quoted(names)


def _listed(names: Sequence[str], unit: str, alone: str = "") -> str:
    """``「甲」「乙」2个环节``; of many the first, with 等; a single one needs no number, but ``alone`` behind it."""
    if len(names) == 1:
        return f"{quoted(names)}{alone}"
    return f"{quoted(names[:_MOST])}{'等' if len(names) > _MOST else ''}{len(names)}{unit}"
