"""What happens to cases is kept as it was, once, in its order."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection

from processes.model.case import CaseEvent, CaseHead, CaseStatus, EventKind, Message, TimerKind
from processes.model.filing import FiledFile
from processes.model.matter import VersionLabel
from processes.store import case_reading
from processes.store.batches import Batch, definition_digest
from processes.store.casebook import CaseBook
from processes.store.failures import Damaged, NoSuchCase, NumberTaken, Overtaken
from tests.happenings import BEGIN, DEFINITION, RECEIVED, WIDE, gone_on, moved, opened, timer
from tests.processes.store.conftest import PATIENCE


@pytest.fixture
def book(url: str) -> Iterator[CaseBook]:
    """A book without cases."""
    with CaseBook.connect(url, patience=PATIENCE) as one:
        yield one


def put(book: CaseBook, *batches: Batch) -> CaseHead:
    """All of them added one after the other; how the last one stands."""
    for one in batches:
        (head,) = book.append_many([one])
        assert head == one.head
    return batches[-1].head


def test_what_happened_is_read_back(book: CaseBook, url: str) -> None:
    """Events, state, definition, timers, messages: all of it, also by who opens the book later."""
    first = opened()
    event, files = first.events[0], first.definition
    head = book.open(first.head, event, files, first.timers, first.messages)
    assert head == first.head
    pause = CaseEvent(
        kind=EventKind.PAUSED, at=BEGIN + timedelta(days=2), unit="水务局", person="王五", key="b", reason="专家评审", effective=date(2018, 1, 2)
    )
    later = replace(head, version=3, marking=WIDE | 5, status=CaseStatus.PAUSED, due=None)
    told = Message("2017-001", "暂停", "等候专家评审。")
    assert book.append("2017-001", 1, [moved("a"), pause], later, messages=[told]) == later
    with CaseBook.connect(url) as again:
        assert again.head("2017-001") == later
        assert again.events("2017-001") == (event, moved("a"), pause)
        assert again.definition(head.definition) == tuple(sorted(files, key=lambda one: one.path))
        assert again.due_timers(date(2030, 1, 1)) == ()
        assert again.messages() == ((1, first.messages[0]), (2, told))
        assert again.verify() == ()


def test_who_has_not_seen_the_last_event_adds_nothing(book: CaseBook) -> None:
    """It is said in Chinese how far the case has gone; whoever looks again can go on."""
    head = put(book, opened(), gone_on(opened().head, "a"))
    with pytest.raises(Overtaken, match=r"办件“2017-001”刚刚有别人办过\(您看到的是第 1 条记录,现在已有 2 条\)") as found:
        book.append("2017-001", 1, [moved("b")], replace(head, version=2))
    assert found.value.head == head
    assert book.head("2017-001") == head
    assert len(book.events("2017-001")) == 2
    assert put(book, gone_on(head, "b")).version == 3


def test_the_same_once_more_is_acknowledged_and_not_kept_twice(book: CaseBook) -> None:
    """By its key, whatever version is named: the answer is how the case stands now. So with its opening."""
    first, second = opened(), gone_on(opened().head, "a", "b")
    head = put(book, first, second, gone_on(second.head, "c"))
    assert book.append_many([first, second]) == (head, head)
    assert book.append("2017-001", 3, [moved("a")], replace(head, version=4)) == head
    assert [one.key for one in book.events("2017-001")] == ["收件", "a", "b", "c"]
    assert len(book.messages()) == 1


def test_a_batch_of_which_a_part_is_there_already_is_not_added(book: CaseBook) -> None:
    """What it would lead to was worked out without knowing that."""
    head = put(book, opened(), gone_on(opened().head, "a"))
    with pytest.raises(Overtaken):
        book.append("2017-001", 2, [moved("a"), moved("b")], replace(head, version=4))
    assert book.head("2017-001") == head


def test_a_number_is_that_of_one_case(book: CaseBook) -> None:
    """Another case of the same number is refused; a case that is not there, too."""
    head = put(book, opened())
    with pytest.raises(NumberTaken, match="办件编号“2017-001”已经用过了"):
        book.open(head, opened(key="另一件").events[0], DEFINITION)
    for ask in (book.head, book.events):
        with pytest.raises(NoSuchCase, match="没有办件“2017-002”"):
            ask("2017-002")
    with pytest.raises(NoSuchCase):
        book.append("2017-002", 1, [moved("a")], replace(head, number="2017-002", version=2))


def test_in_a_group_each_succeeds_or_fails_by_itself(book: CaseBook) -> None:
    """Cases that are opened, that go on twice in one group, that are overtaken, repeated or not there."""
    old = put(book, opened("旧"))
    new, again = opened("新"), gone_on(opened("新").head, "a")
    batches = [
        gone_on(old, "a"),
        new,
        gone_on(old, "b"),
        again,
        gone_on(again.head, "b", "c"),
        gone_on(opened("无").head, "a"),
        opened("新", "另一件"),
        new,
    ]
    found = book.append_many(batches)
    last = batches[4].head
    assert [one if isinstance(one, CaseHead) else type(one) for one in found] == [
        batches[0].head, new.head, Overtaken, again.head, last, NoSuchCase, NumberTaken, last,
    ]
    assert book.heads() == (last, batches[0].head)
    assert [one.key for one in book.events("新")] == ["收件", "a", "b", "c"]
    assert book.append_many([]) == ()
    assert book.verify() == ()


def test_cases_are_found_by_department_matter_and_status(book: CaseBook) -> None:
    """Alone and together, ordered by number."""
    one, other = opened("乙"), opened("甲", department="林业局")
    put(book, one, other, closed := gone_on(other.head, "a", status=CaseStatus.CLOSED))
    assert book.heads() == (one.head, closed.head)
    assert book.heads("林业局") == (closed.head,)
    assert book.heads("林业局", "02") == ()
    assert book.heads("水务局", "01", CaseStatus.OPEN) == (one.head,)
    assert book.heads(status=CaseStatus.CLOSED) == (closed.head,)


def test_timers_are_those_of_the_last_event(book: CaseBook) -> None:
    """They come up on their day, until others have taken their place."""
    first = opened()
    put(book, first, opened("2017-002"))
    yellow, red = first.timers
    assert book.due_timers(RECEIVED + timedelta(19)) == ()
    assert book.due_timers(RECEIVED + timedelta(20)) == (yellow, replace(yellow, case="2017-002"))
    later = timer("2017-001", TimerKind.YELLOW, 40)
    put(book, replace(gone_on(first.head, "a"), timers=(later,)))
    assert book.due_timers(RECEIVED + timedelta(32)) == (replace(yellow, case="2017-002"), replace(red, case="2017-002"))
    assert book.due_timers(RECEIVED + timedelta(40))[-1] == later


def test_messages_are_given_until_they_are_sent(book: CaseBook) -> None:
    """After the last one delivered, or after any other; what was sent stays sent."""
    for number in range(1, 4):
        put(book, opened(f"第{number}件"))
    (first, one), *rest = book.messages()
    assert (one.case, one.topic) == ("第1件", "收件")
    book.delivered(first)
    assert list(book.messages()) == rest
    book.delivered(rest[-1][0])
    book.delivered(first)
    assert book.messages() == ()
    assert list(book.messages(first)) == rest
    with pytest.raises(ValueError, match="no message"):
        book.delivered(rest[-1][0] + 1)


def test_a_case_goes_on_in_another_definition(book: CaseBook) -> None:
    """Which is kept beside the one it was opened with; both are given, unless one has never been there."""
    first = opened()
    files = (*DEFINITION[:2], FiledFile("水务局/01-取水.yaml", b"another"))
    head = replace(first.head, version=2, label=VersionLabel.BEFORE, definition=definition_digest(files))
    put(book, first, Batch(seen_version=1, events=(moved("a"),), head=head, definition=files))
    assert set(book.definition(head.definition)) == set(files)
    assert set(book.definition(first.head.definition)) == set(DEFINITION)
    assert book.verify() == ()
    with pytest.raises(Damaged, match="流程定义已损坏"):
        book.definition("0" * 64)


@pytest.mark.parametrize(
    "changes",
    [
        {"seen_version": 1},
        {"events": ()},
        {"events": (moved("a"), moved("a")), "seen_version": -1},
        {"events": (moved(""),)},
        {"events": (replace(moved("a"), at=BEGIN.replace(tzinfo=None)),)},
        {"messages": (Message("2017-002", "收件", "别人的"),)},
        {"timers": (timer("2017-002", TimerKind.RED, 1),)},
        {"timers": (timer("2017-001", TimerKind.RED, 1), timer("2017-001", TimerKind.RED, 2))},
        {"definition": DEFINITION[:2]},
        {"definition": ()},
        {"head": replace(opened().head, department="")},
    ],
)
def test_parts_that_do_not_belong_together_are_no_batch(changes: dict[str, object]) -> None:
    """A version that does not count the events, a key twice, a time without zone, what is another case's."""
    with pytest.raises(ValueError, match=r"case|event|timer|definition"):
        replace(opened(), **changes)  # type: ignore[arg-type] # a table of all kinds of parts


def test_what_never_changes_of_a_case_is_not_changed(book: CaseBook) -> None:
    """Nor does it go on in a definition that nobody has given."""
    head = put(book, opened())
    batch = gone_on(head, "a")
    for change in ({"applicant": "某乙公司"}, {"matter": "02"}, {"definition": "0" * 64}):
        with pytest.raises(ValueError, match="case"):
            book.append_many([replace(batch, head=replace(batch.head, **change))])  # type: ignore[arg-type] # as above
    with pytest.raises(ValueError, match="another case"):
        book.append("2017-002", 1, batch.events, batch.head)
    assert book.head("2017-001") == head


def test_what_is_read_is_of_one_moment(book: CaseBook, url: str) -> None:
    """Also of several questions: what somebody else adds between them is in none of the answers."""
    book.append_many([opened("甲")])

    def ask(connection: Connection) -> list[int]:
        before = [one.version for one in case_reading.heads(connection, None, None, None)]
        with CaseBook.connect(url, patience=PATIENCE) as other:
            other.append_many([gone_on(opened("甲").head, "a"), opened("乙")])
        return before + [one.version for one in case_reading.heads(connection, None, None, None)]

    assert book._read_plainly(ask) == [1, 1]  # noqa: SLF001 - what every method that reads goes through
    assert [one.version for one in book.heads()] == [1, 2]
