"""A process as a tree: sequences, parallel and exclusive blocks, steps that may be passed over; and loops beside it.

What the generator edits. ``Matter`` is one version; ``relation`` and ``optional`` read the order of the steps from the
tree alone, so that the generator knows what it has changed without asking a graph.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

DEEPEST = 4
"""Lists within lists: what people still draw."""


@dataclass(slots=True)
class Leaf:
    """A step, or a named block with its steps in ``members``; ``origins`` are the steps of 优化前 that it continues.

    ``days`` in working days. ``near``, ``far`` and ``parts`` are what it may be called when renamed and split.
    """

    uid: int
    name: str
    holders: tuple[str, ...]
    days: Fraction
    procedures: list[str]
    origins: frozenset[int]
    ident: str
    uncounted: str = ""
    members: tuple[Leaf, ...] = ()
    near: tuple[str, ...] = ()
    far: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    stop: str = ""
    """In which case the matter ends here."""
    plain: bool = True
    """Neither merged nor split nor added: what may be merged, split or removed."""


@dataclass(slots=True)
class Parallel:
    """All branches start together, all must end."""

    branches: list[Sequence]


@dataclass(slots=True)
class Exclusive:
    """One of the branches is taken: ``conditions`` says in which case which."""

    branches: list[Sequence]
    conditions: list[str]


@dataclass(slots=True)
class Optional:
    """``body`` is passed over in the case ``condition``."""

    branches: list[Sequence]
    condition: str


Block = Parallel | Exclusive | Optional
Node = Leaf | Block
Sequence = list[Node]


@dataclass(slots=True)
class Loop:
    """A way back from step to step (uids)."""

    source: int
    target: int
    condition: str


@dataclass(slots=True)
class Paper:
    """A material; ``uid`` is what it is in both versions."""

    uid: int
    name: str
    copies: int = 1
    shared: bool | None = None


@dataclass(slots=True)
class Version:
    """One version of a matter; ``limit`` in working days. ``last`` is the highest uid given."""

    tree: Sequence
    loops: list[Loop]
    papers: list[Paper]
    limit: Fraction
    facts: dict[str, str] = field(default_factory=dict)
    last: int = 0

    def fresh(self) -> int:
        """The next uid."""
        self.last += 1
        return self.last


def copied(version: Version) -> Version:
    """The same again, to be edited apart (``copy.deepcopy`` takes twenty times as long)."""
    return Version(
        tree=_copied(version.tree),
        loops=[Loop(one.source, one.target, one.condition) for one in version.loops],
        papers=[Paper(one.uid, one.name, one.copies, one.shared) for one in version.papers],
        limit=version.limit,
        facts=dict(version.facts),
        last=version.last,
    )


def _copied(sequence: Sequence) -> Sequence:
    found: Sequence = []
    for node in sequence:
        if isinstance(node, Leaf):
            found.append(_copied_leaf(node))
            continue
        branches = [_copied(branch) for branch in node.branches]
        if isinstance(node, Parallel):
            found.append(Parallel(branches))
        elif isinstance(node, Exclusive):
            found.append(Exclusive(branches, list(node.conditions)))
        else:
            found.append(Optional(branches, node.condition))
    return found


def _copied_leaf(leaf: Leaf) -> Leaf:
    same = copy.copy(leaf)
    same.procedures = list(leaf.procedures)
    same.members = tuple(_copied_leaf(member) for member in leaf.members)
    return same


def leaves(tree: Sequence) -> Iterator[Leaf]:
    """The steps, in written order; not those in named blocks."""
    for node in tree:
        if isinstance(node, Leaf):
            yield node
        else:
            for branch in node.branches:
                yield from leaves(branch)


def written(tree: Sequence) -> Iterator[Leaf]:
    """All steps in written order, a named block before those in it."""
    for leaf in leaves(tree):
        yield leaf
        yield from leaf.members


def sequences(tree: Sequence) -> Iterator[Sequence]:
    """Every list of the tree, the outer before the inner."""
    yield tree
    for node in tree:
        if not isinstance(node, Leaf):
            for branch in node.branches:
                yield from sequences(branch)


Path = tuple[tuple[Block | None, int, int], ...]
"""From the root to a step: block, number of the branch in it, number of the node in the branch."""


def paths(tree: Sequence) -> dict[int, Path]:
    """Uid → where the step stands."""
    found: dict[int, Path] = {}

    def walk(sequence: Sequence, block: Block | None, branch: int, above: Path) -> None:
        for index, node in enumerate(sequence):
            here = (*above, (block, branch, index))
            if isinstance(node, Leaf):
                found[node.uid] = here
            else:
                for number, inner in enumerate(node.branches):
                    walk(inner, node, number, here)

    walk(tree, None, 0, ())
    return found


def relation(one: Path, other: Path) -> str:
    """How two steps stand to each other: ``<`` (the first runs before), ``>``, ``|`` (parallel), ``#`` (exclusive)."""
    for (block, branch, index), (_, other_branch, other_index) in zip(one, other, strict=False):
        if branch != other_branch:
            return "#" if isinstance(block, Exclusive) else "|"
        if index != other_index:
            return "<" if index < other_index else ">"
    raise AssertionError("a step has no relation to itself")


def passed_over(path: Path) -> Optional | None:
    """The innermost block that lets the step be passed over."""
    return next((block for block, _, _ in reversed(path) if isinstance(block, Optional)), None)


def list_of(path: Path) -> tuple[tuple[int, int], ...]:
    """Which list of the declaration a step stands in: blocks but the parallel ones are written flat."""
    return tuple((id(block), branch) for block, branch, _ in path if isinstance(block, Parallel))


def days(tree: Sequence) -> Fraction:
    """As the rules add up (R420): a parallel block takes its longest branch, alternatives count one after the other."""
    total = Fraction(0)
    for node in tree:
        if isinstance(node, Leaf):
            total += node.days
        else:
            inside = [days(branch) for branch in node.branches]
            total += max(inside) if isinstance(node, Parallel) else sum(inside)
    return total


def sound(version: Version) -> bool:
    """Whether the format can say it (format §3): targets are steps of the same list, blocks without a name no exits."""
    tree = version.tree
    if len(tree) < 2 or not isinstance(tree[0], Leaf) or not isinstance(tree[-1], Leaf):
        return False
    if not all(one and _nodes_sound(one) for one in sequences(tree)):
        return False
    if any(member.days > leaf.days for leaf in leaves(tree) for member in leaf.members):
        return False
    where = paths(tree)
    if max(len(path) for path in where.values()) > DEEPEST:
        return False
    if any(sum(isinstance(block, Optional) for block, _, _ in path) > 1 for path in where.values()):
        return False
    return _stops_sound(tree, where) and _loops_sound(version.loops, where)


def _stops_sound(tree: Sequence, where: dict[int, Path]) -> bool:
    """A way to the end leaves the main list, and passes more than one step: past the last alone it is no end."""
    for leaf in leaves(tree):
        if leaf.stop:
            mine = where[leaf.uid]
            behind = [one for one, path in where.items() if one != leaf.uid and relation(mine, path) == "<"]
            if list_of(mine) or len(behind) < 2:
                return False
    return True


def _nodes_sound(sequence: Sequence) -> bool:
    for index, node in enumerate(sequence):
        if isinstance(node, Parallel) and len(node.branches) < 2:
            return False
        if isinstance(node, Exclusive) and not _exclusive_sound(node):
            return False
        if isinstance(node, Exclusive | Optional):
            # Its exits need a step before it to leave and one behind it to lead to.
            around = sequence[max(0, index - 1) : index + 2]
            if len(around) < 3 or not all(isinstance(one, Leaf) for one in (around[0], around[2])):
                return False
    return True


def _exclusive_sound(block: Exclusive) -> bool:
    ends = [end for branch in block.branches if branch for end in (branch[0], branch[-1])]
    told_apart = len(set(block.conditions)) == len(block.conditions) > 1
    return told_apart and all(isinstance(end, Leaf) for end in ends)


def _loops_sound(loops: list[Loop], where: dict[int, Path]) -> bool:
    cases = {(loop.source, loop.condition) for loop in loops}
    ends = {(loop.source, loop.target) for loop in loops}
    if len(cases) < len(loops) or len(ends) < len(loops):
        return False
    return all(_loop_sound(where.get(loop.source), where.get(loop.target)) for loop in loops)


def _loop_sound(source: Path | None, target: Path | None) -> bool:
    if source is None or target is None or source == target:
        return False
    if list_of(source) != list_of(target) or relation(target, source) != "<":
        return False
    around = {(id(block), branch) for block, branch, _ in source}
    return all((id(block), branch) in around for block, branch, _ in target)
