"""A process of ours, read in the order in which we wrote it, and proven: compiled, it gives what is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from processes.compilation.build import compile_process
from processes.compilation.entries import all_steps
from processes.compilation.holders import Anybody, written_holders
from processes.declaration.composing import node_of
from processes.declaration.matter_file import read_matter
from processes.declaration.nodes import Mapping
from processes.declaration.reporting import Reporter
from processes.declaration.unreading import Tree
from processes.intake.bpmn.sketch import Kind, Sketch, Spot
from processes.model.matter import Matter, Version
from processes.model.process import NodeKind, Process
from processes.model.vocabulary import MatterType


@dataclass(frozen=True, slots=True)
class Told:
    """The 流程 and the 支线 with steps of one version."""

    entries: list[Tree]
    branches: dict[str, Tree]


def told(sketch: Sketch) -> Told | None:
    """The process in the order of its spots; None where these are not in an order that we write."""
    spots = [spot for spot in sketch.spots if spot.kind is not Kind.CHOICE]
    ends = [index for index, spot in enumerate(spots) if spot.kind is Kind.END]
    if not spots or spots[0].kind is not Kind.START or not ends:
        return None
    reader = _Reader(sketch)
    try:
        main = reader.entries(spots[1 : ends[0]])
        beside = [spot for spot in spots[ends[0] + 1 :] if spot.kind is not Kind.END and not spot.standard]
        branches: dict[str, list[Spot]] = {}
        for index, spot in enumerate(beside):
            name = next((one.branch for one in beside[index:] if one.branch), "")
            name = spot.branch or (next(reversed(branches)) if _closes(sketch, spot) and branches else name)
            branches.setdefault(name, []).append(spot)
        return Told(main, {name: reader.entries(inside) for name, inside in branches.items()})
    except _Disorder:
        return None


class _Disorder(Exception):
    """The spots are not in our order."""


def _closes(sketch: Sketch, spot: Spot) -> bool:
    return spot.kind is Kind.PARALLEL and sum(arc.source == spot.id for arc in sketch.arcs) == 1


class _Reader:
    def __init__(self, sketch: Sketch) -> None:
        self.sketch = sketch

    def entries(self, spots: Sequence[Spot]) -> list[Tree]:
        """The entries that these spots are."""
        found: list[Tree] = []
        index = 0
        while index < len(spots):
            spot = spots[index]
            if spot.kind is Kind.STEP:
                found.append(_step(spot))
                index += 1
            elif spot.kind is Kind.PARALLEL and not _closes(self.sketch, spot):
                end = self._end(spots, index)
                found.append(self._block(spot, spots[index + 1 : end]))
                index = end + 1
            else:
                raise _Disorder
        return found

    def _end(self, spots: Sequence[Spot], start: int) -> int:
        """The index of the join of the fork at ``start``."""
        depth = 0
        for index in range(start, len(spots)):
            if spots[index].kind is Kind.PARALLEL:
                depth += -1 if _closes(self.sketch, spots[index]) else 1
                if depth == 0:
                    return index
        raise _Disorder

    def _block(self, fork: Spot, inside: Sequence[Spot]) -> dict[str, Tree]:
        begins = {arc.target for arc in self.sketch.arcs if arc.source == fork.id}
        branches: list[list[Spot]] = []
        for spot in inside:
            if spot.id in begins:
                branches.append([])
            if not branches:
                raise _Disorder
            branches[-1].append(spot)
        trees: list[Tree] = []
        for branch in branches:
            entries = self.entries(branch)
            trees.append(entries[0] if len(entries) == 1 else {"依次": entries})
        own = {} if fork.facts is None else _step(fork)
        return {**own, "并联": trees}


def _step(spot: Spot) -> dict[str, Tree]:
    if spot.facts is None or spot.name != spot.was:
        raise _Disorder
    return {"环节": spot.name, **spot.facts}


# ---------------------------------------------------------------------------------------------- the proof


def matter_of(tree: dict[str, Tree]) -> Matter | None:
    """The matter that a complete declaration gives, read without any 默认; None if it cannot be read."""
    root = node_of(tree)
    assert isinstance(root, Mapping)
    report = Reporter("")
    matter = read_matter(root, report, "", {kind: {} for kind in MatterType})
    return None if matter is None or matter.faulty else matter


def gives(matter: Matter, version: Version, sketch: Sketch) -> bool:
    """Whether the version, compiled, is what is drawn: the same nodes in the same order, the same ways and lanes."""
    try:
        process = compile_process(matter, version, Anybody())
    except (KeyError, AssertionError, IndexError):
        # A way that leads nowhere: the rules would say so, but they were not asked yet.
        return False
    spots = [spot for spot in sketch.spots if spot.kind is not Kind.CHOICE]
    if [_face(spot) for spot in spots] != [
        (_KINDS[node.kind], node.step.name if node.step and node.kind is not NodeKind.JOIN else "")
        for node in process.nodes
    ]:
        return False
    ids = {node.key: spot.id for node, spot in zip(process.nodes, spots, strict=True)}
    expected = sorted((ids[flow.source], ids[flow.target], flow.condition) for flow in process.flows)
    return expected == _drawn_ways(sketch) and _lanes_match(process, version, spots)


_KINDS = {
    NodeKind.START: Kind.START,
    NodeKind.END: Kind.END,
    NodeKind.STEP: Kind.STEP,
    NodeKind.FORK: Kind.PARALLEL,
    NodeKind.JOIN: Kind.PARALLEL,
}


def _face(spot: Spot) -> tuple[Kind, str]:
    return spot.kind, "" if spot.kind in (Kind.START, Kind.END) else spot.name


def _drawn_ways(sketch: Sketch) -> list[tuple[str, str, str]]:
    """Source, target and condition of every way between spots that are no choices."""
    choices = {spot.id for spot in sketch.spots if spot.kind is Kind.CHOICE}
    ways: list[tuple[str, str, str]] = []
    pending = [(arc.source, arc, arc.conditions, 0) for arc in sketch.arcs if arc.source not in choices]
    while pending:
        source, arc, conditions, depth = pending.pop()
        if arc.target not in choices:
            ways += [(source, arc.target, condition) for condition in conditions]
        elif depth < len(choices):
            pending += [
                (source, one, one.conditions if conditions == ("",) else conditions, depth + 1)
                for one in sketch.arcs
                if one.source == arc.target
            ]
    return sorted(ways)


def _lanes_match(process: Process, version: Version, spots: Sequence[Spot]) -> bool:
    """Whether every declared step stands in the lane of its first holder."""
    holders: dict[str, str] = {}
    for met in all_steps(version):
        key = f"{met.branch}/{met.entry.key}" if met.branch else met.entry.key
        written = written_holders(met.entry, version)
        holders[key] = written[0] if written else ""
    return all(
        not (node.step and holders.get(node.step.key))
        or node.kind is NodeKind.JOIN
        or spot.lane == holders[node.step.key]
        for node, spot in zip(process.nodes, spots, strict=True)
    )
