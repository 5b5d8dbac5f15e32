"""How alike two matters are, from 0 to 1, and what they have in common.

The parts, each from 0 to 1, and what they count: the name 45 %, the basis 25 %, the materials 20 %, the steps 10 %. A
part that one of them does not have (依据: 无) does not count. A word that many matters have (申请书, 受理) weighs
less than one that few have. Equal names are half the matter. Where neither name nor basis is alike, two matters that
ask for the same papers in the same steps are still two: the whole is lowered. The shares were settled by looking at
what the sample matters and pairs made from them gave.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from rapidfuzz.distance import Indel

from engine.similarity.profile import Profile

_NAME, _BASES, _MATERIALS, _STEPS = 45, 25, 20, 10
_SAME_SUBJECT = 0.5
"""Below this, of the better of name and basis, the whole is lowered in proportion."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """``value`` of the whole; the parts, None where one side has nothing to compare."""

    value: float
    name: float
    bases: float | None
    materials: float | None
    steps: float | None


class Scale:
    """The weights of words among ``profiles``: 1 for what one matter has, less for what many have."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        """Count the words."""
        self._grams = _Words([one.grams for one in profiles])
        self._bases = _Words([one.bases for one in profiles])
        self._materials = _Words([one.materials for one in profiles])

    def likeness(self, one: Profile, other: Profile, least: float = 0) -> Likeness | None:
        """How alike two of the profiles are; None if they are less than ``least``."""
        name = self._name(one, other)
        bases = self._bases.shared(one.bases, other.bases)
        same, subject = one.core == other.core, min(1, max(name, bases or 0) / _SAME_SUBJECT)
        # Most pairs are done with here, whatever their papers and steps.
        if subject * _whole(name, bases, 1, 1, same=same) < least:
            return None
        materials = self._materials.shared(one.materials, other.materials)
        steps = Indel.normalized_similarity(one.steps, other.steps) if one.steps and other.steps else None
        value = subject * _whole(name, bases, materials, steps, same=same)
        return Likeness(value, name, bases, materials, steps) if value >= least else None

    def _name(self, one: Profile, other: Profile) -> float:
        """Letters in order and words in common: 老年人优待证 and 残疾人证 share letters and no word."""
        if one.core == other.core:
            return 1.0
        words = self._grams.shared(one.grams, other.grams) or 0
        return (words + Indel.normalized_similarity(one.core, other.core)) / 2 if words else 0.0


def _whole(name: float, bases: float | None, materials: float | None, steps: float | None, *, same: bool) -> float:
    """The parts that can be told, by their weights; ``same`` names are half of it."""
    parts = ((_NAME, name), (_BASES, bases), (_MATERIALS, materials), (_STEPS, steps))
    told = [(weight, part) for weight, part in parts if part is not None]
    value = sum(weight * part for weight, part in told) / sum(weight for weight, _ in told)
    return (1 + value) / 2 if same else value


class _Words:
    """The words of one part of all profiles, with their weights."""

    def __init__(self, sets: Sequence[frozenset[str]]) -> None:
        counts = Counter(word for found in sets for word in found)
        whole = log(1 + len(sets))
        self._weights = {word: log(1 + len(sets) / count) / whole for word, count in counts.items()}
        self._totals = {found: self._sum(found) for found in sets}

    def shared(self, one: frozenset[str], other: frozenset[str]) -> float | None:
        """Twice the weight of what is shared, of the weight of both; None where one has nothing."""
        if not one or not other:
            return None
        return 2 * self._sum(one & other) / (self._totals[one] + self._totals[other])

    def _sum(self, found: frozenset[str]) -> float:
        # In a fixed order: a sum of the same words is the same number to the last digit.
        return sum(map(self._weights.__getitem__, sorted(found)))
