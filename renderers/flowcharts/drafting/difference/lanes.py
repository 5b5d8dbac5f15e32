"""The lanes of both versions at once: a lane that goes over to another holder is one lane, 旧 → 新."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from renderers.flowcharts.chart import Lane


def shared_lanes(
    before: tuple[Lane, ...], after: tuple[Lane, ...], onward: Iterable[tuple[str, str]]
) -> tuple[tuple[Lane, ...], Mapping[str, str]]:
    """The lanes, those of 优化后 in their order, and key of a lane of 优化前 → the lane in which its boxes now stand.

    ``onward``: for each 环节 that goes on, the key of its lane before and after. A lane that only 优化前 has and one
    that only 优化后 has are one if most of what goes on from the one goes to the other, and most of what the other
    takes over comes from it. A lane of 优化前 alone stands after the one it stood after.
    """
    moves = Counter(onward)
    old_keys, new_keys = {lane.key for lane in before}, {lane.key for lane in after}
    heir: dict[str, str] = {}
    for (old, new), number in moves.most_common():
        given = sum(count for (one, _), count in moves.items() if one == old)
        taken = sum(count for (_, other), count in moves.items() if other == new)
        if old not in new_keys and new not in old_keys and number * 2 > max(given, taken):
            heir[old] = new
    names = {heir[lane.key]: lane.name for lane in before if lane.key in heir}
    lanes = [replace(lane, was=names[lane.key]) if lane.key in names else lane for lane in after]
    place = 0
    for lane in before:
        key = heir.get(lane.key, lane.key)
        known = next((index for index, one in enumerate(lanes) if one.key == key), None)
        if known is None:
            lanes.insert(place, lane)
            known = place
        place = known + 1
    return tuple(lanes), {lane.key: heir.get(lane.key, lane.key) for lane in before}
