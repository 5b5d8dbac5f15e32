"""The main list and the side branches of a drawing without blocks: the longest way to an end, and what leaves it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from processes.intake.bpmn.blocks import in_order
from processes.intake.bpmn.flowing import Flowing
from processes.intake.bpmn.sketch import Arc, Kind, Spot

END = "|办结"
"""What every end of the drawing is; arcs lead to it."""
_BESIDE = -1000
"""Weight of a step that our file says is on a 支线: the main list does not go that way."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Keys in order; ``sides`` are lists that are entered at their first key only, as they are drawn."""

    main: tuple[str, ...]
    sides: tuple[tuple[str, ...], ...]


def columns(flow: Flowing, weights: Mapping[str, int]) -> Columns:
    """The columns; ``weights``: key → number of steps, 1 if not told. Every end becomes ``END``."""
    _ends(flow)
    start = next(spot.id for spot in flow.spots.values() if spot.kind is Kind.START)
    steps = {spot.id for spot in flow.spots.values() if spot.kind is Kind.STEP}
    first = next((arc.target for arc in flow.out(start)), END)
    if first == END:
        return Columns((), ())
    order = in_order(flow, first, steps)
    main = _longest(flow, order, weights)
    left = [key for key in order if key not in main]
    drawn = list(flow.spots)
    sides = sorted(_sides(flow, main, left), key=lambda side: drawn.index(side[0]))
    return Columns(tuple(main), tuple(map(tuple, sides)))


def _ends(flow: Flowing) -> None:
    """One end, to which all leads that leads nowhere else."""
    ends = {spot.id for spot in flow.spots.values() if spot.kind is Kind.END}
    flow.arcs = [replace(arc, target=END) if arc.target in ends else arc for arc in flow.arcs]
    flow.spots = {key: spot for key, spot in flow.spots.items() if key not in ends}
    flow.spots[END] = Spot(id=END, kind=Kind.END)
    flow.arcs += [Arc(source=key, target=END) for key, spot in flow.spots.items() if key != END and not flow.out(key)]


def _longest(flow: Flowing, order: list[str], weights: Mapping[str, int]) -> list[str]:
    """The way with the most steps from the first key to the end, without going back."""
    places = {key: index for index, key in enumerate(order)}
    best: dict[str, tuple[int, int, str]] = {}
    for key in reversed(order):
        own = _BESIDE if flow.spots[key].branch else weights.get(key, 1)
        ways = [(0, 1, END) for arc in flow.out(key) if arc.target == END][:1]
        for arc in flow.out(key):
            if places.get(arc.target, -1) > places[key]:
                length, ends, _ = best[arc.target]
                ways.append((length, ends, arc.target))
        # A way that reaches the end is better than any that only goes round.
        length, ends, following = max(
            ways, key=lambda way: (way[1], way[0], -places.get(way[2], 0)), default=(0, 0, "")
        )
        best[key] = (own + length, ends, following)
    path: list[str] = []
    key = order[0]
    while key in best:
        path.append(key)
        key = best[key][2]
    return path


def _sides(flow: Flowing, main: list[str], left: list[str]) -> list[list[str]]:
    """What is left, in lists: each goes on as long as nothing else leads to the next one."""
    sides: list[list[str]] = []
    placed = set(main)
    for key in left:
        if key in placed:
            continue
        side = [key]
        placed.add(key)
        while (following := _following(flow, side, placed)) is not None:
            side.append(following)
            placed.add(following)
        sides.append(side)
    return _parted(flow, sides)


def _following(flow: Flowing, side: list[str], placed: set[str]) -> str | None:
    branch = flow.spots[side[0]].branch
    for arc in flow.out(side[-1]):
        if arc.target in placed or arc.target == END or flow.spots[arc.target].branch != branch:
            continue
        if _sources(flow, arc.target) <= set(side):
            return arc.target
    return None


def _parted(flow: Flowing, sides: list[list[str]]) -> list[list[str]]:
    """The lists cut before every key that is entered from outside of its list: a 支线 is entered at its beginning."""
    while True:
        parted: list[list[str]] = []
        for side in sides:
            inside = set(side)
            cuts = [index for index, key in enumerate(side) if index and _sources(flow, key) - inside]
            edges = [0, *cuts, len(side)]
            parted += [side[start:end] for start, end in pairwise(edges)]
        if len(parted) == len(sides):
            return parted
        # What was one list is several now, and they are strangers to each other.
        sides = parted


def _sources(flow: Flowing, key: str) -> set[str]:
    return {arc.source for arc in flow.into(key)}
