"""A tree as the lists that a 流程 is made of: the main list and 支线, and for each entry where it leads.

Every way of the tree stays a way and no other is added. What the format cannot say of itself (declaration format §3) is
who decides where nothing has been done yet: before the first step, at the beginning of a branch and at its end. There a
step is added that the log does not have (``Added``); it holds nothing up and is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from engine.discovery.positions import Positions, leaves, positions
from engine.discovery.tree import SKIP, Leaf, Operator, Tree

END = "|办结"
"""Where a case is over, or the branch of a block; a sign that no name has."""


class Added(Enum):
    """Why a step was added."""

    FIRST = "案件一开始就分情形"
    ENTRY = "并联的一路一开始就分情形"
    EXIT = "并联的一路从几处结束"


@dataclass(frozen=True, slots=True)
class Lists:
    """``main`` and ``sides`` are keys in order; a side is entered at its first key only.

    ``after``: key → where it leads, ``END`` among them. ``blocks``: key of a block → the lists of its branches.
    ``added``: key → why it is there.
    """

    main: tuple[str, ...]
    sides: tuple[tuple[str, ...], ...]
    after: Mapping[str, tuple[str, ...]]
    blocks: Mapping[str, tuple[Lists, ...]] = field(default_factory=dict)
    added: Mapping[str, Added] = field(default_factory=dict)


def lists_of(tree: Tree, cases: Mapping[str, int]) -> Lists:
    """The lists of a process. ``cases``: activity → number of cases that have it; what fewer have goes aside."""
    found = positions(tree)
    beside = _beside(tree, cases)
    after = _ending(found)
    main = [key for key in found.keys if _face(found, key) not in beside]
    added: dict[str, Added] = {}
    if found.empty or len(found.first) != 1 or found.first[0] not in main:
        key = "|受理"
        added[key] = Added.FIRST
        after[key] = (*found.first, *([END] if found.empty else []))
        main.insert(0, key)
    else:
        main.remove(found.first[0])
        main.insert(0, found.first[0])
    sides = _sides([key for key in found.keys if key not in main], after)
    return Lists(tuple(main), tuple(map(tuple, sides)), after, _blocks(found), added)


def _branch(tree: Tree) -> Lists:
    """The list of a branch: it begins at its first entry and ends behind its last one, whatever is between."""
    found = positions(tree)
    after = _ending(found)
    main = list(found.keys)
    added: dict[str, Added] = {}
    own = "、".join(leaves(tree))
    only = len(main) == 1 and not found.empty
    if not only and (found.empty or len(found.last) > 1 or found.last[0] == found.first[0]):
        key = f"{own}|合"
        added[key] = Added.EXIT
        after = {one: tuple(key if to == END else to for to in tos) for one, tos in after.items()}
        after[key] = (END,)
        main.append(key)
    elif not only:
        main.remove(found.last[0])
        main.append(found.last[0])
    if found.empty or len(found.first) > 1:
        key = f"{own}|分"
        added[key] = Added.ENTRY
        after[key] = (*found.first, *([main[-1]] if found.empty else []))
        main.insert(0, key)
    elif not only:
        main.remove(found.first[0])
        main.insert(0, found.first[0])
    return Lists(tuple(main), (), after, _blocks(found), added)


def _face(found: Positions, key: str) -> str:
    """The activity, or the first one of a block."""
    return leaves(found.blocks[key][0])[0] if key in found.blocks else key


def _blocks(found: Positions) -> dict[str, tuple[Lists, ...]]:
    return {key: tuple(_branch(child) for child in children) for key, children in found.blocks.items()}


def _ending(found: Positions) -> dict[str, tuple[str, ...]]:
    """``after`` with ``END`` behind what may come last."""
    return {key: (*keys, END) if key in found.last else keys for key, keys in found.after.items()}


def _beside(tree: Tree, cases: Mapping[str, int]) -> set[str]:
    """Activities off the main list: of a choice all but what most cases do, of a loop the ways back."""
    if isinstance(tree, Leaf) or tree.operator is Operator.PARALLEL:
        return set()
    if tree.operator is Operator.SEQUENCE:
        return {name for child in tree.children for name in _beside(child, cases)}
    usual = tree.children[0]
    if tree.operator is Operator.CHOICE:
        usual = max(tree.children, key=lambda child: _weight(child, cases))
        if SKIP in tree.children and 2 * _weight(usual, cases) < max(cases.values()):
            return set(leaves(tree))
    return _beside(usual, cases) | {name for child in tree.children if child != usual for name in leaves(child)}


def _weight(tree: Tree, cases: Mapping[str, int]) -> int:
    return max((cases[name] for name in leaves(tree)), default=0)


def _sides(keys: list[str], after: Mapping[str, tuple[str, ...]]) -> list[list[str]]:
    """The keys in lists: one that is entered from elsewhere than its own list begins a list."""
    sides: list[list[str]] = []
    for key in keys:
        sources = {source for source, targets in after.items() if key in targets}
        if sides and sides[-1][-1] in sources and sources <= {*sides[-1], key}:
            sides[-1].append(key)
        else:
            sides.append([key])
    return _parted(sides, after)


def _parted(sides: list[list[str]], after: Mapping[str, tuple[str, ...]]) -> list[list[str]]:
    """The lists cut before what is entered from outside of them; what was one list is strange to itself then."""
    parted: list[list[str]] = []
    for side in sides:
        for index, key in enumerate(side):
            sources = {source for source, targets in after.items() if key in targets}
            if index and sources <= set(side):
                parted[-1].append(key)
            else:
                parted.append([key])
    return sides if len(parted) == len(sides) else _parted(parted, after)
