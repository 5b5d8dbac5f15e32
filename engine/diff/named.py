"""What of 优化前 goes on as what of 优化后: procedures and materials.

An item is matched by the first of three that applies: its declared lineage (沿自), its name with brackets and spaces
folded (declaration format §3, Identity), the likeness of its name. A name counts even where another item claims the
same ancestor by 沿自, because an item goes on under its own name unless it says 无.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from engine.diff.groups import Evidence, Group, Item, Links
from engine.diff.matching.assignment import best_pairs
from engine.diff.matching.likeness import names_alike
from engine.diff.matching.papers import papers_alike
from engine.diff.owned import OwnedProcedure
from processes.model.flow import Procedure
from processes.model.folding import fold_name
from processes.model.matter import Material
from processes.model.process import Step

ALIKE = 0.75
"""How alike the names of two procedures of one step must be to be taken for one."""


def match_procedures(
    before: Sequence[OwnedProcedure], after: Sequence[OwnedProcedure], steps: Sequence[Group[Step]]
) -> tuple[Group[OwnedProcedure], ...]:
    """Groups of procedures; of several with one name, those go together whose steps do (``steps``)."""
    old_home = {step.key: index for index, group in enumerate(steps) for step in group.before}
    new_home = {step.key: index for index, group in enumerate(steps) for step in group.after}

    def near(old: OwnedProcedure, new: OwnedProcedure) -> bool:
        return old_home.get(old.step.key) == new_home.get(new.step.key)

    def alike(old: OwnedProcedure, new: OwnedProcedure) -> float:
        share = names_alike(old.procedure.name, new.procedure.name) if near(old, new) else 0.0
        return share if share >= ALIKE else 0.0

    return _match_named(before, after, lambda owned: owned.procedure, near, alike)


def match_materials(before: Sequence[Material], after: Sequence[Material]) -> tuple[Group[Material], ...]:
    """Groups of materials."""
    return _match_named(before, after, lambda material: material, lambda _old, _new: True, papers_alike)


def is_replacement(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether matched items are not one and the same going on: several, or of another name."""
    return [fold_name(name) for name in before] != [fold_name(name) for name in after] or len(before) > 1


def _match_named(
    before: Sequence[Item],
    after: Sequence[Item],
    named: Callable[[Item], Procedure | Material],
    near: Callable[[Item, Item], bool],
    alike: Callable[[Item, Item], float],
) -> tuple[Group[Item], ...]:
    """Groups by 沿自, by name, then by likeness; of several of one name the near ones first, then in written order."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(before):
        by_name[fold_name(named(item).name)].append(index)
    links = Links()
    claimed: set[int] = set()

    def best(candidates: Sequence[int], item: Item) -> int:
        return min(candidates, key=lambda index: (not near(before[index], item), index in claimed, index))

    for position, item in enumerate(after):
        for origin in named(item).origins or ():
            if candidates := by_name[fold_name(origin)]:
                index = best(candidates, item)
                claimed.add(index)
                links.add(index, position, Evidence.DECLARED)
    free = [position for position, item in enumerate(after) if named(item).origins is None]
    for only_near in (True, False):
        left = []
        for position in free:
            item = after[position]
            same = by_name[fold_name(named(item).name)]
            if candidates := [index for index in same if not only_near or near(before[index], item)]:
                index = best(candidates, item)
                same.remove(index)
                links.add(index, position, Evidence.NAME)
            else:
                left.append(position)
        free = left
    matched = {old for old, _ in links.evidence}
    shares = {
        (old, new): share
        for old in range(len(before))
        if free and old not in matched
        for new in free
        if (share := alike(before[old], after[new]))
    }
    for old, new in best_pairs(shares):
        links.add(old, new, Evidence.SIMILAR, shares[old, new])
    return links.groups(before, after)
