"""What no database can keep is refused by both alike, as wrong use: nothing is written, nothing is called damaged."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from processes.model.case import Message
from processes.store.batches import Batch
from processes.store.casebook import CaseBook
from processes.store.failures import Damaged, NotText
from tests.happenings import gone_on, moved, opened
from tests.postgres import Server
from tests.processes.store.conftest import PATIENCE

HALF = "李\udcff四"
"""With half a character: what Python makes of a byte that is no UTF-8, such as GBK typed into a terminal of UTF-8."""
NUL = "李\0四"


@pytest.fixture
def book(url: str) -> Iterator[CaseBook]:
    """Two cases that were opened."""
    with CaseBook.connect(url, patience=PATIENCE) as one:
        one.append_many([opened("甲"), opened("乙")])
        yield one


def told(text: str, *keys: str) -> Batch:
    """What happens to the first case, with a message."""
    return replace(gone_on(opened("甲").head, *keys), messages=(Message("甲", "流转", text),))


def from_somebody(text: str) -> Batch:
    """A new case of an applicant."""
    new = opened("丙")
    return replace(new, head=replace(new.head, applicant=text))


@pytest.mark.parametrize("text", [HALF, NUL])
@pytest.mark.parametrize(
    "batch_of",
    [
        lambda text: told(text, "a"),
        lambda text: told(text, "a", "b"),
        lambda text: gone_on(opened("甲").head, text),
        opened,
        from_somebody,
        lambda text: replace(gone_on(opened("甲").head, "a"), events=(replace(moved("a"), person=text),)),
    ],
)
def test_a_text_that_is_none_is_not_kept(batch_of: Callable[[str], Batch], text: str, book: CaseBook) -> None:
    """Of a message, a key, a number, an applicant, a person; alone, or beside a case that it keeps from going on."""
    for group in ([batch_of(text)], [batch_of(text), gone_on(opened("乙").head, "a")]):
        with pytest.raises(NotText, match="读不出来的字符"):
            book.append_many(group)
    assert [one.version for one in book.heads()] == [1, 1]
    assert len(book.messages(0)) == len("甲乙")
    assert book.verify() == ()


@pytest.mark.parametrize(
    "ask",
    [
        lambda book: book.head(HALF),
        lambda book: book.events(HALF),
        lambda book: book.heads(department=HALF),
        lambda book: book.definition(HALF),
    ],
)
def test_who_asks_for_what_is_no_text_is_not_told_of_damage(ask: Callable[[CaseBook], object], book: CaseBook) -> None:
    """The fault is in the question."""
    with pytest.raises(NotText):
        ask(book)


def test_a_day_that_is_none_is_damage_on_a_server_too(server: Server, made_on_server: str) -> None:
    """PostgreSQL keeps infinite days, which no program of ours has written; they are no fault of the network."""
    url = server.database(made_on_server)
    with CaseBook.connect(url, patience=PATIENCE) as book:
        book.append_many([opened("甲")])
        server.run("UPDATE standing SET due = 'infinity', version = 2", url.rpartition("/")[2])
        with pytest.raises(Damaged, match="读不出来"):
            book.head("甲")
        assert "读不出来" in book.verify()[-1]
