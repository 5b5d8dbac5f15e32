"""What of a matter is compared with another one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from engine.similarity.names import GENERAL_LAWS, stem
from processes.model.flow import walk
from processes.model.folding import fold_name, without_bracket
from processes.model.matter import Matter
from processes.rules.citations import citations

_COPY = ("复印件", "原件", "正本", "副本")


@dataclass(frozen=True, slots=True)
class Profile:
    """A matter as it is now (优化前), which every matter has, in words that can be looked up.

    ``core`` is the name without brackets and general words, ``grams`` its pairs of characters; ``bases`` the laws
    cited, each alone and with every article; ``materials`` without copies and brackets; ``steps`` in written order.
    """

    matter: Matter
    core: str
    grams: frozenset[str]
    bases: frozenset[str]
    materials: frozenset[str]
    steps: tuple[str, ...]


def profile_of(matter: Matter) -> Profile:
    """The profile of a matter."""
    core = stem(without_bracket(matter.name))
    version = matter.before
    return Profile(
        matter=matter,
        core=core,
        grams=frozenset(map("".join, itertools.pairwise(core))) or frozenset({core}),
        bases=frozenset(_bases(matter)),
        materials=frozenset(_paper(material.name) for material in version.materials),
        steps=tuple(fold_name(met.entry.name) for met in walk(version.entries)),
    )


def _bases(matter: Matter) -> Iterator[str]:
    for basis in matter.bases:
        for cited in citations(basis.text):
            if cited.title not in GENERAL_LAWS:
                yield f"《{cited.title}》"
                yield from (f"《{cited.title}》{article}" for article in cited.articles)


def _paper(name: str) -> str:
    """``营业执照复印件(加盖公章)`` is the 营业执照."""
    plain = without_bracket(name)
    for word in _COPY:
        plain = plain.removesuffix(word)
    return plain or fold_name(name)
