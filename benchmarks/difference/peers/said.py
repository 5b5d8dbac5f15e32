"""What a peer that compares BPMN files says, in the ids of the files, and what that means.

Translated as a reader with both drawings at hand would read it: a sequence flow that came and runs back is a loop, one
that runs forward past steps makes them optional, parallel gateways that came round steps that stay put these side by
side. What goes because the step at one of its ends goes is not held against the peer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import networkx as nx

from benchmarks.difference.claims import Answer, Claim, Pair, claim, labels
from benchmarks.difference.peers.bpmn import Diagram
from processes.model.process import Flow, FlowKind, Process, Step

Values = tuple[str, str]
"""The text before and after."""

NAMED = frozenset(
    {
        "step-removed",
        "step-added",
        "step-renamed",
        "step-holders-changed",
        "step-limit-changed",
        "step-counting-changed",
        "procedure-removed",
        "procedure-added",
        "procedure-changed",
    }
)
"""What can be said of steps by their own attributes."""

FLOWS = frozenset({"loop-added", "loop-removed", "steps-made-optional", "steps-made-mandatory", "way-changed"})
GATEWAYS = frozenset({"steps-parallelised", "steps-serialised"})
MATERIALS = frozenset({"material-removed", "material-added", "material-replaced", "material-changed"})

_CODES = {
    "name": "step-renamed",
    "holders": "step-holders-changed",
    "limit": "step-limit-changed",
    "uncounted": "step-counting-changed",
}
"""Attribute of a task → what its change is called."""


@dataclass(kw_only=True)
class Said:
    """``changed``: id of 优化前 → attribute → its values; ``same``: id of 优化前 → that of 优化后 for what goes on."""

    removed: Collection[str]
    added: Collection[str]
    changed: Mapping[str, Mapping[str, Values]]
    same: Mapping[str, str]
    moved: Collection[str] = ()
    limit_changed: bool = False
    gateways: bool = True
    """Whether a gateway that came or went says something of the steps between it and its other half."""


def answer(said: Said, before: Diagram, after: Diagram, pair: Pair) -> Answer:
    """The claims; ``before`` and ``after`` are the files that were compared."""
    reading = _Reading(said, before, after, pair)
    return Answer(frozenset(reading.claims()), frozenset(reading.groups()))


def attribute_claims(changed: Mapping[str, Values], before: str, after: str) -> Iterator[Claim]:
    """What the changed attributes of one step mean; ``before`` and ``after`` are its labels."""
    for attribute, values in changed.items():
        if attribute in _CODES:
            yield claim(_CODES[attribute], (before,), (after,))
        elif attribute == "procedures":
            yield from procedure_claims(values, before, after)


def procedure_claims(values: Values, before: str, after: str) -> Iterator[Claim]:
    """Which procedures of one step came, went or have another number of people, from the two lists as one text."""
    old, new = ({row.split("(")[0]: row for row in text.split("、") if row} for text in values)
    for name, row in old.items():
        if name not in new:
            yield claim("procedure-removed", (name, before))
        elif new[name] != row:
            yield claim("procedure-changed", (name, before), (name, after))
    for name in new:
        if name not in old:
            yield claim("procedure-added", (), (name, after))


class _Reading:
    def __init__(self, said: Said, before: Diagram, after: Diagram, pair: Pair) -> None:
        self.said, self.before, self.after, self.pair = said, before, after, pair
        self.old_labels, self.new_labels = labels(pair.before), labels(pair.after)
        self.old = _labelled(before.steps, self.old_labels)
        self.new = _labelled(after.steps, self.new_labels)
        self.gone = {self.old[key] for key in said.removed if key in self.old}
        self.come = {self.new[key] for key in said.added if key in self.new}
        self.onward = {self.old[old]: self.new[new] for old, new in said.same.items() if old in self.old and new in self.new}

    def groups(self) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        yield from (((name,), ()) for name in self.gone)
        yield from (((), (name,)) for name in self.come)
        yield from (((old,), (new,)) for old, new in self.onward.items())

    def claims(self) -> Iterator[Claim]:
        yield from (claim("step-removed", (name,)) for name in self.gone)
        yield from (claim("step-added", (), (name,)) for name in self.come)
        for old in self.said.moved:
            if old in self.old and self.old[old] in self.onward:
                yield claim("step-moved", (self.old[old],), (self.onward[self.old[old]],))
        for key, changed in self.said.changed.items():
            yield from self._changed(key, changed)
        yield from self._materials()
        yield from self._flows()
        if self.said.gateways:
            yield from self._gateways()
        if self.said.limit_changed:
            yield claim("limit-changed")

    def _changed(self, key: str, changed: Mapping[str, Values]) -> Iterator[Claim]:
        if key in self.old and self.old[key] in self.onward:
            yield from attribute_claims(changed, self.old[key], self.onward[self.old[key]])
        elif key in self.before.materials:
            old = self.before.materials[key].name
            new = self.after.materials[self.said.same[key]].name
            if "name" in changed:
                yield claim("material-replaced", (old,), (new,))
            elif changed.keys() & {"copies", "shared"}:
                yield claim("material-changed", (old,), (new,))
        elif key in self.before.flows and "name" in changed and self.said.same[key] in self.after.flows:
            old_ends = _ends(self.before.flows[key], self.old_labels)
            new_ends = _ends(self.after.flows[self.said.same[key]], self.new_labels)
            if old_ends and new_ends and self.before.flows[key].kind is not FlowKind.MAIN:
                yield claim("way-changed", old_ends, new_ends)

    def _materials(self) -> Iterator[Claim]:
        yield from (
            claim("material-removed", (self.before.materials[key].name,))
            for key in self.said.removed
            if key in self.before.materials
        )
        yield from (
            claim("material-added", (), (self.after.materials[key].name,))
            for key in self.said.added
            if key in self.after.materials
        )

    def _flows(self) -> Iterator[Claim]:
        back = {new: old for old, new in self.onward.items()}
        for key in self.said.removed:
            ends = _ends(self.before.flows[key], self.old_labels) if key in self.before.flows else ()
            if not ends or self.gone & set(ends):
                continue
            if self.before.flows[key].kind is FlowKind.LOOP:
                yield claim("loop-removed", ends)
            elif self.before.flows[key].kind is FlowKind.SKIP:
                past = [name for name in passed_over(self.before.flows[key], self.pair.before) if name in self.onward]
                if past:
                    yield claim("steps-made-mandatory", past, [self.onward[name] for name in past])
        for key in self.said.added:
            ends = _ends(self.after.flows[key], self.new_labels) if key in self.after.flows else ()
            if not ends or self.come & set(ends):
                continue
            if self.after.flows[key].kind is FlowKind.LOOP:
                yield claim("loop-added", (), ends)
            elif self.after.flows[key].kind is FlowKind.SKIP:
                past = [name for name in passed_over(self.after.flows[key], self.pair.after) if name in back]
                if past:
                    yield claim("steps-made-optional", [back[name] for name in past], past)

    def _gateways(self) -> Iterator[Claim]:
        back = {new: old for old, new in self.onward.items()}
        for key, inside in self.after.blocks.items():
            names = [self.new_labels[one] for one in inside]
            if key in self.said.added and names and all(name in back for name in names):
                yield claim("steps-parallelised", [back[name] for name in names], names)
        for key, inside in self.before.blocks.items():
            names = [self.old_labels[one] for one in inside]
            if key in self.said.removed and names and all(name in self.onward for name in names):
                yield claim("steps-serialised", names, [self.onward[name] for name in names])


def _labelled(steps: Mapping[str, Step], names: Mapping[str, str]) -> dict[str, str]:
    return {key: names[step.key] for key, step in steps.items() if step.key in names}


def _ends(flow: Flow, names: Mapping[str, str]) -> tuple[str, ...]:
    """Labels of both ends, nothing unless both are steps of the main path (a named block by either gateway)."""
    found = tuple(names.get(end.removesuffix(":合").removesuffix(":分"), "") for end in (flow.source, flow.target))
    return found if all(found) else ()


def passed_over(flow: Flow, process: Process) -> list[str]:
    """Labels of the steps on other ways from the source of a forward flow to its target."""
    names = labels(process)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from(
        (one.source, one.target) for one in process.flows if one.kind in (FlowKind.MAIN, FlowKind.SKIP)
    )
    between = nx.descendants(graph, flow.source) & nx.ancestors(graph, flow.target)
    return [names[node.key] for node in process.nodes if node.key in between and node.key in names]
