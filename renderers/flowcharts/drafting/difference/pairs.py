"""Which nodes of 优化前 go on as which nodes of 优化后: the matching of the difference, taken down to the boxes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.diff.groups import Links
from engine.diff.matching.steps import match_steps
from engine.diff.skeleton import branch_skeleton, skeleton
from processes.model.folding import fold_name
from processes.model.process import NodeKind
from renderers.flowcharts.chart import blocks_of, keys_of
from renderers.flowcharts.drafting.structure import structure_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from fractions import Fraction

    from engine.diff.groups import Group
    from engine.diff.matching.links import Matching
    from processes.model.process import Process, Step
    from renderers.flowcharts.chart import Parallel

Groups = tuple["Group[Step]", ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """``onward``: node of 优化前 → the node of 优化后 that is the same box; at most one each way.

    ``groups``: steps that are boxes, and named blocks, with those they go on as; 1:1, n:1, 1:n and n:m. Of several
    steps that go on as one, one is the same box and the others are not, so that as many boxes go as the reform saves:
    the one of the same name, else the one that keeps most of its neighbours and documents. One that goes on as several
    likewise.
    """

    onward: Mapping[str, str]
    groups: Groups


def pairs_of(before: Process, after: Process) -> Pairs:
    """The pairs of two versions, as the difference between them has it (``engine.diff``)."""
    groups = tuple(_groups(before, after))
    old_nodes, new_nodes = _nodes(before), _nodes(after)
    onward = _ends(before, after)

    def pair(old: Step, new: Step) -> None:
        onward.update(zip(old_nodes[old.key], new_nodes[new.key], strict=True))

    several = []
    for group in groups:
        if len(group.before) == len(group.after) == 1:
            pair(group.before[0], group.after[0])
        else:
            several.append(group)
    for group in several:
        around = _Around(before, after, onward)
        for old, new in _chosen(group, around):
            pair(old, new)
    return Pairs(onward | _blocks(before, after, onward), groups)


def _groups(before: Process, after: Process) -> Iterator[Group[Step]]:
    """The groups of the main path, and of each side branch: those of the same name are compared."""
    yield from _alike(match_steps(skeleton(before), skeleton(after)))
    for name in dict.fromkeys(step.branch for process in (before, after) for step in process.steps if step.branch):
        yield from _alike(match_steps(branch_skeleton(before, name), branch_skeleton(after, name)))


def _alike(matching: Matching) -> Groups:
    """The groups of steps and those of named blocks; what is a step in one version and a block in the other is two."""
    old, new = matching.before.steps, matching.after.steps
    links = Links()
    for (one, other), evidence in matching.links.evidence.items():
        if old[one].composite is new[other].composite:
            links.add(one, other, evidence)
    return links.groups(old, new)


def _chosen(group: Group[Step], around: _Around) -> Iterator[tuple[Step, Step]]:
    """The steps of a group that are one box, the best pair first."""
    pairs = [(old, new) for old in group.before for new in group.after]
    scores = {(old.key, new.key): around.likeness(old, new) for old, new in pairs}
    old_taken: set[str] = set()
    new_taken: set[str] = set()
    for old, new in sorted(pairs, key=lambda pair: scores[pair[0].key, pair[1].key], reverse=True):
        if old.key not in old_taken and new.key not in new_taken:
            old_taken.add(old.key)
            new_taken.add(new.key)
            yield old, new


@dataclass(frozen=True)
class _Around:
    """What stands around a step in both versions, as far as it is known to go on."""

    before: Process
    after: Process
    onward: Mapping[str, str]

    def likeness(self, old: Step, new: Step) -> tuple[bool, int, bool, Fraction]:
        """How much speaks for two steps being one box.

        The name; what stands around them and what they do and make; part of a name; of all else the longest.
        """
        names = fold_name(old.name), fold_name(new.name)
        common = {(self.onward.get(key, ""), way) for key, way in _neighbours(self.before, old)}
        shared = len(common.intersection(_neighbours(self.after, new))) + len(_deeds(old) & _deeds(new))
        return (
            names[0] == names[1],
            shared,
            names[0] in names[1] or names[1] in names[0],
            old.limit.days + new.limit.days,
        )


def _deeds(step: Step) -> set[str]:
    """What a step does and what it makes."""
    return {*(fold_name(procedure.name) for procedure in step.procedures), *step.outputs}


def _neighbours(process: Process, step: Step) -> Iterator[tuple[str, bool]]:
    """The nodes before and behind a step, and which of the two they are."""
    own = {node.key for node in process.nodes if node.step is not None and node.step.key == step.key}
    for flow in process.flows:
        if flow.source in own:
            yield flow.target, True
        if flow.target in own:
            yield flow.source, False


def _nodes(process: Process) -> Mapping[str, tuple[str, ...]]:
    """Step → its node, or the two bars of a named block."""
    found: dict[str, tuple[str, ...]] = {}
    for node in process.nodes:
        if node.step is not None:
            found[node.step.key] = (*found.get(node.step.key, ()), node.key)
    return found


def _ends(before: Process, after: Process) -> dict[str, str]:
    """开始, 办结, and the ends of side branches of the same name."""
    kinds = (NodeKind.START, NodeKind.END)
    known = {node.key for node in after.nodes if node.kind in kinds}
    return {node.key: node.key for node in before.nodes if node.kind in kinds and node.key in known}


def _blocks(before: Process, after: Process, onward: Mapping[str, str]) -> dict[str, str]:
    """The bars of parallel blocks that go on without being the same by name.

    The bars go on if at least half of what the smaller block holds goes on in the other; those that share most first.
    """
    old, new = (list(_unmatched(process, taken)) for process, taken in ((before, onward), (after, onward.values())))
    named = {node.key: node.step is not None for process in (before, after) for node in process.nodes}
    shared: Counter[tuple[int, int]] = Counter()
    for index, block in enumerate(old):
        kept = {onward.get(key) for key in keys_of((block,))}
        for place, other in enumerate(new):
            common = len(kept.intersection(keys_of((other,))))
            least = min(map(_size, (block, other)))
            if common * 2 >= least and named[block.fork] is named[other.fork]:
                shared[index, place] = common
    found: dict[str, str] = {}
    for (index, place), _ in shared.most_common():
        block, other = old[index], new[place]
        if block.fork not in found and other.fork not in found.values():
            found |= {block.fork: other.fork, block.join: other.join}
    return found


def _unmatched(process: Process, taken: Iterable[str]) -> Iterator[Parallel]:
    """The blocks of a version whose bars are not in ``taken``."""
    structure = structure_of(process)
    known = set(taken)
    return (block for block in blocks_of((structure.main, *structure.sides)) if block.fork not in known)


def _size(block: Parallel) -> int:
    return len(keys_of((block,))) - 2
