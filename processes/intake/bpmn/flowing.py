"""A sketch without what only BPMN needs: events on the way are passed over, gateways split and join one thing each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from processes.declaration.unreading import Tree
from processes.errors import CannotBeDone
from processes.intake.bpmn.notes import Notes
from processes.intake.bpmn.sketch import Arc, Kind, Sketch, Spot

MAX_CONDITIONS = 100
"""Ways from one step to another; gateways in a row multiply them."""


@dataclass(slots=True)
class Flowing:
    """Spots by id in drawn order, and arcs; taken apart step by step, in place."""

    spots: dict[str, Spot]
    arcs: list[Arc]

    def out(self, key: str) -> list[Arc]:
        """The arcs that leave a spot."""
        return [arc for arc in self.arcs if arc.source == key]

    def into(self, key: str) -> list[Arc]:
        """The arcs that enter a spot."""
        return [arc for arc in self.arcs if arc.target == key]

    def add(self, spot: Spot, before: str | None = None) -> None:
        """A new spot, in the drawn order right before another one, or at the end."""
        spots = [one for one in self.spots.values() if one.id != spot.id]
        at = next((index for index, one in enumerate(spots) if one.id == before), len(spots))
        spots.insert(at, spot)
        self.spots = {one.id: one for one in spots}

    def pass_over(self, key: str) -> None:
        """Drop a spot; what leads to it leads to where it led."""
        entering, leaving = self.into(key), self.out(key)
        self.arcs = [arc for arc in self.arcs if key not in (arc.source, arc.target)]
        del self.spots[key]
        found: dict[tuple[str, str], Arc] = {}
        for one in entering:
            for other in leaving:
                if key not in (one.source, other.target):
                    arc = _through(one, other)
                    ends = arc.source, arc.target
                    found[ends] = _both(found[ends], arc) if ends in found else arc
        self.arcs += found.values()


def _both(one: Arc, other: Arc) -> Arc:
    """Two arcs between the same spots as one that stands for both."""
    conditions = tuple(dict.fromkeys((*one.conditions, *other.conditions)))
    if len(conditions) > MAX_CONDITIONS:
        raise CannotBeDone(f"第 {one.line} 行:网关一个接一个,到同一处的情形超过 {MAX_CONDITIONS} 种,没有读。")
    return replace(one, conditions=conditions, otherwise=one.otherwise or other.otherwise)


def _through(one: Arc, other: Arc) -> Arc:
    """Two arcs in a row as one: what both are called."""
    conditions = tuple(
        dict.fromkeys(
            first if first == second or not second else second if not first else f"{first},{second}"
            for first in one.conditions
            for second in other.conditions
        )
    )
    return replace(one, target=other.target, conditions=conditions, otherwise=one.otherwise or other.otherwise)


def flowing(sketch: Sketch, notes: Notes) -> Flowing:
    """The sketch made of one start, steps, choices behind steps, forks, joins and ends."""
    flow = Flowing({spot.id: spot for spot in sketch.spots}, list(sketch.arcs))
    _loose_events(flow)
    _boundaries(flow)
    _splits(flow)
    for spot in list(flow.spots.values()):
        if spot.kind is Kind.WAYSIDE:
            flow.pass_over(spot.id)
    _parallels(flow)
    _starts(flow, notes)
    _choices(flow, notes)
    _unreached(flow, notes)
    return flow


def _loose_events(flow: Flowing) -> None:
    """An event that nothing leads to begins the process, one that leads nowhere ends it, any other is on the way."""
    for spot in list(flow.spots.values()):
        if spot.kind in (Kind.WAYSIDE, Kind.START, Kind.END):
            kind = Kind.END if not flow.out(spot.id) else Kind.WAYSIDE if flow.into(spot.id) else Kind.START
            flow.spots[spot.id] = replace(spot, kind=kind)


def _boundaries(flow: Flowing) -> None:
    """A step with an event at its border has one more way out: its own arc is the normal one, not one of several."""
    for spot in list(flow.spots.values()):
        leaving = flow.out(spot.id)
        events = (Kind.WAYSIDE, Kind.END)
        sides = [arc for arc in leaving if flow.spots[arc.target].kind in events and arc.conditions != ("",)]
        if spot.kind is Kind.STEP and sides and len(leaving) > len(sides):
            _insert_choice(flow, spot)


def _splits(flow: Flowing) -> None:
    """What BPMN says without a gateway: several arcs out of a step are all taken, unless they have conditions."""
    for spot in list(flow.spots.values()):
        leaving = flow.out(spot.id)
        if spot.kind in (Kind.CHOICE, Kind.PARALLEL) or len(leaving) < 2:  # noqa: PLR2004 - one way out is no split
            continue
        if any(arc.otherwise or any(arc.conditions) for arc in leaving):
            _insert_choice(flow, spot)
        else:
            fork = Spot(id=f"{spot.id}|分", kind=Kind.PARALLEL, line=spot.line, lane=spot.lane)
            _insert(flow, spot, fork)


def _insert_choice(flow: Flowing, spot: Spot) -> None:
    _insert(flow, spot, Spot(id=f"{spot.id}|判断", kind=Kind.CHOICE, line=spot.line, lane=spot.lane))


def _insert(flow: Flowing, spot: Spot, behind: Spot) -> None:
    """Let all that leaves a spot leave ``behind`` it instead."""
    flow.arcs = [replace(arc, source=behind.id) if arc.source == spot.id else arc for arc in flow.arcs]
    flow.arcs.append(Arc(source=spot.id, target=behind.id))
    flow.add(behind)


def _parallels(flow: Flowing) -> None:
    """A parallel gateway that both joins and splits becomes two; one that does neither is passed over."""
    for spot in list(flow.spots.values()):
        if spot.kind is not Kind.PARALLEL:
            continue
        entering, leaving = len(flow.into(spot.id)), len(flow.out(spot.id))
        if entering > 1 and leaving > 1:
            _insert(flow, spot, Spot(id=f"{spot.id}|分", kind=Kind.PARALLEL, name="", line=spot.line, lane=spot.lane))
            flow.spots[spot.id] = replace(spot, kind=Kind.JOIN)
        elif entering == 1 and leaving == 1:
            flow.pass_over(spot.id)
        elif leaving <= 1:
            flow.spots[spot.id] = replace(spot, kind=Kind.JOIN)


def _starts(flow: Flowing, notes: Notes) -> None:
    """One start. Where there are several, or none, a step is put in that tells the ways of beginning."""
    starts = [spot for spot in flow.spots.values() if spot.kind is Kind.START and flow.out(spot.id)]
    steps = [spot for spot in flow.spots.values() if spot.kind is Kind.STEP]
    if reachable(flow, [spot.id for spot in starts]).isdisjoint(spot.id for spot in steps):
        # What nothing leads to begins by itself; where all goes round, what is drawn first.
        starts = [spot for spot in steps if not flow.into(spot.id)] or steps[:1]
    begins = starts
    if len(begins) == 1 and begins[0].kind is Kind.START:
        return
    start = Spot(id="|开始", kind=Kind.START, line=begins[0].line)
    if len(begins) == 1:
        flow.add(start, begins[0].id)
        flow.arcs.append(Arc(source=start.id, target=begins[0].id))
        return
    choice = Spot(id="|启动", kind=Kind.CHOICE, name="启动", line=begins[0].line, lane=begins[0].lane)
    notes.guessed(f"有 {len(begins)} 处开始,合成一个分情形的环节「启动」", begins[0].line)
    arcs = [Arc(source=start.id, target=choice.id)]
    for spot in begins:
        called = spot.name or f"情形{len(arcs)}"
        if spot.kind is Kind.START:
            arcs += [Arc(source=choice.id, target=arc.target, conditions=(called,)) for arc in flow.out(spot.id)]
            flow.arcs = [arc for arc in flow.arcs if arc.source != spot.id]
            del flow.spots[spot.id]
        else:
            arcs.append(Arc(source=choice.id, target=spot.id, conditions=(called,)))
    first = next(iter(flow.spots), None)
    flow.add(choice, first)
    flow.add(start, choice.id)
    flow.arcs += arcs


def _choices(flow: Flowing, notes: Notes) -> None:
    """A choice that one step alone leads to belongs to that step; one that only joins is passed over.

    Any other becomes a step of its own, which is not counted.
    """
    for spot in list(flow.spots.values()):
        if spot.kind is not Kind.CHOICE or spot.id not in flow.spots:
            continue
        entering, leaving = flow.into(spot.id), flow.out(spot.id)
        before = flow.spots[entering[0].source] if len(entering) == 1 else None
        owned = before is not None and (before.kind in (Kind.STEP, Kind.CHOICE) or _is_named_join(flow, before))
        if len(leaving) > 1 and not owned:
            name = spot.name or "判断"
            flow.spots[spot.id] = replace(spot, kind=Kind.STEP, name=name, facts=judging(name), said="")
            notes.guessed(f"网关「{name}」前面没有单独一个环节,写成不计环节的环节", spot.line)
        elif leaving and entering:
            flow.pass_over(spot.id)
        elif entering:
            flow.spots[spot.id] = replace(spot, kind=Kind.END)


def judging(name: str) -> dict[str, Tree]:
    """The facts of a step that stands for a gateway."""
    return {"时限": "无", "不计环节": "只判断去向", "程序": [{"名称": name}]}


def _is_named_join(flow: Flowing, spot: Spot) -> bool:
    """Whether it joins a block of ours that is one 环节: what is decided behind it is decided by that 环节."""
    if spot.kind is not Kind.JOIN:
        return False
    fork = opened_by(flow, spot.id)
    return fork is not None and flow.spots[fork].facts is not None


def opened_by(flow: Flowing, join: str) -> str | None:
    """The fork that a join closes, found by going back and counting; None if there is none."""
    pending: list[tuple[str, int]] = [(arc.source, 0) for arc in flow.into(join)]
    seen: set[str] = set()
    while pending:
        key, depth = pending.pop()
        if key in seen:
            continue
        seen.add(key)
        if flow.spots[key].kind is Kind.PARALLEL:
            if depth == 0:
                return key
            depth -= 1
        elif flow.spots[key].kind is Kind.JOIN:
            depth += 1
        pending += [(arc.source, depth) for arc in flow.into(key)]
    return None


def _unreached(flow: Flowing, notes: Notes) -> None:
    """Drop and tell what no way leads to."""
    start = next(spot.id for spot in flow.spots.values() if spot.kind is Kind.START)
    reached = reachable(flow, (start,))
    for spot in list(flow.spots.values()):
        if spot.id not in reached:
            if spot.kind is Kind.STEP:
                notes.left(f"环节「{spot.name or spot.id}」:从开始走不到", spot.line)
            del flow.spots[spot.id]
    flow.arcs = [arc for arc in flow.arcs if arc.source in flow.spots and arc.target in flow.spots]


def reachable(flow: Flowing, keys: Iterable[str]) -> set[str]:
    """All that can be reached from these, themselves included."""
    found: set[str] = set()
    pending = list(keys)
    targets: dict[str, list[str]] = {}
    for arc in flow.arcs:
        targets.setdefault(arc.source, []).append(arc.target)
    while pending:
        key = pending.pop()
        if key not in found:
            found.add(key)
            pending += targets.get(key, ())
    return found
