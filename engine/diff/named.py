"""What of 优化前 goes on as what of 优化后: procedures and materials.

An item is matched by the first of three that applies: its declared lineage (沿自), its name with brackets and spaces
folded (declaration format §3, Identity), the likeness of its name. A name counts even where another item claims the
same ancestor by 沿自, because an item goes on under its own name unless it says 无.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from engine.diff.groups import Evidence, Group, Links
from engine.diff.matching.assignment import best_pairs
from engine.diff.matching.likeness import names_alike
from engine.diff.matching.papers import papers_alike
from engine.diff.owned import OwnedProcedure
from processes.model.folding import fold_name
from processes.model.matter import Material
from processes.model.process import Step

Named = TypeVar("Named", OwnedProcedure, Material)

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

    return _Naming(before, after, near, alike).groups()


def match_materials(before: Sequence[Material], after: Sequence[Material]) -> tuple[Group[Material], ...]:
    """Groups of materials."""
    return _Naming(before, after, lambda _old, _new: True, papers_alike).groups()


def is_replacement(group: Group[OwnedProcedure] | Group[Material]) -> bool:
    """Whether matched items are not one and the same going on: several, or of another name."""
    if len(group.before) == len(group.after) == 1:
        one, other = group.before[0], group.after[0]
        return one.name != other.name and fold_name(one.name) != fold_name(other.name)
    return True


@dataclass(slots=True)
class _Naming(Generic[Named]):
    """The stages, each on what the stages before left over.

    ``near`` tells of several of one name which go together, ``alike`` how alike two are, 0 if not enough.
    """

    before: Sequence[Named]
    after: Sequence[Named]
    near: Callable[[Named, Named], bool]
    alike: Callable[[Named, Named], float]
    links: Links = field(default_factory=Links)

    def groups(self) -> tuple[Group[Named], ...]:
        """Groups by 沿自, by name, then by likeness; of several of one name the near ones, then in written order."""
        by_name: dict[str, list[int]] = {}
        for index, item in enumerate(self.before):
            by_name.setdefault(fold_name(item.name), []).append(index)
        claimed = self._declared(by_name)
        free = self._same_name(by_name)
        for only_near in (True, False) if free else ():
            free = [position for position in free if not self._one_of(by_name, position, claimed, only_near=only_near)]
        if free:
            self._alike(free)
        return self.links.groups(self.before, self.after)

    def _declared(self, by_name: Mapping[str, Sequence[int]]) -> set[int]:
        claimed: set[int] = set()
        for position, item in enumerate(self.after):
            for origin in item.origins or ():
                if candidates := by_name.get(fold_name(origin), ()):
                    index = self._best(candidates, item, claimed)
                    claimed.add(index)
                    self.links.add(index, position, Evidence.DECLARED)
        return claimed

    def _same_name(self, by_name: Mapping[str, list[int]]) -> list[int]:
        """Link what has a name of its own on both sides; gives what is left of ``after``."""
        names = [fold_name(item.name) if item.origins is None else "" for item in self.after]
        wanted = Counter(names)
        free = []
        for position, name in enumerate(names):
            same = by_name.get(name, [])
            if name and wanted[name] == 1 and len(same) == 1:
                self.links.add(same.pop(), position, Evidence.NAME)
            elif name:
                free.append(position)
        return free

    def _one_of(
        self, by_name: Mapping[str, list[int]], position: int, claimed: Container[int], *, only_near: bool
    ) -> bool:
        """Link one of ``after`` with one of several of its name, if there is any."""
        item = self.after[position]
        same = by_name.get(fold_name(item.name), [])
        candidates = [index for index in same if not only_near or self.near(self.before[index], item)]
        if not candidates:
            return False
        index = self._best(candidates, item, claimed)
        same.remove(index)
        self.links.add(index, position, Evidence.NAME)
        return True

    def _best(self, candidates: Sequence[int], item: Named, claimed: Container[int]) -> int:
        return min(candidates, key=lambda index: (not self.near(self.before[index], item), index in claimed, index))

    def _alike(self, free: Sequence[int]) -> None:
        matched = {old for old, _ in self.links.evidence}
        shares = {
            (old, new): share
            for old in range(len(self.before))
            if old not in matched
            for new in free
            if (share := self.alike(self.before[old], self.after[new]))
        }
        for old, new in best_pairs(shares):
            self.links.add(old, new, Evidence.SIMILAR, shares[old, new])
