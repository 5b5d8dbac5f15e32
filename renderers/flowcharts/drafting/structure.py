"""What stands below what: a checked process taken apart into a main column, side branches and parallel blocks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from processes.model.process import END, Node, NodeKind, Process
from renderers.flowcharts.chart import Item, Parallel, Sequence, keys_of


@dataclass(frozen=True, slots=True)
class Structure:
    """The main column and the side branches (in written order), as sequences of node keys."""

    main: Sequence
    sides: tuple[Sequence, ...]


@dataclass(frozen=True, slots=True)
class _Network:
    """A process looked up by node: its place in the written order, and where the flows out of it go."""

    nodes: Mapping[str, Node]
    order: Mapping[str, int]
    targets: Mapping[str, tuple[str, ...]]


def structure_of(process: Process) -> Structure:
    """The columns of a process. Blocks are found by counting bars, so they may be nested and may hold decisions."""
    network = _Network(
        {node.key: node for node in process.nodes},
        {node.key: index for index, node in enumerate(process.nodes)},
        {
            node.key: tuple(dict.fromkeys(flow.target for flow in process.flows if flow.source == node.key))
            for node in process.nodes
        },
    )
    blocks = {node.key: _block(network, node.key) for node in process.nodes if node.kind is NodeKind.FORK}
    enclosed = {key for block in blocks.values() for key in keys_of((block,)) if key != block.fork}
    top = [node.key for node in process.nodes if node.key not in enclosed]
    branch_of = _branches(network, top, blocks)
    starts = [key for key in top if network.nodes[key].kind is NodeKind.START]
    ends = [key for key in top if _is_main_end(network.nodes[key])]
    middle = [key for key in top if key not in (*starts, *ends) and not branch_of[key]]
    names = dict.fromkeys(branch_of[key] for key in top if branch_of[key])
    return Structure(
        main=tuple(_items((*starts, *middle, *ends), blocks)),
        sides=tuple(tuple(_items((key for key in top if branch_of[key] == name), blocks)) for name in names),
    )


def _items(keys: Iterable[str], blocks: Mapping[str, Parallel]) -> list[Item]:
    return [blocks.get(key, key) for key in keys]


def _block(network: _Network, fork: str) -> Parallel:
    """The block that a FORK opens, with the blocks inside it."""
    join = ""
    branches: list[Sequence] = []
    for entry in network.targets[fork]:
        levels, found = _walk(network, entry)
        join = found or join
        keys = sorted((key for key, level in levels.items() if level == 0), key=network.order.__getitem__)
        branches.append(
            tuple(
                _block(network, key) if network.nodes[key].kind is NodeKind.FORK else key
                for key in keys
                if network.nodes[key].kind is not NodeKind.JOIN
            )
        )
    return Parallel(fork, tuple(branches), join)


def _walk(network: _Network, entry: str) -> tuple[dict[str, int], str]:
    """The nodes of a branch with their depth of nesting, and the JOIN that closes the branch.

    去向 inside a branch stays inside it (declaration format §3), so every way to a node crosses as many bars.
    """
    levels: dict[str, int] = {}
    join = ""
    pending = [(entry, 0)]
    while pending:
        key, level = pending.pop()
        kind = network.nodes[key].kind
        if kind is NodeKind.JOIN:
            level -= 1
        if level < 0:
            join = key
            continue
        if key in levels:
            continue
        # A JOIN counts as inside: only what stands at depth 0 and is no JOIN is an item of the branch.
        levels[key] = level
        after = level + 1 if kind is NodeKind.FORK else level
        pending += [(target, after) for target in network.targets[key]]
    return levels, join


def _branches(network: _Network, top: Iterable[str], blocks: Mapping[str, Parallel]) -> dict[str, str]:
    """Key of a top-level node → the side branch it belongs to, empty on the main path.

    An END belongs to the branch that leads to it; one that the main path reaches is a side branch of its own.
    """
    found: dict[str, str] = {}
    for key in top:
        node = network.nodes[key]
        inner = keys_of((blocks[key],)) if key in blocks else (key,)
        steps = [step for step in (network.nodes[name].step for name in inner) if step is not None]
        found[key] = steps[0].branch if steps else ""
        if node.kind is NodeKind.END and not _is_main_end(node):
            found[key] = key
    for key in top:
        if network.nodes[key].kind is NodeKind.END and not _is_main_end(network.nodes[key]):
            sources = [source for source, targets in network.targets.items() if key in targets]
            leading = [_outermost(source, found, blocks) for source in sources]
            found[key] = next((found[source] for source in leading if found[source]), key)
    return found


def _outermost(key: str, top: Mapping[str, str], blocks: Mapping[str, Parallel]) -> str:
    """The top-level node that holds a node: itself, or the FORK of the block that it closes."""
    if key in top:
        return key
    return next(fork for fork, block in blocks.items() if fork in top and key in keys_of((block,)))


def _is_main_end(node: Node) -> bool:
    return node.kind is NodeKind.END and END in (node.key, node.name)
