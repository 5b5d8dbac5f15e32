"""包容网关 that join: which split each of them belongs to.

An inclusive join waits for whatever can still arrive, which a net cannot say, except where the join closes what one
split opens and every branch leads from the split to the join alone. Then the split knows who comes, and tells the join
of those that do not: each branch not taken puts its token there at once (dead path elimination, F. Leymann, D. Roller,
Production Workflow, 2000, 3.2.5). The join then waits for all of its branches.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.drawings.graph import Surroundings
from processes.intake.bpmn.control_flow import FlowNode, Shape

_MOST_SPLITS = 10
"""Splits tried for one join, the nearest first."""
_MOST_NODES = 100
"""Nodes of one branch; with more nobody can see any more what joins what."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """``split`` and ``join`` are ids; ``branches``: id of a flow into the join → id of the flow out of the split."""

    split: str
    join: str
    branches: dict[str, str]


def pairings(around: Surroundings) -> tuple[dict[str, Pairing], list[FlowNode]]:
    """Id of a join → what it closes; and the joins of which that cannot be said. A split opens one of them."""
    found: dict[str, Pairing] = {}
    alone: list[FlowNode] = []
    used: set[str] = set()
    for key, one in around.nodes.items():
        if one.shape is not Shape.SOME or len(around.ins[key]) <= 1:
            continue
        pairs = (_pairing(around, split, key) for split in _nearest(around, key) if split not in used)
        pair = next((pair for pair in pairs if pair is not None), None)
        if pair is None:
            alone.append(one)
        else:
            found[key] = pair
            used.add(pair.split)
    return found, alone


def _nearest(around: Surroundings, join: str) -> list[str]:
    """What splits before the join, the nearest first."""
    found: list[str] = []
    seen = {join}
    queue = [join]
    for key in queue:
        if len(found) >= _MOST_SPLITS:
            break
        before = [one.source for one in around.ins[key]]
        if around.nodes[key].shape is Shape.BORDER:
            before.append(around.nodes[key].host)
        for source in before:
            if source not in seen and source in around.nodes:
                seen.add(source)
                queue.append(source)
                if len(around.outs[source]) > 1:
                    found.append(source)
    return found[:_MOST_SPLITS]


def _pairing(around: Surroundings, split: str, join: str) -> Pairing | None:
    branches: dict[str, str] = {}
    seen: set[str] = set()
    for flow in around.outs[split]:
        inside, arriving = _branch(around, flow.target, join, {split})
        if flow.target == join:
            arriving.append(flow.id)
        if inside is None or inside & seen or not arriving:
            return None
        if len(arriving) > 1 and any(around.is_fork(key) for key in inside):
            return None
        entered = {one.id for key in inside for one in around.ins[key] if one.source not in inside}
        if entered - {flow.id}:
            return None
        seen |= inside
        branches |= dict.fromkeys(arriving, flow.id)
    return Pairing(split, join, branches) if branches.keys() == {one.id for one in around.ins[join]} else None


def _branch(around: Surroundings, first: str, join: str, never: set[str]) -> tuple[set[str] | None, list[str]]:
    """The nodes of a branch and the flows by which it arrives; None where it may go elsewhere, end, or is too long."""
    inside: set[str] = set()
    arriving: dict[str, None] = {}
    pending = [first] if first != join else []
    while pending:
        key = pending.pop()
        if key in inside:
            continue
        if key in never or not around.outs[key] or len(inside) >= _MOST_NODES:
            return None, []
        inside.add(key)
        arriving |= dict.fromkeys(one.id for one in around.outs[key] if one.target == join)
        pending += [other for other in around.after(key) if other != join]
    return inside, list(arriving)
