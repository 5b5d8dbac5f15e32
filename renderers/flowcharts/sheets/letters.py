"""The letters of connectors: the same on both ends of a line that has been cut, and on no line that goes elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from renderers.flowcharts.chart import Arrow


@dataclass(frozen=True, slots=True)
class Place:
    """Where lines leave a part (``out``) or come into it: at ``x`` of its lower rim (``below``) or of its upper one."""

    part: int
    below: bool
    x: float
    out: bool


@dataclass(frozen=True, slots=True)
class Joint:
    """A line that was cut: it leaves one part at a place and goes on in another."""

    arrow: Arrow
    out: Place
    into: Place


def letter(number: int) -> str:
    """A to Z, then AA to AZ and so on, as columns of a workbook are called."""
    more, last = divmod(number, len(ascii_uppercase))
    return (letter(more - 1) if more else "") + ascii_uppercase[last]


def lettered(joints: Iterable[Joint], first: int = 0) -> Mapping[Place, tuple[str, ...]]:
    """The letters of each place, in the order of the parts and from left to right; ``first`` is the first number.

    Lines that share a place because they come from one box or go to one box share a letter. A place has several
    letters where that would lead a reader to a box to which no line goes.
    """
    ordered = sorted(joints, key=lambda one: (one.out.part, not one.out.below, one.out.x, one.into.part, one.into.x))
    found: dict[Place, dict[str, None]] = {}
    for number, group in enumerate(_groups(ordered), first):
        for joint in group:
            for place in (joint.out, joint.into):
                found.setdefault(place, {})[letter(number)] = None
    return {place: tuple(names) for place, names in found.items()}


def _groups(joints: list[Joint]) -> Iterator[list[Joint]]:
    """Joints that share a letter."""
    for cluster in _clusters(joints):
        if _unmistakable(cluster):
            yield cluster
            continue
        for place in dict.fromkeys(joint.into for joint in cluster):
            there = [joint for joint in cluster if joint.into == place]
            yield from [there] if _unmistakable(there) else ([joint] for joint in there)


def _clusters(joints: list[Joint]) -> Iterator[list[Joint]]:
    """Joints that hang together by the places they share."""
    left = list(joints)
    while left:
        cluster = [left.pop(0)]
        for known in cluster:
            near = [one for one in left if one.out == known.out or one.into == known.into]
            cluster += near
            left = [one for one in left if one not in near]
        yield sorted(cluster, key=joints.index)


def _unmistakable(joints: list[Joint]) -> bool:
    """Whether each way out goes on at each way in, all from one box or all to one."""
    pairs = {(joint.out, joint.into) for joint in joints}
    complete = len(pairs) == len({out for out, _ in pairs}) * len({into for _, into in pairs})
    arrows = {(joint.arrow.source, joint.arrow.target) for joint in joints}
    return complete and min(len({source for source, _ in arrows}), len({target for _, target in arrows})) == 1
