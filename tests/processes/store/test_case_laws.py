"""Whatever groups of events come, in whatever order: the book does what a few lines of Python say it should."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from processes.model.case import CaseHead, CaseStatus, Message
from processes.model.matter import VersionLabel
from processes.store.batches import Batch
from processes.store.casebook import CaseBook
from processes.store.failures import NoSuchCase, NumberTaken, Overtaken
from tests.effort import tried
from tests.happenings import gone_on, moved, opened
from tests.processes.store.conftest import PATIENCE

NUMBERS, KEYS, DEEPEST = "甲乙丙", "abcdef", 3
_TRIALS = count(1)

Said = tuple[str, int, tuple[str, ...], bool]
"""Of a batch: its case, the version that it follows, the keys of its events, whether more than the marking changes."""

batches = st.tuples(
    st.sampled_from(NUMBERS),
    st.integers(0, DEEPEST),
    st.lists(st.sampled_from(KEYS), min_size=1, max_size=2, unique=True).map(tuple),
    st.booleans(),
)
groups = st.lists(st.lists(batches, min_size=1, max_size=5), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def book(shared_url: str) -> Iterator[CaseBook]:
    """A book for all examples, each with cases of its own."""
    with CaseBook.connect(shared_url, patience=PATIENCE) as one:
        yield one


def batch_of(trial: int, said: Said) -> Batch:
    """What is said, as it is added."""
    number, seen, keys, changes = said
    begun = opened(f"{trial}-{number}")
    if not seen:
        event, *_ = begun.events
        events = (replace(event, key=keys[0]), *map(moved, keys[1:]))
        return replace(begun, events=events, head=replace(begun.head, version=len(keys)))
    one = gone_on(replace(begun.head, version=seen), *keys, marking=seen * 16 + len(keys))
    if not changes:
        return one
    head = replace(one.head, status=CaseStatus.PAUSED, label=VersionLabel.BEFORE, due=None)
    return replace(one, head=head, timers=begun.timers[:1], messages=(Message(head.number, "流转", "".join(keys)),))


@dataclass
class Model:
    """The book as it should be: case → how it stands, and its keys in order; all messages."""

    heads: dict[str, CaseHead] = field(default_factory=dict)
    keys: dict[str, list[str]] = field(default_factory=dict)
    messages: list[tuple[str, str]] = field(default_factory=list)

    def add(self, batch: Batch) -> CaseHead | type[Exception]:
        """What becomes of a batch: how the case stands, or the failure."""
        number, keys = batch.number, [one.key for one in batch.events]
        head, there = self.heads.get(number), self.keys.setdefault(number, [])
        if head is None and batch.seen_version:
            return NoSuchCase
        if head is not None and set(keys) <= set(there):
            return head
        if head is not None and not batch.seen_version:
            return NumberTaken
        if head is not None and (head.version != batch.seen_version or set(keys) & set(there)):
            return Overtaken
        there += keys
        self.messages += [(number, one.text) for one in batch.messages]
        self.heads[number] = batch.head
        return batch.head


@settings(max_examples=tried(40), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@example(said=[[("甲", 0, ("a", "b"), False)], [("甲", 0, ("a",), False), ("甲", 2, ("a", "b"), False)]])
@example(said=[[("甲", 1, ("a",), False), ("甲", 0, ("a",), False), ("甲", 1, ("b",), True)]])
@example(said=[[("甲", 0, ("b", "c"), False)], [("甲", 2, ("a",), False), ("甲", 2, ("a", "b"), False)]])
@given(said=groups)
def test_groups_of_any_kind_do_what_they_should(book: CaseBook, said: list[list[Said]]) -> None:
    """Every outcome, how each case stands, its events, the messages; and that the chain holds."""
    trial, model = next(_TRIALS), Model()
    before = max((number for number, _ in book.messages(0)), default=0)
    for group in said:
        found = [batch_of(trial, one) for one in group]
        expected = [model.add(one) for one in found]
        outcomes = book.append_many(found)
        assert [one if isinstance(one, CaseHead) else type(one) for one in outcomes] == expected
    for number, head in model.heads.items():
        assert book.head(number) == head
        assert [one.key for one in book.events(number)] == model.keys[number]
    told = [(one.case, one.text) for _, one in book.messages(before)]
    assert sorted(told) == sorted(model.messages)


def test_the_chains_of_all_of_them_hold(book: CaseBook) -> None:
    """Also of a group that is added after the others: a case opened, gone on with and asked for again in one."""
    begun = opened("律")
    after = gone_on(begun.head, "a")
    outcomes = book.append_many([gone_on(opened("律").head, "z"), begun, after, begun])
    assert [one if isinstance(one, CaseHead) else type(one) for one in outcomes] == [NoSuchCase, begun.head, after.head, after.head]
    assert [one.key for one in book.events("律")] == ["收件", "a"]
    assert book.verify() == ()
