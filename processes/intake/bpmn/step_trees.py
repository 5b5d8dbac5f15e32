"""One step of a drawing as the keys of its declaration: our facts as they are, and guesses with a mark for the rest."""

from __future__ import annotations

from dataclasses import dataclass

from processes.declaration.composing import Noted
from processes.declaration.unreading import Tree
from processes.intake.bpmn.naming import sound_name, star
from processes.intake.bpmn.notes import Notes
from processes.intake.bpmn.sketch import Spot

_LONGEST = 200
"""Characters of a documentation that stand in a comment."""


@dataclass(frozen=True, slots=True)
class Around:
    """``default`` holds the file where no lane says who; ``offices``: 承办 of the version as written."""

    default: str
    offices: tuple[str, ...] = ()


def step_tree(spot: Spot, name: str, around: Around, notes: Notes, *, is_block: bool) -> dict[str, Tree]:
    """The step without 去向 and 并联."""
    if spot.facts is not None:
        facts = {key: value for key, value in spot.facts.items() if key not in ("去向", "标识")}
        return {"环节": name, **_in_lane(spot, facts, around, notes)}
    lane = spot.lane and sound_name(spot.lane, around.default, spot.line, notes)
    holder = lane or around.default
    acts: list[Tree] = [
        {"名称": sound_name(act, name, spot.line, notes)} for act in dict.fromkeys(spot.acts or (name,))
    ]
    guessed = "承办、时限、程序" if not is_block else "承办"
    comment = star(f"核对{guessed}")
    if spot.said:
        said = spot.said[:_LONGEST]
        comment += f";原文说明:{said}"
        if len(spot.said) > _LONGEST:
            notes.left(f"环节「{name}」的说明文字太长,只带入前 {_LONGEST} 字", spot.line)
    tree: dict[str, Tree] = {"环节": Noted(name, comment), "承办": [holder]}
    return tree if is_block else {**tree, "时限": "无", "程序": acts}


def _in_lane(spot: Spot, facts: dict[str, Tree], around: Around, notes: Notes) -> dict[str, Tree]:
    """The facts, with the holder of the lane to which somebody moved the step."""
    written = facts.get("承办")
    first = str(written[0]) if isinstance(written, list) else around.offices[0] if len(around.offices) == 1 else ""
    holder = spot.lane or (first or around.default)
    if holder == first:
        return facts
    if first:
        notes.guessed(f"环节「{spot.name}」画在「{holder}」道里,承办由「{first}」改为「{holder}」", spot.line)
    return {"承办": [holder], **{key: value for key, value in facts.items() if key != "承办"}}
