"""并联 found in a drawing: a fork whose branches all reach one join, and nothing else goes in or out of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from processes.intake.bpmn.flowing import Flowing
from processes.intake.bpmn.notes import Notes
from processes.intake.bpmn.sketch import Arc, Kind, Spot

_LEAST = 2
"""Branches of a block (declaration format §3)."""


@dataclass(frozen=True, slots=True)
class Block:
    """What stands between a fork and its join: the spots of each branch in order, and the arcs among them.

    ``join`` stands for the end of every branch.
    """

    branches: tuple[tuple[Spot, ...], ...]
    arcs: tuple[Arc, ...]
    join: str


def collapsed(flow: Flowing, notes: Notes) -> dict[str, Block]:
    """Put every block into its fork, inner ones first; what is left of the gateways becomes a choice or is passed over.

    The answer: id of a fork, now a step, → what is in it.
    """
    found: dict[str, Block] = {}
    while (fork := _next(flow)) is not None:
        spot, block = fork
        found[spot.id] = block
        inside = {one.id for branch in block.branches for one in branch} | {block.join}
        flow.arcs = [
            replace(arc, source=spot.id) if arc.source == block.join else arc
            for arc in flow.arcs
            if arc.target not in inside and arc.source not in inside - {block.join} and arc.source != spot.id
        ]
        flow.spots = {key: one for key, one in flow.spots.items() if key not in inside}
        # The gateway of a block without a name says nothing of its own: it is where its steps are.
        beside = next((one.branch for branch in block.branches for one in branch if one.branch), "")
        flow.spots[spot.id] = replace(spot, kind=Kind.STEP, branch=spot.branch or beside)
    _leftovers(flow, notes)
    return {key: block for key, block in found.items() if len(block.branches) >= _LEAST}


def _next(flow: Flowing) -> tuple[Spot, Block] | None:
    """A fork that opens a sound block with no other fork in it."""
    for spot in flow.spots.values():
        if spot.kind is Kind.PARALLEL and (block := _block(flow, spot)):
            return spot, block
    return None


def _block(flow: Flowing, fork: Spot) -> Block | None:
    joins: set[str] = set()
    branches: list[set[str]] = []
    for arc in flow.out(fork.id):
        inside = _walk(flow, arc.target, joins)
        if inside is None:
            return None
        branches.append(inside)
    if len(joins) != 1 or sum(map(len, branches)) > len(set().union(*branches)):
        return None
    (join,) = joins
    every = set().union(*branches)
    entered = [arc for arc in flow.arcs if arc.target in every | {join} and arc.source not in every | {fork.id}]
    full = [inside for inside in branches if inside]
    if entered or len(full) < _LEAST:
        return None
    arcs = tuple(arc for arc in flow.arcs if arc.source in every)
    return Block(tuple(_ordered(flow, inside, fork.id) for inside in full), arcs, join)


def _walk(flow: Flowing, start: str, joins: set[str]) -> set[str] | None:
    """The steps of a branch; None where it ends the case, or meets another fork."""
    inside: set[str] = set()
    pending = [start]
    while pending:
        key = pending.pop()
        spot = flow.spots[key]
        if spot.kind is Kind.JOIN:
            joins.add(key)
        elif spot.kind is not Kind.STEP or not flow.out(key):
            return None
        elif key not in inside:
            inside.add(key)
            pending += [arc.target for arc in flow.out(key)]
    return inside


def _ordered(flow: Flowing, inside: set[str], fork: str) -> tuple[Spot, ...]:
    """The steps of a branch, each behind those that lead to it as far as there is no loop; then as they are drawn."""
    begin = next(arc.target for arc in flow.out(fork) if arc.target in inside)
    return tuple(flow.spots[key] for key in in_order(flow, begin, inside))


def in_order(flow: Flowing, begin: str, inside: set[str]) -> list[str]:
    """The keys inside in the order of a depth-first walk, backwards: a topological order if there are no loops."""
    finished: list[str] = []
    seen: set[str] = set()
    stack: list[tuple[str, list[str]]] = [(begin, _targets(flow, begin, inside))]
    seen.add(begin)
    while stack:
        key, left = stack[-1]
        if not left:
            finished.append(key)
            stack.pop()
            continue
        following = left.pop()
        if following not in seen:
            seen.add(following)
            stack.append((following, _targets(flow, following, inside)))
    return finished[::-1]


def _targets(flow: Flowing, key: str, inside: set[str]) -> list[str]:
    places = {one: index for index, one in enumerate(flow.spots)}
    targets = {arc.target for arc in flow.out(key)} & inside
    # The one drawn last is walked first, so that it comes last in the order.
    return sorted(targets, key=places.__getitem__)


def _leftovers(flow: Flowing, notes: Notes) -> None:
    """Gateways of no block: a fork is written as a choice, a join is nothing."""
    for spot in list(flow.spots.values()):
        if spot.kind not in (Kind.PARALLEL, Kind.JOIN):
            continue
        if spot.kind is Kind.JOIN and len(flow.out(spot.id)) <= 1:
            if flow.out(spot.id):
                flow.pass_over(spot.id)
            else:
                flow.spots[spot.id] = replace(spot, kind=Kind.END)
            continue
        name = spot.name or "分头办理"
        notes.guessed(
            f"并行网关「{spot.name or spot.id}」的各路没有汇到一处,写成了分情形的环节「{name}」,请改成 并联 或核对去向",
            spot.line,
        )
        flow.spots[spot.id] = replace(spot, kind=Kind.STEP, name=name, acts=(name,), facts=None)
        numbers = iter(range(1, len(flow.arcs) + 1))
        flow.arcs = [
            replace(arc, conditions=(arc.conditions[0] or f"第{next(numbers)}路",)) if arc.source == spot.id else arc
            for arc in flow.arcs
        ]
