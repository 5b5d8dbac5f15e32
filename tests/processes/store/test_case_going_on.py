"""The quick way to add to cases writes what the careful way writes, and nothing where that one adds nothing."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from sqlalchemy import select

from processes.model.case import CaseEvent, CaseStatus, EventKind, Message, TimerKind
from processes.store import case_appending, case_group_writing, case_single_writing
from processes.store.batches import Batch
from processes.store.case_going_on import go_on, is_plain
from processes.store.case_tables import HAPPENED, POSTED, STANDING
from processes.store.casebook import CaseBook
from processes.store.connecting import reading, transact
from processes.store.failures import Overtaken
from tests.happenings import gone_on, opened, timer
from tests.postgres import Server
from tests.processes.store.conftest import PATIENCE

BEIJING = timezone(timedelta(hours=8))


@pytest.fixture
def book(url: str) -> Iterator[CaseBook]:
    """Four cases that were opened."""
    with CaseBook.connect(url, patience=PATIENCE) as one:
        one.append_many([opened(number) for number in "甲乙丙丁"])
        yield one


def following() -> list[Batch]:
    """What happens to the four: little, everything that an event can say, quotation marks, an end without a limit."""
    first, second, third, fourth = (opened(number).head for number in "甲乙丙丁")
    event = CaseEvent(
        kind=EventKind.DEEMED,
        at=datetime(2018, 1, 9, 0, 30, tzinfo=BEIJING),
        unit="系统",
        person="到期自动处理",
        key="丙#视为受理",
        node="受理",
        event="符合",
        names=("甲“乙”", 'a\\b\n"c"'),
        reason="逾期\t未告知",
        effective=date(2018, 1, 2),
    )
    return [
        gone_on(first, "a"),
        replace(gone_on(second, "a"), timers=(timer("乙", TimerKind.RED, 40),), messages=(Message("乙", "一", "二"), Message("乙", "三", "{四}"))),
        Batch(seen_version=1, events=(event,), head=replace(third, version=2, status=CaseStatus.PAUSED, due=None)),
        gone_on(fourth, "a", status=CaseStatus.CLOSED),
    ]


def kept(book: CaseBook) -> list[list[tuple[object, ...]]]:
    """All rows of events, cases and messages."""
    with reading(book._engine) as connection:  # noqa: SLF001 - the rows themselves
        return [[tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))] for table in (HAPPENED, STANDING, POSTED)]


@pytest.mark.parametrize("together", [True, False])
def test_both_ways_write_the_same(book: CaseBook, kind: str, request: pytest.FixtureRequest, together: bool) -> None:
    """In a group and one by one, to the last character of the seals."""
    assert is_plain(following())
    groups = [following()] if together else [[one] for one in following()]
    for group in groups:
        assert book.append_many(group) == tuple(one.head for one in group)
    assert book.verify() == ()
    quick = kept(book)
    other = str(request.getfixturevalue("tmp_path") / "别.db") if kind == "sqlite" else request.getfixturevalue("server").database()
    with CaseBook.connect(other, patience=PATIENCE) as careful:
        careful.append_many([opened(number) for number in "甲乙丙丁"])
        for group in groups:
            transact(careful._engine, lambda one, group=group: case_appending.append(one, group, careful=True), PATIENCE)  # type: ignore[misc] # noqa: SLF001 - the other way alone
        assert kept(careful) == quick


def test_nothing_is_added_quickly_when_one_of_them_cannot_be(book: CaseBook) -> None:
    """The careful way says of each what became of it; the quick way leaves no trace."""
    book.append_many([gone_on(opened("乙").head, "先")])
    before = kept(book)
    assert go_on(book._engine, following(), PATIENCE) == ()  # noqa: SLF001 - the quick way alone
    assert kept(book) == before
    outcomes = book.append_many(following())
    assert [isinstance(one, Overtaken) for one in outcomes] == [False, True, False, False]


def test_a_case_that_is_another_than_it_was_seen_is_not_added_to_quickly(book: CaseBook) -> None:
    """What never changes of a case has changed in the caller's hands: that is for the careful way to refuse."""
    batch = gone_on(replace(opened("甲").head, applicant="某乙公司"), "a")
    assert go_on(book._engine, [batch], PATIENCE) == ()  # noqa: SLF001 - as above
    with pytest.raises(ValueError, match="never change"):
        book.append_many([batch])


def test_several_events_of_a_case_follow_one_another(book: CaseBook) -> None:
    """Each has the seal of the one before it."""
    batch = gone_on(opened("甲").head, "a", "b", "c")
    assert is_plain([batch])
    assert book.append_many([batch]) == (batch.head,)
    assert book.verify() == ()


def test_what_was_added_already_is_known_beside_a_new_case(book: CaseBook) -> None:
    """Its event is not added again, whatever version it is said to follow; the case beside it is opened."""
    first = gone_on(opened("甲").head, "a")
    book.append_many([first])
    again, new = gone_on(first.head, "a"), opened("戊")
    assert book.append_many([again, new]) == (first.head, new.head)
    assert [one.key for one in book.events("甲")] == ["收件", "a"]


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, MemoryError])
def test_a_group_that_is_interrupted_has_added_nothing(
    book: CaseBook, monkeypatch: pytest.MonkeyPatch, interruption: type[BaseException]
) -> None:
    """In the middle of its rows, as by Ctrl-C; no lock is left, and done once more it is done."""
    groups = [[gone_on(opened(number).head, "a", "b") for number in "甲乙丙丁"], following()]
    before = kept(book)
    for group in groups:
        with monkeypatch.context() as patched:
            for way in (case_group_writing, case_single_writing):
                patched.setattr(way, "chunks", lambda batches: interrupted(batches, interruption))
            with pytest.raises(interruption):
                book.append_many(group)
        assert kept(book) == before
    assert len(book.append_many(groups[0])) == len(groups[0])
    assert book.verify() == ()


def interrupted(batches: Sequence[Batch], interruption: type[BaseException]) -> Iterator[Sequence[Batch]]:
    """The first half of them, and no more."""
    yield batches[:2]
    raise interruption


def test_a_connection_that_was_cut_is_replaced(
    server: Server, made_on_server: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The next event goes through another one, and nobody hears of it, not even on the screen."""
    url = server.database(made_on_server)
    with CaseBook.connect(url, patience=PATIENCE) as book:
        book.append_many([opened("甲")])
        server.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{url.rpartition('/')[2]}'")  # noqa: S608 - a name of ours
        second = gone_on(opened("甲").head, "a")
        assert book.append_many([second]) == (second.head,)
        assert [one.key for one in book.events("甲")] == ["收件", "a"]
    assert not caplog.records


def test_who_open_cases_at_once_get_numbers_without_a_gap(url: str) -> None:
    """Six take five each: 1 to 30, though number 7 was chosen by somebody before."""
    taken: list[str] = []
    with CaseBook.connect(url, patience=PATIENCE) as book:
        book.append_many([opened("日-7")])

        def take() -> None:
            taken.extend(book.open_next(lambda position: f"日-{position}", opened).number for _ in range(5))

        threads = [threading.Thread(target=take) for _ in range(6)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        assert sorted([*taken, "日-7"]) == sorted(f"日-{position}" for position in range(1, 32))
        assert book.verify() == ()


def test_an_opening_whose_answer_was_lost_is_not_done_twice(book: CaseBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Done again it finds the number that it had taken, and the case under it."""

    def twice(attempt):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202 - whatever the book attempts
        attempt()
        return attempt()

    monkeypatch.setattr(book, "_again", twice)
    head = book.open_next(lambda position: f"日-{position}", opened)
    assert head == opened("日-1").head
    assert [one.number for one in book.heads() if one.number.startswith("日")] == ["日-1"]
