"""Which matter of one project or department is which of another: of another county, or of an earlier state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from engine.similarity.names import stem
from engine.similarity.search import similar_pairs
from processes.model.folding import fold_name, without_bracket
from processes.model.process import CheckedMatter

LEAST_LIKENESS = 0.6
"""What is less alike is another matter: two made from one by a new name keep their basis, papers and steps."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """The pairs in the order of the second side, and what only one side has."""

    pairs: tuple[tuple[CheckedMatter, CheckedMatter], ...]
    only_first: tuple[CheckedMatter, ...]
    only_second: tuple[CheckedMatter, ...]


def pair_matters(first: Sequence[CheckedMatter], second: Sequence[CheckedMatter], *, by_file: bool) -> Pairing:
    """Pairs by department and name, then file (``by_file``: states of one project), name, name without brackets.

    What is left goes by likeness. A key counts where it is the only one of its kind on both sides.
    """
    keys: list[Callable[[CheckedMatter], Hashable]] = [_home]
    if by_file:
        keys.append(lambda one: one.matter.file)
    keys += [lambda one: fold_name(one.matter.name), lambda one: stem(without_bracket(one.matter.name))]
    found: dict[int, tuple[CheckedMatter, CheckedMatter]] = {}
    left, right = list(first), list(second)
    for key in keys:
        pairs = _pairs(left, right, key)
        found |= {id(other): (one, other) for one, other in pairs}
        taken = {id(one) for pair in pairs for one in pair}
        left, right = ([one for one in rest if id(one) not in taken] for rest in (left, right))
    alike = _alike(left, right)
    found |= {id(other): (one, other) for one, other in alike}
    taken = {id(one) for pair in alike for one in pair}
    return Pairing(
        pairs=tuple(found[id(one)] for one in second if id(one) in found),
        only_first=tuple(one for one in left if id(one) not in taken),
        only_second=tuple(one for one in right if id(one) not in taken),
    )


def _home(checked: CheckedMatter) -> Hashable:
    return checked.matter.department, fold_name(checked.matter.name)


def _pairs(
    left: Sequence[CheckedMatter], right: Sequence[CheckedMatter], key: Callable[[CheckedMatter], Hashable]
) -> list[tuple[CheckedMatter, CheckedMatter]]:
    sides: dict[Hashable, tuple[list[CheckedMatter], list[CheckedMatter]]] = defaultdict(lambda: ([], []))
    for index, matters in enumerate((left, right)):
        for one in matters:
            sides[key(one)][index].append(one)
    return [(one[0], other[0]) for one, other in sides.values() if len(one) == len(other) == 1]


def _alike(left: Sequence[CheckedMatter], right: Sequence[CheckedMatter]) -> list[tuple[CheckedMatter, CheckedMatter]]:
    """The pairs that are most alike, each matter in one at most."""
    if not left or not right:
        return []
    old = {id(one.matter): one for one in left}
    new = {id(one.matter): one for one in right}
    found = similar_pairs(
        [one.matter for one in (*left, *right)],
        LEAST_LIKENESS,
        lambda one, other: (id(one) in old) != (id(other) in old),
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for pair in found:
        # The first side comes first: so does its matter in a pair of both.
        one, other = id(pair.one.matter), id(pair.other.matter)
        if one not in pairs and other not in taken:
            taken.add(other)
            pairs[one] = other
    return [(old[one], new[other]) for one, other in pairs.items()]


def namesakes(name: str, matters: Sequence[CheckedMatter]) -> tuple[CheckedMatter, ...]:
    """The matters of that name; if there are none, those whose names differ in a bracket or a word like 核发 alone."""
    exact = tuple(one for one in matters if fold_name(one.matter.name) == fold_name(name))
    core = stem(without_bracket(name))
    return exact or tuple(one for one in matters if stem(without_bracket(one.matter.name)) == core)


def most_like(checked: CheckedMatter, matters: Sequence[CheckedMatter]) -> tuple[CheckedMatter, ...]:
    """The one of ``matters`` that is most like ``checked``; none if none is like it enough."""
    own = checked.matter
    others = {id(one.matter): one for one in matters}
    found = similar_pairs(
        [own, *(one.matter for one in others.values())], LEAST_LIKENESS, lambda one, _other: one is own
    )
    return tuple(others[id(pair.other.matter)] for pair in found[:1])
