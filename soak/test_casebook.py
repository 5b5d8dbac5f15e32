"""The book of cases under many writers, killed and cut off again and again: nothing is lost, nothing happens twice."""

from __future__ import annotations

import logging
import os
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import count
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection

from engine.nets.compiling import net_of
from engine.nets.net import NEXT, Net
from processes.model.case import CaseHead
from processes.store.casebook import CaseBook
from processes.store.failures import NoServer, Overtaken
from tests.children import READY, Child, Say
from tests.flows import checked
from tests.happenings import gone_on, moved, opened
from tests.postgres import Server, running, why_not

KILLS, SERVER_KILLS = 300, 5
WRITERS, EACH, SHARED = 16, 500, 8
CUTS = 200
DEPARTMENTS, REVIEWS = 16, 1000
GROUP = 5

FIGURES = logging.getLogger(__name__)
"""Shown with ``--log-cli-level=INFO``."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork and no kill -9 here")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A PostgreSQL that waits for the disk, as one in an office does."""
    reason = why_not()
    if reason:
        pytest.skip(reason)
    with running(durable=True) as one:
        yield one


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a new database."""
    if request.param == "sqlite":
        return str(tmp_path / "登记.db")
    one: Server = request.getfixturevalue("server")
    return one.database()


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


def add_many(url: str, numbers: tuple[str, ...], keys: Iterable[str], say: Say) -> None:
    """An event of each key, one after the other, in each of the cases; say the key when all of it is acknowledged."""
    with CaseBook.connect(url) as book:
        say(READY)
        for key in keys:
            add(book, numbers, key)
            say(key)


def keys_of(book: CaseBook, number: str) -> list[str]:
    """What has happened to a case since it was opened."""
    return [one.key for one in book.events(number)[1:]]


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


@pytest.mark.parametrize("how", ["the server ends the session", "the network is cut"])
def test_a_connection_that_is_cut_anywhere_loses_and_doubles_nothing(how: str, server: Server) -> None:
    """100 times each way: it goes on by itself; only two cuts in one event are told, and then it is done again."""
    url = server.database()
    database = url.rpartition("/")[2]
    begin(url, ["一"])
    done, cuts, told = threading.Event(), 0, 0
    random = Random(13)  # noqa: S311 - no secret
    with CaseBook.connect(url) as book:
        connections: list[DBAPIConnection] = []
        event.listen(book._engine, "checkout", lambda connection, *_: connections.append(connection))  # noqa: SLF001 - no other way to its sockets

        def cut() -> None:
            nonlocal cuts
            while cuts < CUTS // 2:
                time.sleep(random.uniform(0, 0.02))
                if how == "the network is cut":
                    cuts += hang_up(connections)
                else:
                    server.run(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "  # noqa: S608 - a name of ours
                        f"WHERE pid <> pg_backend_pid() AND datname = '{database}'"
                    )
                    cuts += 1
            done.set()

        cutter = threading.Thread(target=cut)
        cutter.start()
        step = 0
        while not done.is_set():
            try:
                book.append_many([gone_on(book.head("一"), str(step))])
            except NoServer:
                told += 1
            else:
                step += 1
        cutter.join()
        assert keys_of(book, "一")[:step] == [str(number) for number in range(step)]
        assert len(keys_of(book, "一")) <= step + 1
        assert book.verify() == ()
    FIGURES.info("%d cuts (%s), %d events, %d told", cuts, how, step, told)


def hang_up(connections: list[DBAPIConnection]) -> bool:
    """Cut the last connection that was used, unless it is gone already."""
    try:
        with socket.socket(fileno=os.dup(connections[-1].pgconn.socket)) as one:
            one.shutdown(socket.SHUT_RDWR)
    except Exception:  # noqa: BLE001 - libpq and the system say in several ways that there is no connection
        return False
    return True


def parallel_review() -> Net:
    """受理, sixteen departments side by side, 决定."""
    branches = "\n".join(f"        - 第{number}局意见 | 2工作日 | 审" for number in range(DEPARTMENTS))
    matter = checked(
        "类型: 其他事项\n优化前:\n  承办: 综合股\n  时限: 20工作日\n  材料: 无\n  流程:\n"
        f"    - 受理 | 1工作日 | 审\n    - 并联:\n{branches}\n    - 决定 | 1工作日 | 决\n"
    )
    assert matter is not None
    return net_of(matter.before)


def test_sixteen_departments_join_a_parallel_review_at_once(url: str) -> None:
    """1,000 times: exactly one of them is the last, and the decision is waited for once."""
    net = parallel_review()
    (first,) = (one for one in net.transitions if one.takes == net.initial)
    (accepted,) = (one for one in net.transitions if one.takes == first.gives)
    numbers = [f"{number:04}" for number in range(REVIEWS)]
    with CaseBook.connect(url) as book:
        cases = [opened(number) for number in numbers]
        sent = [
            replace(gone_on(one.head, "受理"), head=replace(one.head, version=2, marking=accepted.gives))
            for one in cases
        ]
        assert all(isinstance(one, CaseHead) for one in book.append_many([*cases, *sent]))
    nodes = [place.node for place in net.marked(accepted.gives)]
    assert len(nodes) == DEPARTMENTS
    together = get_context("fork").Barrier(DEPARTMENTS)
    children = [Child(partial(review, url, net, node, numbers, together)) for node in nodes]
    for child in children:
        child.wait()
    lasts = Counter(number for child in children for number in child.listen())
    assert lasts == dict.fromkeys(numbers, 1)
    (decision,) = {one.marking for one in standing(url)}
    assert [place.node for place in net.marked(decision)] == [one.node for one in net.enabled(decision)]
    assert len([*net.marked(decision)]) == 1


def review(url: str, net: Net, node: str, numbers: list[str], together: Barrier, say: Say) -> None:
    """Say yes for one department in each of the cases; say its number when with that all have said so."""
    dice = Random(node)  # noqa: S311 - no secret
    with CaseBook.connect(url) as book:
        say(READY)
        for number in numbers:
            together.wait()
            head = book.head(number)
            while True:
                marking = net.fire(head.marking, node, NEXT)
                after = replace(head, version=head.version + 1, marking=marking)
                try:
                    book.append(number, head.version, [moved(node, node)], after)
                except Overtaken as error:
                    head = error.head
                    # Not all of them at once again.
                    time.sleep(dice.uniform(0, 0.1))
                    continue
                break
            if len([*net.marked(marking)]) == 1:
                say(number)


def standing(url: str) -> tuple[CaseHead, ...]:
    """All cases, each with an event of every department; the book is whole."""
    with CaseBook.connect(url) as book:
        assert book.verify() == ()
        found = book.heads()
        for one in found:
            assert one.version == 2 + DEPARTMENTS
        return found
