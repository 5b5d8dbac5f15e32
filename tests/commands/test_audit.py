"""``zaizao audit``: whether what is kept is still as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from processes.store.casebook import CaseBook
from processes.store.registry import Registry
from tests.commands.conftest import Ran
from tests.filings import filing
from tests.happenings import gone_on, opened

Zaizao = Callable[..., Ran]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A registry with one submission and one case."""
    place = tmp_path / "登记.db"
    with Registry.open(str(place)) as registry, CaseBook.connect(str(place)) as book:
        registry.submit(filing())
        book.append_many([first := opened(), gone_on(first.head, "a", "b")])
    return place


def test_a_registry_that_is_whole_is_said_to_be(file: Path, zaizao: Zaizao) -> None:
    """With how much there is; ``history`` says the same."""
    said = Ran(0, "登记库完好:报送 1 版,办件 1 件(记录 3 条),都和登记的时候一样。\n", "")
    assert zaizao("audit", "verify", "--登记库", file) == said
    assert zaizao("history", "--核验", "--database", file) == said


def test_what_was_changed_is_told(file: Path, zaizao: Zaizao) -> None:
    """The case, and from which of its events on; exit code 1, and what to do now."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("DROP TRIGGER happened_no_update")
        other.execute("UPDATE happened SET person = '王五' WHERE number = 2")
    ran = zaizao("audit", "verify", "--登记库", file)
    assert (ran.code, ran.out) == (1, "办件“2017-001”的第 2 条记录(或者随它发出的消息、前一条记录)被改过。\n")
    assert ran.err == "登记库有 1 处不对。请先把它抄一份留存,再和备份核对,用完好的备份恢复。\n"


def test_a_registry_that_is_not_there_is_not_made(tmp_path: Path, zaizao: Zaizao) -> None:
    """It is said that there is none."""
    ran = zaizao("audit", "verify", "--登记库", tmp_path / "无.db")
    assert (ran.code, "没有登记库" in ran.err, (tmp_path / "无.db").exists()) == (3, True, False)


def test_an_empty_registry_is_not_said_to_be_whole(tmp_path: Path, zaizao: Zaizao) -> None:
    """To SQLite a file of no bytes is a database: what was in it may be lost."""
    (tmp_path / "登记.db").touch()
    ran = zaizao("audit", "verify", "--登记库", tmp_path / "登记.db")
    assert ran == Ran(0, "登记库是空的:没有报送,也没有办件。原来有的,文件可能换过、丢过内容,请用备份恢复。\n", "")
