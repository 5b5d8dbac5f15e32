"""The pairs of matters that may be alike, found without comparing each with each.

A word that few matters have leads from one of them to the others; those that share most are compared. The work a
matter is bounded, so that the whole grows with the number of matters: a word in more than ``COMMON`` of them leads
nowhere, and at most ``NEAREST`` matters of another name are compared with one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from engine.similarity.likeness import Likeness, Scale
from engine.similarity.profile import Profile, profile_of
from processes.model.matter import Matter

COMMON = 128
"""More than the departments of a city: a matter that each of them has is still found."""
NEAREST = 32
"""Of 3,000 matters of ``benchmarks.similar`` 4 find all pairs from 0.8 on, 32 find 96 % from 0.5 on."""

Wanted = Callable[[Matter, Matter], bool]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two matters, the earlier first, and how alike they are."""

    one: Profile
    other: Profile
    likeness: Likeness


def similar_pairs(matters: Sequence[Matter], least: float, wanted: Wanted) -> tuple[Pair, ...]:
    """The pairs of ``wanted`` matters with a likeness of ``least`` or more, the most alike first."""
    profiles = [profile_of(matter) for matter in matters]
    scale = Scale(profiles)
    found = []
    for one, nearest in zip(profiles, _candidates(profiles, wanted), strict=True):
        for other in nearest:
            likeness = scale.likeness(one, other, least)
            if likeness:
                found.append(Pair(one, other, likeness))
    return tuple(sorted(found, key=lambda pair: -pair.likeness.value))


def _candidates(profiles: Sequence[Profile], wanted: Wanted) -> Iterator[list[Profile]]:
    """For each profile the later ones that are worth comparing with it."""
    postings: dict[str, list[int]] = defaultdict(list)
    named: dict[str, list[int]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        named[profile.core].append(index)
        for word in _words(profile):
            postings[word].append(index)
    rare = {word: places for word, places in postings.items() if 1 < len(places) <= COMMON}
    rank = {index: order for places in named.values() for order, index in enumerate(places)}
    for index, profile in enumerate(profiles):
        met: Counter[int] = Counter()
        for word in _words(profile):
            met.update(rare.get(word, ()))
        behind = rank[index] + 1
        same = named[profile.core][behind : behind + COMMON]
        known = set(same)
        # The most words in common first, then in written order.
        nearest = sorted((-count, place) for place, count in met.items() if place > index and place not in known)
        others = (place for _, place in nearest if wanted(profile.matter, profiles[place].matter))
        yield [
            *(profiles[place] for place in same if wanted(profile.matter, profiles[place].matter)),
            *(profiles[place] for place in islice(others, NEAREST)),
        ]


def _words(profile: Profile) -> Iterator[str]:
    """The words under which a profile is looked up; what is a name is no material."""
    yield from profile.grams
    yield from profile.bases
    yield from (f"#{name}" for name in profile.materials)
