"""The book of cases under many writers, killed and cut off again and again: nothing is lost, nothing happens twice."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterable, Mapping
from functools import partial
from itertools import count
from random import Random

import pytest

from processes.store.casebook import CaseBook
from processes.store.failures import NoServer
from soak.casebook import add, begin, keys_of
from tests.children import READY, Child, Say
from tests.postgres import Server

KILLS, SERVER_KILLS = 300, 5
WRITERS, EACH, SHARED = 16, 500, 8
GROUP = 5

FIGURES = logging.getLogger(__name__)
"""Shown with ``--log-cli-level=INFO``."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork and no kill -9 here")


def add_many(url: str, numbers: tuple[str, ...], keys: Iterable[str], say: Say) -> None:
    """An event of each key, one after the other, in each of the cases; say the key when all of it is acknowledged."""
    with CaseBook.connect(url) as book:
        say(READY)
        for key in keys:
            add(book, numbers, key)
            say(key)


def check(url: str, lanes: Mapping[str, tuple[str, ...]], acknowledged: Mapping[str, int]) -> int:
    """The book is whole, and every lane's events are there once, in their order; how many were not heard of."""
    unheard = 0
    with CaseBook.connect(url) as book:
        assert book.verify() == ()
        for lane, numbers in lanes.items():
            for number in numbers:
                there = [key for key in keys_of(book, number) if key.startswith(lane)]
                assert there == [f"{lane}{step}" for step in range(len(there))]
                assert acknowledged[lane] <= len(there) <= acknowledged[lane] + 1
                unheard += len(there) - acknowledged[lane]
    return unheard


def test_a_writer_killed_anywhere_has_lost_nothing_and_doubled_nothing(url: str) -> None:
    """300 kills, of two at a time: one adds to a case, the other to five in a group, of which one is the first's.

    Whoever comes after one who was killed begins with what that one had no answer to.
    """
    shared = "共有"
    lanes = {"甲": (shared,), "乙": (shared, *(f"乙{number}" for number in range(1, GROUP)))}
    begin(url, {number for numbers in lanes.values() for number in numbers})
    acknowledged = dict.fromkeys(lanes, 0)
    random = Random(9)  # noqa: S311 - no secret
    unheard = 0
    for turn in range(KILLS // 2):
        children = {
            lane: Child(partial(add_many, url, numbers, (f"{lane}{step}" for step in count(acknowledged[lane]))))
            for lane, numbers in lanes.items()
        }
        for child in children.values():
            child.wait()
        begun = time.monotonic()
        # In the middle of some event, however slow the machine is at this moment.
        children["甲"].hear(heard := random.randint(1, 4))
        pace = (time.monotonic() - begun) / heard
        for lane in random.sample(sorted(lanes), 2):
            time.sleep(random.uniform(0, pace))
            acknowledged[lane] += len(children[lane].kill())
        if turn % 10 == 9:
            unheard += check(url, lanes, acknowledged) > 0
    check(url, lanes, acknowledged)
    FIGURES.info(
        "%s: %d kills, %d acknowledged, one not heard of at %d looks", url, KILLS, sum(acknowledged.values()), unheard
    )
    assert sum(acknowledged.values()) > KILLS / 2


def test_a_server_that_loses_its_power_has_lost_nothing(server: Server) -> None:
    """It is killed with all its processes while four write, and started again."""
    lanes = {name: (name, "共有") for name in ("甲", "乙", "丙", "丁")}
    url = server.database()
    begin(url, [*lanes, "共有"])
    acknowledged = dict.fromkeys(lanes, 0)
    for _ in range(SERVER_KILLS):
        children = {
            lane: Child(partial(add_until_it_hangs_up, url, numbers, lane, acknowledged[lane]))
            for lane, numbers in lanes.items()
        }
        for child in children.values():
            child.wait()
        time.sleep(1)
        server.kill()
        for lane, child in children.items():
            *said, last = child.listen()
            acknowledged[lane] += len(said)
            assert last == "hung up"
        server.restart()
        check(url, lanes, acknowledged)
    assert sum(acknowledged.values()) > SERVER_KILLS


def add_until_it_hangs_up(url: str, numbers: tuple[str, ...], lane: str, first: int, say: Say) -> None:
    """As ``add_many``; the end of the server is told as such."""
    try:
        add_many(url, numbers, (f"{lane}{step}" for step in count(first)), say)
    except NoServer:
        say("hung up")


def test_sixteen_writers_add_five_hundred_events_each(url: str) -> None:
    """Two to a case: every one is served, whoever is overtaken tries again, nobody hears of a lock."""
    numbers = [f"第{number}件" for number in range(SHARED)]
    begin(url, numbers)
    children = [Child(partial(write_many, url, numbers[writer % SHARED], f"{writer}号")) for writer in range(WRITERS)]
    for child in children:
        child.wait()
    overtaken = sum(int(child.listen()[-1]) for child in children)
    with CaseBook.connect(url) as book:
        assert book.verify() == ()
        for place, number in enumerate(numbers):
            there = keys_of(book, number)
            for writer in range(place, WRITERS, SHARED):
                mine = [key for key in there if key.startswith(f"{writer}号")]
                assert mine == [f"{writer}号{step}" for step in range(EACH)]
            assert len(there) == EACH * WRITERS // SHARED
    FIGURES.info("%s: %d × %d events, overtaken %d times", url, WRITERS, EACH, overtaken)


def write_many(url: str, number: str, who: str, say: Say) -> None:
    """``EACH`` events to a case; at last say how often others were faster."""
    with CaseBook.connect(url) as book:
        say(READY)
        say(str(sum(add(book, (number,), f"{who}{step}") for step in range(EACH))))
