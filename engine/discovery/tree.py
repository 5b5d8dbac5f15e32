"""A process as a tree of blocks: sound by construction, whatever log it was found in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Operator(Enum):
    """How the children of a block follow."""

    SEQUENCE = "依次"
    CHOICE = "择一"
    PARALLEL = "并联"
    LOOP = "循环"
    """The first child; then, as often as one likes, one of the others and the first again."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One activity; None is nothing at all."""

    activity: str | None


@dataclass(frozen=True, slots=True)
class Block:
    """An operator over at least two children."""

    operator: Operator
    children: tuple[Tree, ...]


Tree = Leaf | Block
SKIP = Leaf(None)


def may_be_empty(tree: Tree) -> bool:
    """Whether nothing at all may happen."""
    if isinstance(tree, Leaf):
        return tree.activity is None
    if tree.operator is Operator.CHOICE:
        return any(map(may_be_empty, tree.children))
    return may_be_empty(tree.children[0]) if tree.operator is Operator.LOOP else all(map(may_be_empty, tree.children))
