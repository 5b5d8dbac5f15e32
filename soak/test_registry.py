"""The registry under many writers, and killed again and again: nothing acknowledged is lost, nothing is torn."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterable
from functools import partial
from itertools import count
from pathlib import Path
from random import Random

import pytest

from processes.store import migrating
from processes.store.migrating import MIGRATIONS
from processes.store.registry import Registry
from tests.children import READY, Child, Say
from tests.filings import filing
from tests.later import write_later
from tests.postgres import Server

WRITERS, EACH, KILLS, SERVER_KILLS = 16, 200, 100, 5
DEPARTMENTS = ("水务局", "林业局", "交通局", "农业局")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork and no kill -9 here")


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Makes the URL of a new database, a copy of another one if its URL is given."""
    numbers = count(1)

    def make(template: str = "") -> str:
        if request.param == "sqlite":
            file = tmp_path / f"登记{next(numbers)}.db"
            if template:
                shutil.copy(template, file)
            return str(file)
        one: Server = request.getfixturevalue("server")
        return one.database(template.rpartition("/")[2] or "template0")

    return make


def open_once(url: str, say: Say) -> None:
    """Open the registry; say when it is done."""
    Registry.open(url).close()
    say("opened")


def file_many(url: str, department: str, numbers: Iterable[int], who: str, say: Say) -> None:
    """File one after the other; say the number and the digest of each that was acknowledged."""
    with Registry.open(url) as registry:
        say(READY)
        for number in numbers:
            one = registry.submit(filing(f"{who}第{number}份", department)).submission
            say(f"{one.department} {one.version} {one.digest}")


def filed(url: str) -> list[str]:
    """What the registry holds, as ``file_many`` says it; it is whole, and numbers have no gap."""
    with Registry.open(url) as registry:
        assert registry.verify() == ()
        found = registry.history()
    for department in {one.department for one in found}:
        versions = [one.version for one in found if one.department == department]
        assert versions == list(range(1, len(versions) + 1))
    return [f"{one.department} {one.version} {one.digest}" for one in found]


def test_sixteen_writers_file_two_hundred_times_each(fresh: Callable[[str], str]) -> None:
    """In four departments: every one is served, and all that was acknowledged is there once."""
    url = fresh("")
    children = [
        Child(partial(file_many, url, DEPARTMENTS[number % len(DEPARTMENTS)], range(EACH), f"{number}号"))
        for number in range(WRITERS)
    ]
    for child in children:
        child.wait()
    said = [line for child in children for line in child.listen()]
    assert len(said) == WRITERS * EACH
    assert sorted(said) == sorted(filed(url))


def test_a_writer_killed_anywhere_has_lost_nothing(fresh: Callable[[str], str]) -> None:
    """100 kills, of two who file at the same time: what they were told is there, and at most one more of each."""
    url = fresh("")
    Registry.open(url).close()
    random = Random(7)  # noqa: S311 - no secret
    acknowledged: list[str] = []
    unheard = 0
    for turn in range(KILLS // 2):
        victim, other = (Child(partial(file_many, url, "水务局", count(), f"{turn}{name}")) for name in ("甲", "乙"))
        victim.wait()
        other.wait()
        begun = time.monotonic()
        # In the middle of some submission, however slow the machine is at this moment.
        victim.hear(heard := random.randint(1, 4))
        pace = (time.monotonic() - begun) / heard
        time.sleep(random.uniform(0, pace))
        acknowledged += victim.kill()
        time.sleep(random.uniform(0, 2 * pace))
        acknowledged += other.kill()
        if turn % 10 == 9:
            there = filed(url)
            assert set(acknowledged) <= set(there)
            unheard = len(there) - len(acknowledged)
            assert unheard <= 2 * (turn + 1)
    assert len(acknowledged) > KILLS


def test_an_opening_killed_anywhere_can_be_done_again(
    fresh: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """100 kills, by turns while the tables are made and while an older version with rows is migrated."""
    old = fresh("")
    with Registry.open(old) as registry:
        for number in range(50):
            registry.submit(filing(str(number)))
    before = filed(old)
    monkeypatch.setattr(migrating, "VERSIONS", (MIGRATIONS / "versions", write_later(tmp_path / "later")))
    random = Random(11)  # noqa: S311 - no secret
    usual = [0.2, 0.2]
    whole = 0
    for turn in range(KILLS):
        url = fresh(old if turn % 2 else "")
        begun = time.monotonic()
        child = Child(partial(open_once, url))
        if turn < 2:
            assert child.listen() == ["opened"]
            usual[turn] = time.monotonic() - begun
            continue
        time.sleep(random.uniform(0, usual[turn % 2]))
        came_to_its_end = child.kill() == ["opened"]
        # The machine is as quick as others let it be: about a third of them are to come to their end.
        usual[turn % 2] *= 0.8 if came_to_its_end else 1.1
        whole += came_to_its_end
        assert filed(url) == (before if turn % 2 else [])
    assert 0 < whole < KILLS * 2 / 3, "most of them were to be killed on the way, and some at its very end"


def test_a_server_that_loses_its_power_has_lost_nothing(server: Server) -> None:
    """It is killed with all its processes while four file, and started again."""
    url = server.database()
    Registry.open(url).close()
    acknowledged: list[str] = []
    for turn in range(SERVER_KILLS):
        children = [Child(partial(file_until_it_hangs_up, url, name, count(), f"第{turn}次")) for name in DEPARTMENTS]
        for child in children:
            child.wait()
        time.sleep(1)
        server.kill()
        for child in children:
            *said, last = child.listen()
            acknowledged += said
            assert last == "hung up"
        server.restart()
        assert set(acknowledged) <= set(filed(url))
    assert len(acknowledged) > SERVER_KILLS


def file_until_it_hangs_up(url: str, department: str, numbers: Iterable[int], who: str, say: Say) -> None:
    """As ``file_many``; the end of the server is told as such."""
    from processes.store.failures import NoServer  # noqa: PLC0415 - after the fork

    try:
        file_many(url, department, numbers, who, say)
    except NoServer:
        say("hung up")
