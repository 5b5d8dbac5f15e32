"""What the soaks of the book of cases have in common."""

from __future__ import annotations

from collections.abc import Iterable

from processes.model.case import CaseHead
from processes.store.casebook import CaseBook
from processes.store.failures import Overtaken
from tests.happenings import gone_on, opened


def begin(url: str, numbers: Iterable[str]) -> None:
    """Open cases of these numbers."""
    with CaseBook.connect(url) as book:
        book.append_many([opened(number) for number in numbers])


def add(book: CaseBook, numbers: Iterable[str], key: str) -> int:
    """An event of that key in each of the cases, as often as it takes; how often others were faster."""
    left, overtaken = list(numbers), -1
    while left:
        overtaken += 1
        found = book.append_many([gone_on(book.head(number), key) for number in left])
        assert all(isinstance(one, CaseHead | Overtaken) for one in found), found
        left = [number for number, one in zip(left, found, strict=True) if isinstance(one, Overtaken)]
    return overtaken


def keys_of(book: CaseBook, number: str) -> list[str]:
    """What has happened to a case since it was opened."""
    return [one.key for one in book.events(number)[1:]]
