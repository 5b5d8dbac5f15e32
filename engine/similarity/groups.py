"""Matters that are all alike, from pairs that are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.similarity.profile import Profile
from engine.similarity.search import Pair


@dataclass(frozen=True, slots=True)
class Group:
    """Matters of which each is like each other one; ``likeness`` is that of the two that are least alike."""

    members: tuple[Profile, ...]
    likeness: float
    pairs: tuple[Pair, ...]

    @property
    def bases(self) -> tuple[str, ...]:
        """The articles that all cite, and the laws of which they cite no common article."""
        common = sorted(frozenset.intersection(*(one.bases for one in self.members)))
        return tuple(law for law in common if not any(other != law and other.startswith(law) for other in common))

    @property
    def materials(self) -> tuple[str, ...]:
        """The papers that all ask for."""
        return tuple(sorted(frozenset.intersection(*(one.materials for one in self.members))))

    @property
    def steps(self) -> bool:
        """Whether all have the same steps in the same order."""
        return len({one.steps for one in self.members}) == 1

    @property
    def core(self) -> str:
        """The name without brackets and general words, if all have the same; else empty."""
        cores = {one.core for one in self.members}
        return cores.pop() if len(cores) == 1 else ""


def grouped(pairs: Sequence[Pair]) -> tuple[Group, ...]:
    """The groups, the most alike first; ``pairs`` the most alike first.

    Two groups become one only where each of the one is like each of the other: a chain of similar matters, whose ends
    have nothing in common, is no group. A pair that is left between two groups is a group of its own, so that none
    is lost.
    """
    alike = {_key(pair): pair for pair in pairs}
    home: dict[str, list[Profile]] = {}
    left = []
    for pair in pairs:
        one, other = (home.setdefault(end.matter.file, [end]) for end in (pair.one, pair.other))
        if one is other:
            continue
        if all(_between(first, second) in alike for first in one for second in other):
            one += other
            home |= {end.matter.file: one for end in other}
        else:
            left.append(pair)
    unique = {id(members): members for members in home.values() if len(members) > 1}
    whole = [_group(members, alike) for members in unique.values()]
    return tuple(sorted((*whole, *(_group([pair.one, pair.other], alike) for pair in left)), key=_order))


def _group(members: Sequence[Profile], alike: dict[frozenset[str], Pair]) -> Group:
    ordered = sorted(members, key=lambda one: one.matter.file)
    inside = [alike[_between(one, other)] for index, one in enumerate(ordered) for other in ordered[index + 1 :]]
    return Group(tuple(ordered), min(pair.likeness.value for pair in inside), tuple(inside))


def _order(group: Group) -> tuple[float, str]:
    return -group.likeness, group.members[0].matter.file


def _key(pair: Pair) -> frozenset[str]:
    return _between(pair.one, pair.other)


def _between(one: Profile, other: Profile) -> frozenset[str]:
    return frozenset((one.matter.file, other.matter.file))
