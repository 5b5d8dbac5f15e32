"""The published lists as they concern one department, and what of its matters is held against them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.rules.subjects import Examined
from processes.model.folding import fold_name, without_bracket
from processes.model.lists import Listed, ListKind, PublishedList
from processes.model.matter import Matter
from processes.model.process import HolderKind
from processes.model.vocabulary import POWERS, MatterType

TYPES = {
    ListKind.POWERS: POWERS,
    ListKind.SERVICES: (MatterType.PUBLIC_SERVICE,),
}
"""The lists that go by matters, and the types that belong in each."""

_SEVERAL = re.compile("[、,;]|含|包括")
_INTERMEDIARY = "中介"
"""As written in 来源 of a material."""


@dataclass(frozen=True, slots=True)
class ListBook:
    """The lists of a kind as they concern a department: its own rows, and those that do not say whose they are.

    ``owners``: folded name → the department whose matter it is, of all rows.
    """

    kind: ListKind
    own: tuple[Listed, ...]
    anybody: tuple[Listed, ...]
    owners: Mapping[str, str]

    @property
    def names(self) -> dict[str, str]:
        """Folded name → name, of what the department may do."""
        return {folded: name for row in (*self.own, *self.anybody) for name in row.names for folded in spellings(name)}


def list_book(kind: ListKind, lists: Iterable[PublishedList], department: str) -> ListBook | None:
    """None where no list of the kind concerns the department."""
    found = [one for one in lists if one.kind is kind and one.department in ("", department)]
    if not found:
        return None
    rows = [row for one in found for row in one.rows]
    return ListBook(
        kind,
        tuple(row for row in rows if row.department == department),
        tuple(row for row in rows if not row.department),
        {folded: row.department for row in rows for name in row.names for folded in spellings(name)},
    )


def spellings(name: str) -> tuple[str, ...]:
    """A name of a list, folded; also without a bracket behind it that says all it covers: (新办、变更、注销)."""
    folded = fold_name(name)
    plain = without_bracket(folded)
    return (folded, plain) if plain and _SEVERAL.search(folded[len(plain) :]) else (folded,)


def names_of(matter: Matter) -> tuple[str, ...]:
    """What a list may call it, folded: its names, also without a bracket behind them: few lists have (新办) apart."""
    names = [fold_name(name) for name in (matter.name, matter.published_name) if name]
    return tuple(dict.fromkeys((*names, *(short for name in names if (short := without_bracket(name))))))


def is_compared(matter: Matter, types: Sequence[MatterType]) -> bool:
    """Not what is cancelled or devolved, which a list of today need not have, nor what is secret."""
    return matter.type in types and not matter.is_gone and not matter.secret


def is_listed(matter: Matter, listed: Mapping[str, str]) -> bool:
    """Whether any of its names is among the folded ones."""
    return any(name in listed for name in names_of(matter))


def without_duty(book: ListBook, matters: Iterable[Matter]) -> list[Matter]:
    """Powers without 责任事项; none where the list has not one of them, for some lists go by tasks, not by matters."""
    listed = book.names
    powers = [one for one in matters if is_compared(one, TYPES[ListKind.POWERS])]
    missing = [one for one in powers if not is_listed(one, listed)]
    return missing if len(missing) < len(powers) else []


def unlisted_intermediaries(
    matters: Iterable[Examined], lists: Iterable[PublishedList]
) -> Iterator[tuple[Matter, str]]:
    """Matters that need a 中介服务 after the reform although the list names none for them, with what they need."""
    rows = [row for one in lists if one.kind is ListKind.INTERMEDIARIES for row in one.rows]
    related = [fold_name(row.related) for row in rows if row.related]
    for one in matters if related else ():
        if one.after is None or not is_compared(one.matter, tuple(MatterType)):
            continue
        papers = [paper.name for paper in one.after.version.materials if paper.source == _INTERMEDIARY]
        kinds = [(step.name, {holder.kind for holder in step.holders}) for step in one.after.steps]
        needed = papers + [name for name, held in kinds if HolderKind.INTERMEDIARY in held]
        if needed and not any(name in text for name in names_of(one.matter) for text in related):
            yield one.matter, needed[0]
