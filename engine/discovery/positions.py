"""What may follow what in a tree: its positions, as in the automaton of a regular expression whose letters are unique.

V. M. Glushkov, The Abstract Theory of Automata, 1961. A tree has each activity once, so an activity is a position, and
what may come first, last and next is all there is to know of the tree: nothing is lost. A parallel block is a position
of the list that it stands in; each of its branches is an expression of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from engine.discovery.tree import Block, Leaf, Operator, Tree

Together = Mapping[str, tuple[Tree, ...]]
"""Key of a parallel block → its branches."""


@dataclass(frozen=True, slots=True)
class Positions:
    """Keys in the order of the tree; ``empty``: nothing at all may happen; ``after``: key → keys that may come next."""

    empty: bool
    first: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    after: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    blocks: Together = field(default_factory=dict)


def positions(tree: Tree) -> Positions:
    """The positions of ``tree``. A block is called by its activities and a sign that no name has."""
    if isinstance(tree, Leaf):
        if tree.activity is None:
            return Positions(empty=True)
        own = (tree.activity,)
        return Positions(empty=False, first=own, last=own, keys=own, after={tree.activity: ()})
    if tree.operator is Operator.PARALLEL:
        key = f"{'、'.join(leaves(tree))}|并联"
        return Positions(
            empty=False, first=(key,), last=(key,), keys=(key,), after={key: ()}, blocks={key: tree.children}
        )
    children = [positions(child) for child in tree.children]
    if tree.operator is Operator.CHOICE:
        empty = any(one.empty for one in children)
        return _joined(children, empty=empty, first=_all(children, "first"), last=_all(children, "last"), arcs=[])
    if tree.operator is Operator.SEQUENCE:
        return _in_turn(children)
    return _loop(children)


def leaves(tree: Tree) -> list[str]:
    """The activities of a tree, in order."""
    if isinstance(tree, Block):
        return [one for child in tree.children for one in leaves(child)]
    return [] if tree.activity is None else [tree.activity]


def _in_turn(children: list[Positions]) -> Positions:
    arcs: list[tuple[str, str]] = []
    ends: tuple[str, ...] = ()
    for one in children:
        arcs += [(end, begin) for end in ends for begin in one.first]
        ends = (*ends, *one.last) if one.empty else one.last
    return _joined(
        children, empty=all(one.empty for one in children), first=_beginnings(children), last=ends, arcs=arcs
    )


def _beginnings(children: list[Positions]) -> tuple[str, ...]:
    found: tuple[str, ...] = ()
    for one in children:
        found += one.first
        if not one.empty:
            break
    return found


def _loop(children: list[Positions]) -> Positions:
    body, back = children[0], children[1:]
    arcs = [(end, begin) for end in body.last for one in back for begin in one.first]
    arcs += [(end, begin) for one in back for end in one.last for begin in body.first]
    if any(one.empty for one in back):
        arcs += [(end, begin) for end in body.last for begin in body.first]
    first, last = body.first, body.last
    if body.empty:
        entered, left = _all(back, "first"), _all(back, "last")
        arcs += [(end, begin) for end in left for begin in entered]
        first, last = first + entered, last + left
    return _joined(children, empty=body.empty, first=first, last=last, arcs=arcs)


def _all(children: Iterable[Positions], side: str) -> tuple[str, ...]:
    return tuple(key for one in children for key in getattr(one, side))


def _joined(
    children: list[Positions],
    *,
    empty: bool,
    first: tuple[str, ...],
    last: tuple[str, ...],
    arcs: list[tuple[str, str]],
) -> Positions:
    after = {key: list(keys) for one in children for key, keys in one.after.items()}
    for source, target in arcs:
        if target not in after[source]:
            after[source].append(target)
    return Positions(
        empty=empty,
        first=first,
        last=last,
        keys=tuple(key for one in children for key in one.keys),
        after={key: tuple(keys) for key, keys in after.items()},
        blocks={key: branches for one in children for key, branches in one.blocks.items()},
    )
