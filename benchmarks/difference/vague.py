"""Whether a clerk can tell what became of the steps of a vague matter, where many steps do the same things.

There the name, the holder, the days and the place must do:

- a step that goes on has its name (alone, on both sides), or one that is nearer to its own than to any other that
  came or went, or does exactly the same for the same holder or in the same days at the same place;
- of two steps of one name, each does exactly what it did, the other something else, and holder or days are the same;
- what was merged or split did together exactly what is done now, at the same place;
- what is gone and what is new are not alike, and nothing that is gone looks as if it had been merged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

from benchmarks.difference.gold import Truth
from benchmarks.difference.lineage import Unit, done
from benchmarks.difference.tree import Leaf, leaves

ALIKE = 0.5
"""Two names with so many of their characters in common, or more, may be taken for one."""


def alike(one: str, other: str) -> float:
    """Characters in common, 0–1."""
    return SequenceMatcher(None, one, other).ratio()


def vaguely_continues(truth: Truth, unit: Unit) -> bool:
    """Whether it can be told what became of the steps of a unit."""
    olds, news = [truth.old[uid] for uid in unit.before], [truth.new[uid] for uid in unit.after]
    if len(olds) == len(news) == 1:
        return _same(truth, unit, olds[0], news[0])
    if len(olds) > 1 and len(news) > 1:
        return False
    return unit not in truth.moved and _acts(olds) == _acts(news)


def vaguely_apart(truth: Truth) -> bool:
    """Whether nothing that is gone can be taken for something that is there, nor what is new for what was there."""
    olds, news = list(leaves(truth.before.tree)), list(leaves(truth.after.tree))
    gone = [leaf for leaf in olds if leaf.uid not in truth.unit_of_old]
    fresh = [leaf for leaf in news if leaf.uid not in truth.unit_of_new]
    lost, found = _names_alone(olds, news), _names_alone(news, olds)
    if any(leaf not in lost for leaf in gone) or any(leaf not in found for leaf in fresh):
        return False
    if any(alike(leaf.name, other.name) >= ALIKE for leaf in gone for other in found):
        return False
    if any(alike(leaf.name, other.name) >= ALIKE for leaf in fresh for other in lost):
        return False
    merged = [truth.new[unit.after[0]] for unit in truth.units if len(unit.before) > 1]
    parted = [truth.old[unit.before[0]] for unit in truth.units if len(unit.after) > 1]
    # Renamed beyond recognition, merged or split off: known by what is done, so that must be theirs alone.
    taken = [new for old, new in truth.single() if new in found and alike(old.name, new.name) < ALIKE]
    given = [old for old, new in truth.single() if old in lost and alike(old.name, new.name) < ALIKE]
    return not any(
        _within(leaf, other)
        for leaves_, others in ((gone, [*fresh, *merged, *taken]), (fresh, [*gone, *parted, *given]))
        for leaf in leaves_
        for other in others
    )


def _same(truth: Truth, unit: Unit, old: Leaf, new: Leaf) -> bool:
    twin = "#" in truth.old_names[old.uid] or "#" in truth.new_names[new.uid]
    if old.name == new.name and not twin:
        return True
    if old.members:
        return [one.name for one in old.members] == [one.name for one in new.members]
    same = _acts([old]) == _acts([new]) and (old.holders == new.holders or old.days == new.days)
    if twin:
        others = [leaf for leaf in (*truth.old.values(), *truth.new.values()) if leaf.name == old.name]
        strangers = [leaf for leaf in others if leaf.uid not in (old.uid, new.uid)]
        return same and all(_acts([leaf]) != _acts([old]) for leaf in strangers)
    own = alike(old.name, new.name)
    if own < ALIKE:
        return same and unit not in truth.moved
    olds, news = list(leaves(truth.before.tree)), list(leaves(truth.after.tree))
    rivals = [alike(old.name, leaf.name) for leaf in _names_alone(news, olds) if leaf is not new]
    rivals += [alike(leaf.name, new.name) for leaf in _names_alone(olds, news) if leaf is not old]
    return own > max(rivals, default=0)


def _names_alone(steps: list[Leaf], others: list[Leaf]) -> list[Leaf]:
    """The steps whose names are not among those of the others."""
    known = {leaf.name for leaf in others}
    return [leaf for leaf in steps if leaf.name not in known]


def _within(leaf: Leaf, other: Leaf) -> bool:
    return not _acts([leaf]) - _acts([other])


def _acts(steps: Iterable[Leaf]) -> Counter[str]:
    return Counter(act for leaf in steps for act in done(leaf))
