"""What a log calls the steps of a process: the same name, the same but for signs, or a name that is alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from processes.model.folding import fold_name

FRAME = frozenset(("开始", "结束", "办结", "start", "end"))
"""What systems write down at the beginning and end of a case; no step, unless the process has one of that name."""
_ALIKE = 0.6
"""Least likeness of two names; 受理 and 窗口受理 have 0.67, 审查 and 审批 0.5."""


class How(StrEnum):
    """How a name was matched."""

    EXACT = "同名"
    ALIKE = "名称相近"
    SAID = "用户写明"
    FRAME = "不是环节,不用"
    UNKNOWN = "流程里没有"


@dataclass(frozen=True, slots=True)
class Match:
    """An ``activity`` of the log; ``step`` is the name of a step, empty where there is none."""

    activity: str
    step: str
    how: How


def matched(
    activities: Iterable[str], steps: Iterable[str], said: Mapping[str, str] | None = None
) -> tuple[Match, ...]:
    """Each activity of a log with its step, in their order. ``said``: activity → step, as the user wrote.

    A step has at most one activity that is only alike: the one that is most so, of equals the one met first.
    """
    said = said or {}
    folded = {fold_name(step): step for step in steps}
    found: dict[str, Match | None] = {}
    for activity in dict.fromkeys(activities):
        if activity in said:
            found[activity] = Match(activity, said[activity], How.SAID)
        elif (plain := fold_name(activity)) in folded:
            found[activity] = Match(activity, folded[plain], How.EXACT)
        elif plain.lower() in FRAME:
            found[activity] = Match(activity, "", How.FRAME)
        else:
            found[activity] = None
    taken = {match.step for match in found.values() if match}
    alike = _alike(
        [one for one, match in found.items() if match is None], [s for s in folded if folded[s] not in taken]
    )
    return tuple(
        match or (Match(one, folded[alike[one]], How.ALIKE) if one in alike else Match(one, "", How.UNKNOWN))
        for one, match in found.items()
    )


def _alike(activities: list[str], steps: list[str]) -> dict[str, str]:
    """Activity → folded step, the most alike first, each once."""
    pairs = sorted(
        (-likeness, at, number, one, step)
        for at, one in enumerate(activities)
        for number, step in enumerate(steps)
        if (likeness := Indel.normalized_similarity(fold_name(one), step)) >= _ALIKE
    )
    found: dict[str, str] = {}
    for _, _, _, one, step in pairs:
        if one not in found and step not in found.values():
            found[one] = step
    return found
