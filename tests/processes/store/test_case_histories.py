"""All cases with what happened to them, read at once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from processes.store.casebook import CaseBook
from tests.happenings import BEGIN, gone_on, opened
from tests.processes.store.conftest import PATIENCE


@pytest.fixture
def book(url: str) -> Iterator[CaseBook]:
    """A book without cases."""
    with CaseBook.connect(url, patience=PATIENCE) as one:
        yield one


def test_each_case_comes_with_what_happened_before_a_moment(book: CaseBook) -> None:
    """Ordered by number, each with its own events; of one that came in later there is nothing."""
    first, second, third = (opened(f"2017-00{number}", f"收件{number}") for number in (1, 2, 3))
    later = replace(third, events=(replace(third.events[0], at=BEGIN + timedelta(days=9)),))
    book.append_many([second, first, later, gone_on(first.head, "a"), gone_on(second.head, "b")])
    found = book.histories(BEGIN + timedelta(days=1))
    assert [head for head, _ in found] == [book.head("2017-001"), book.head("2017-002")]
    assert [events for _, events in found] == [book.events("2017-001"), book.events("2017-002")]
    assert [events for _, events in book.histories(BEGIN + timedelta(minutes=5))] == [first.events, second.events]
    assert book.histories(BEGIN) == ()
