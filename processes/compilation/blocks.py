"""What a named parallel block takes from its branches, and how its branches are lettered."""

from __future__ import annotations

from processes.compilation.days import days_in_sequence
from processes.model.flow import Procedure, StepEntry, walk
from processes.model.folding import fold_name
from processes.model.limits import NO_LIMIT, TimeLimit


def letters(index: int) -> str:
    """0 → a, 25 → z, 26 → aa."""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


def union(procedures: tuple[Procedure, ...]) -> tuple[Procedure, ...]:
    """Each name once, in the order of first appearance."""
    unique: dict[str, Procedure] = {}
    for procedure in procedures:
        unique.setdefault(fold_name(procedure.name), procedure)
    return tuple(unique.values())


def longest_limit(entry: StepEntry) -> TimeLimit:
    """The limit of a named block that declares none: its longest branch, in that branch's unit."""
    longest = max(entry.branches, key=days_in_sequence)
    days = days_in_sequence(longest)
    unit = next(
        (met.entry.limit.day_kind for met in walk(longest) if met.entry.limit and met.entry.limit.day_kind), None
    )
    return TimeLimit(days, unit) if days else NO_LIMIT
