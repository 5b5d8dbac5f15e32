"""Whether a clerk who reads both versions can tell what became of every step.

A generated pair must not ask for what cannot be known. The rules below are about words and procedures only, never
about what an engine finds:

- a step that goes on has its name (alone, on both sides) or at least one procedure by which it is known; another name
  is a near one, or goes with the same holder or the same days;
- every step that was merged left a procedure, every step that was split off took one;
- nothing of a removed step is done elsewhere, nothing in an added step was done before, and their names are not alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from benchmarks.difference.draft import Draft
from benchmarks.difference.edits_steps import special
from benchmarks.difference.gold import Truth
from benchmarks.difference.lineage import Unit, done, relations
from benchmarks.difference.tree import Leaf, leaves, passed_over, paths
from benchmarks.difference.vague import ALIKE, alike, vaguely_apart, vaguely_continues


def decidable(truth: Truth, draft: Draft) -> bool:
    """Whether all of it can be told."""
    continues, apart = (vaguely_continues, vaguely_apart) if draft.vague else (_continues, _apart)
    moved = sorted(edit.thing for edit in draft.record if edit.code == "procedure-moved")
    return (
        all(continues(truth, unit) for unit in truth.units)
        and apart(truth)
        and _uniform(truth)
        and set(truth.handed_over()) <= set(moved)
        and sorted(truth.handed_over()) == sorted(set(truth.handed_over()))
        and len({paper.name for paper in draft.version.papers}) == len(draft.version.papers)
    )


def _continues(truth: Truth, unit: Unit) -> bool:
    olds, news = [truth.old[uid] for uid in unit.before], [truth.new[uid] for uid in unit.after]
    if len(olds) > 1 and len(news) > 1:
        return False
    if len(olds) == len(news) == 1:
        return _same(truth, olds[0], news[0])
    lasting = _acts(olds) & _acts(news)
    return all(lasting & _acts([leaf]) for leaf in (*olds, *news))


def _same(truth: Truth, old: Leaf, new: Leaf) -> bool:
    alone = "#" not in truth.old_names[old.uid] and "#" not in truth.new_names[new.uid]
    if old.name == new.name and alone:
        return True
    if old.members:
        return [one.name for one in old.members] == [one.name for one in new.members]
    if not _acts([old]) & _acts([new]):
        return False
    near = alike(old.name, new.name) >= ALIKE
    return old.name == new.name or near or old.holders == new.holders or old.days == new.days


def _apart(truth: Truth) -> bool:
    """Nothing of what is gone is done elsewhere, nothing of what is new was done before; no names may be confused."""
    olds, news = list(leaves(truth.before.tree)), list(leaves(truth.after.tree))
    gone = [leaf for leaf in olds if leaf.uid not in truth.unit_of_old]
    fresh = [leaf for leaf in news if leaf.uid not in truth.unit_of_new]
    said_before, said_after = Counter(leaf.name for leaf in olds), Counter(leaf.name for leaf in news)
    new_names = [leaf for leaf in news if not said_before[leaf.name]]
    old_names = [leaf for leaf in olds if not said_after[leaf.name]]
    for leaf in gone:
        if said_after[leaf.name] or _acts([leaf]) & _acts(news):
            return False
        if any(alike(leaf.name, other.name) >= ALIKE for other in new_names):
            return False
    for leaf in fresh:
        if said_before[leaf.name] or _acts([leaf]) & _acts(olds):
            return False
        if any(alike(leaf.name, other.name) >= ALIKE for other in old_names):
            return False
    return True


def _acts(steps: Iterable[Leaf]) -> set[str]:
    """The procedures by which the steps are known."""
    return {act for leaf in steps for act in special(done(leaf))}


def _uniform(truth: Truth) -> bool:
    """The steps of a merger or a split stand to all others alike, and can all be passed over or none of them."""
    for tree, sides in (
        (truth.before.tree, [unit.before for unit in truth.units]),
        (truth.after.tree, [unit.after for unit in truth.units]),
    ):
        where = paths(tree)
        for side in sides:
            if len({passed_over(where[uid]) is None for uid in side}) > 1:
                return False
            if len(side) > 1 and any(len(relations(side, other, where)) > 1 for other in sides if other is not side):
                return False
    return True
