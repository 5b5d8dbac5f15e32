"""What a peer says, spoken of by labels, and what that means as claims.

Translated as a reader with both versions at hand would read it: a flow that came and runs back is a loop, one that runs
forward past steps makes them optional, parallel gateways that came round steps put these side by side. What goes
because the step at one of its ends goes is not held against the peer. Nothing is matched here that the peer has not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import networkx as nx

from benchmarks.difference.claims import Answer, Claim, Pair, claim, labels, main_steps
from processes.model.process import Flow, FlowKind, Process

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
"""Attribute of a step → what its change is called."""

Block = tuple[str, ...]


@dataclass(kw_only=True)
class Said:
    """``onward``: step of 优化前 → the step of 优化后 that it is; ``changed``: step of 优化前 → attribute → values.

    ``parallel`` are the steps (of 优化后) between parallel gateways that came, ``serial`` those (of 优化前) between
    gateways that went. Materials by name; ``renamed_flows`` are pairs with another condition.
    """

    removed: Collection[str] = ()
    added: Collection[str] = ()
    onward: Mapping[str, str] = field(default_factory=dict)
    moved: Collection[str] = ()
    changed: Mapping[str, Mapping[str, Values]] = field(default_factory=dict)
    removed_flows: Collection[Flow] = ()
    added_flows: Collection[Flow] = ()
    renamed_flows: Collection[tuple[Flow, Flow]] = ()
    parallel: Collection[Block] = ()
    serial: Collection[Block] = ()
    removed_materials: Collection[str] = ()
    added_materials: Collection[str] = ()
    replaced_materials: Collection[Values] = ()
    changed_materials: Collection[Values] = ()
    limit_changed: bool = False


def answer(said: Said, pair: Pair) -> Answer:
    """The claims, and the steps that go on."""
    groups = (
        *(((name,), ()) for name in said.removed),
        *(((), (name,)) for name in said.added),
        *(((old,), (new,)) for old, new in said.onward.items()),
    )
    return Answer(frozenset(_claims(said, pair)), frozenset(groups))


def _claims(said: Said, pair: Pair) -> Iterator[Claim]:
    back = {new: old for old, new in said.onward.items()}
    yield from (claim("step-removed", (name,)) for name in said.removed)
    yield from (claim("step-added", (), (name,)) for name in said.added)
    yield from (claim("step-moved", (old,), (said.onward[old],)) for old in said.moved if old in said.onward)
    for old, attributes in said.changed.items():
        if old in said.onward:
            yield from _attribute_claims(attributes, old, said.onward[old])
    yield from _flow_claims(said, pair, back)
    for block in said.parallel:
        if block and all(name in back for name in block):
            yield claim("steps-parallelised", [back[name] for name in block], block)
    for block in said.serial:
        if block and all(name in said.onward for name in block):
            yield claim("steps-serialised", block, [said.onward[name] for name in block])
    yield from (claim("material-removed", (name,)) for name in said.removed_materials)
    yield from (claim("material-added", (), (name,)) for name in said.added_materials)
    yield from (claim("material-replaced", (old,), (new,)) for old, new in said.replaced_materials)
    yield from (claim("material-changed", (old,), (new,)) for old, new in said.changed_materials)
    if said.limit_changed:
        yield claim("limit-changed")


def _attribute_claims(changed: Mapping[str, Values], before: str, after: str) -> Iterator[Claim]:
    """What the changed attributes of one step mean; ``before`` and ``after`` are its labels."""
    for attribute, values in changed.items():
        if attribute in _CODES:
            yield claim(_CODES[attribute], (before,), (after,))
        elif attribute == "procedures":
            yield from _procedure_claims(values, before, after)


def _procedure_claims(values: Values, before: str, after: str) -> Iterator[Claim]:
    """Which procedures of one step came, went or have another number of people, from the two lists as one text."""
    old, new = ({row.split("(")[0]: row for row in text.split("、") if row} for text in values)
    for name, row in old.items():
        if name not in new:
            yield claim("procedure-removed", (name, before))
        elif new[name] != row:
            yield claim("procedure-changed", (name, before), (name, after))
    yield from (claim("procedure-added", (), (name, after)) for name in new if name not in old)


def _flow_claims(said: Said, pair: Pair, back: Mapping[str, str]) -> Iterator[Claim]:
    old_names, new_names = labels(pair.before), labels(pair.after)
    for flow, ends in _between(said.removed_flows, old_names, said.removed):
        if flow.kind is FlowKind.LOOP:
            yield claim("loop-removed", ends)
        elif past := [name for name in _passed_over(flow, pair.before) if name in said.onward]:
            yield claim("steps-made-mandatory", past, [said.onward[name] for name in past])
    for flow, ends in _between(said.added_flows, new_names, said.added):
        if flow.kind is FlowKind.LOOP:
            yield claim("loop-added", (), ends)
        elif past := [name for name in _passed_over(flow, pair.after) if name in back]:
            yield claim("steps-made-optional", [back[name] for name in past], past)
    for old, new in said.renamed_flows:
        old_ends, new_ends = _ends(old, old_names), _ends(new, new_names)
        # Where an alternative came or went, the case that is left is another flow, not another condition.
        same = old.kind is new.kind is not FlowKind.MAIN and old.condition and new.condition
        if old_ends and new_ends and same:
            yield claim("way-changed", old_ends, new_ends)


def _between(
    flows: Iterable[Flow], names: Mapping[str, str], not_there: Collection[str]
) -> Iterator[tuple[Flow, tuple[str, ...]]]:
    """The flows between two steps of the main path both of which go on, with the labels of these."""
    for flow in flows:
        ends = _ends(flow, names)
        if ends and not {*not_there} & {*ends}:
            yield flow, ends


def _ends(flow: Flow, names: Mapping[str, str]) -> tuple[str, ...]:
    """Labels of both ends, nothing unless both are steps of the main path (a named block by either gateway)."""
    found = tuple(names.get(end.removesuffix(":合").removesuffix(":分"), "") for end in (flow.source, flow.target))
    return found if all(found) else ()


def _passed_over(flow: Flow, process: Process) -> list[str]:
    """Labels of the steps on other ways from the source of a forward flow to its target."""
    if flow.kind is not FlowKind.SKIP:
        return []
    names = labels(process)
    graph: nx.DiGraph[object] = nx.DiGraph()
    graph.add_edges_from(
        (one.source, one.target) for one in process.flows if one.kind in (FlowKind.MAIN, FlowKind.SKIP)
    )
    between = nx.descendants(graph, flow.source) & nx.ancestors(graph, flow.target)
    return [names[node.key] for node in process.nodes if node.key in between and node.key in names]


def really_moved(moved: Iterable[str], onward: Mapping[str, str], pair: Pair) -> list[str]:
    """Of the steps said to have another index, those that have another rank among the steps that go on.

    An index also moves when something before it comes or goes; that much is not held against the peer.
    """
    old, new = (_written(process) for process in (pair.before, pair.after))
    old_ranks = _ranks([name for name in old if name in onward])
    new_ranks = _ranks([name for name in new if name in {*onward.values()}])
    return [name for name in moved if name in onward and old_ranks[name] != new_ranks[onward[name]]]


def _written(process: Process) -> list[str]:
    names = labels(process)
    return [names[step.key] for step in main_steps(process)]


def _ranks(names: Sequence[str]) -> dict[str, int]:
    return {name: rank for rank, name in enumerate(names)}
