"""Which units of a line were moved, when the line is another line now: all but a longest increasing subsequence.

Schensted 1961. Of several longest the one whose units stayed nearest to where they were, so that those count as moved
that went furthest; then by what the units are called. Quadratic in the length of the line, exact at any.
"""

from __future__ import annotations

from collections.abc import Callable
from zlib import crc32

from engine.diff.order.relations import Bits, Relations, members

Tie = Callable[[int], tuple[int, str]]
"""How far a unit went, and what it is called."""


def moved_on_line(group: Bits, before: Relations, after: Relations, tie: Tie) -> Bits | None:
    """The moved units of ``group``; None where it is no line in both versions."""
    for unit in members(group):
        others = group & ~(1 << unit)
        for side in (before, after):
            if others & ~(side.ahead[unit] | side.behind[unit]):
                return None
    order = sorted(members(group), key=lambda unit: (before.ahead[unit] & group).bit_count())
    place = {unit: (after.ahead[unit] & group).bit_count() for unit in order}
    best: list[tuple[int, int, int]] = []
    previous: list[int] = []
    for index, unit in enumerate(order):
        went, name = tie(unit)
        score, came_from = (0, 0, 0), -1
        for earlier in range(index):
            if place[order[earlier]] < place[unit] and best[earlier] > score:
                score, came_from = best[earlier], earlier
        best.append((score[0] + 1, score[1] - went, score[2] - crc32(name.encode())))
        previous.append(came_from)
    here = max(range(len(order)), key=best.__getitem__)
    moved = group
    while here >= 0:
        moved &= ~(1 << order[here])
        here = previous[here]
    return moved
