"""走向 in words: what runs earlier or later, side by side, one instead of the other, may be left out, or goes back."""

from __future__ import annotations

from collections.abc import Sequence

from engine.diff.changes.arrangement import (
    ArrangementChange,
    ExclusiveMadeParallel,
    LoopAdded,
    LoopRemoved,
    ParallelMadeExclusive,
    Rearranged,
    StepMoved,
    StepsMadeExclusive,
    StepsMadeMandatory,
    StepsMadeOptional,
    StepsMadeSequential,
    StepsParallelised,
    StepsSerialised,
    WayAdded,
    WayChanged,
    WayRemoved,
)
from engine.reports.report import Item, Sign
from engine.reports.wording.parts import going, made, quoted
from processes.model.process import Step

IN_ORDER = "改为依次办理"
LOOP_ADDED, LOOP_REMOVED = "增加退回", "取消退回"
WAY_ADDED, WAY_REMOVED, WAY_CHANGED = "增加去向", "取消去向", "去向变化"

_ONE_AFTER_THE_OTHER, _SIDE_BY_SIDE, _ONE_OR_THE_OTHER = "依次办理", "并联办理", "择一办理"

_RELATIONS: dict[type[Rearranged], tuple[Sign, str, str, str]] = {
    StepsParallelised: (Sign.PARALLEL, "", _ONE_AFTER_THE_OTHER, _SIDE_BY_SIDE),
    ExclusiveMadeParallel: (Sign.PARALLEL, "", _ONE_OR_THE_OTHER, _SIDE_BY_SIDE),
    StepsSerialised: (Sign.ORDERED, "", _SIDE_BY_SIDE, _ONE_AFTER_THE_OTHER),
    StepsMadeSequential: (Sign.ORDERED, IN_ORDER, _ONE_OR_THE_OTHER, _ONE_AFTER_THE_OTHER),
    StepsMadeExclusive: (Sign.EXCLUSIVE, "", _ONE_AFTER_THE_OTHER, _ONE_OR_THE_OTHER),
    ParallelMadeExclusive: (Sign.EXCLUSIVE, "", _SIDE_BY_SIDE, _ONE_OR_THE_OTHER),
}
"""Kind of change → its sign, its word where that of the sign is too wide, the relation before and after."""

_PAIR = 2


def arrangement_item(change: ArrangementChange) -> Item:  # noqa: PLR0911 - one way out a kind of change
    """A change of the order in words."""
    match change:
        case StepMoved():
            return _item(change, Sign.MOVED, f"{going(change.before, change.after)}{_moved_to(change)}")
        case StepsMadeOptional() | StepsMadeMandatory():
            return _optional(change)
        case LoopAdded(source=source, target=target):
            return _item(
                change, Sign.NEW, f"「{source.name}」可退回「{target.name}」", LOOP_ADDED, case(change.condition)
            )
        case LoopRemoved(source=source, target=target):
            said = f"「{source.name}」不再退回「{target.name}」"
            return _item(change, Sign.GONE, said, LOOP_REMOVED, case(change.condition, "原"))
        case WayAdded(source=source, way=way):
            return _item(change, Sign.NEW, f"「{source.name}」可转「{way.target}」", WAY_ADDED, case(way.condition))
        case WayRemoved(source=source, way=way):
            said = f"「{source.name}」不再转「{way.target}」"
            return _item(change, Sign.GONE, said, WAY_REMOVED, case(way.condition, "原"))
        case WayChanged():
            return _item(change, Sign.CHANGED, _way_changed(change), WAY_CHANGED)
        case _:
            return _rearranged(change)


def _item(change: ArrangementChange, sign: Sign, sentence: str, kind: str = "", details: Sequence[str] = ()) -> Item:
    before, after = _sides(change)
    return made(change, sign, kind=kind, before=before, after=after, sentence=sentence, details=details)


def _sides(change: ArrangementChange) -> tuple[list[str], list[str]]:
    """The names of the steps on both sides; a way that came or went has only its own."""
    match change:
        case LoopAdded(source=step) | WayAdded(source=step):
            return [], [step.name]
        case LoopRemoved(source=step) | WayRemoved(source=step):
            return [step.name], []
        case WayChanged():
            return [change.before_source.name], [change.after_source.name]
        case _:
            return [step.name for step in change.before], [step.name for step in change.after]


def case(condition: str, when: str = "") -> list[str]:
    """``情形 材料不齐全``; nothing for what always holds."""
    return [f"{when}情形 {condition}"] if condition else []


def _moved_to(change: StepMoved) -> str:
    behind, ahead = (f"「{step.name}」" if step else "" for step in (change.behind, change.ahead))
    if behind and ahead:
        return f"移到{behind}之后、{ahead}之前"
    if ahead:
        return f"移到最前,在{ahead}之前"
    return f"移到最后,在{behind}之后" if behind else "移动位置"


def _rearranged(change: Rearranged) -> Item:
    sign, kind, old, new = _RELATIONS[type(change)]
    sentence = f"{_strands(change)}由{old}改为{new}"
    if new == _ONE_AFTER_THE_OTHER and len(change.after) == _PAIR:
        sentence += "(先{}后{})".format(*(f"「{step.name}」" for step in change.after))
    return _item(change, sign, sentence, kind)


def _strands(change: Rearranged) -> str:
    """``「甲」与「乙」``, ``「甲」「乙」一路与「丙」一路``: the lines that are apart on one of the sides."""
    long = any(len(strand) > 1 for strand in change.strands)
    lines = [quoted(step.name for step in strand) + ("一路" if long else "") for strand in change.strands]
    return "与".join(("、".join(lines[:-1]), lines[-1])) if len(lines) > 1 else quoted(_names(change.after))


def _names(steps: Sequence[Step]) -> list[str]:
    return [step.name for step in steps]


def _optional(change: StepsMadeOptional | StepsMadeMandatory) -> Item:
    """The names and the cases; the word says the rest."""
    said = "、".join(condition for condition in change.conditions if condition)
    if isinstance(change, StepsMadeOptional):
        return _item(change, Sign.OPTIONAL, "", details=case(said))
    return _item(change, Sign.MANDATORY, "", details=case(said, "原可不办的"))


def _way_changed(change: WayChanged) -> str:
    source = going([change.before_source], [change.after_source])
    old, new = change.before, change.after
    if old.target == new.target:
        return f"{source}去向「{new.target}」的情形由{_when(old.condition)}改为{_when(new.condition)}"
    if old.condition == new.condition:
        when = f"{_when(new.condition)}时的" if new.condition else ""
        return f"{source}{when}去向由「{old.target}」改为「{new.target}」"
    return f"{source}的去向由{_when(old.condition)}时「{old.target}」改为{_when(new.condition)}时「{new.target}」"


def _when(condition: str) -> str:
    return f"“{condition}”" if condition else "任何情形"
