"""What keeps a registry from being opened or written is told in one Chinese sentence."""

import errno
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import Engine, QueuePool, event, text

import processes.store.database
from processes.errors import WrongUsage
from processes.store import failures
from processes.store.address import Address, address_of
from processes.store.connecting import engine_of
from processes.store.registry import Registry
from tests.filings import filing
from tests.postgres import PASSWORD, Server
from tests.processes.store.conftest import PATIENCE

Told = Callable[[], object]
SHORT = 0.3


def told(work: Told, kind: type[Exception], words: str) -> None:
    """It is refused so, without a word of English or of the database."""
    with pytest.raises(kind) as found:
        work()
    said = str(found.value)
    assert words in said
    assert "locked" not in said
    assert "Error" not in said
    # The option is called --登记库 by those who read this.
    assert "--database" not in said
    assert PASSWORD not in said


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a registry may be."""
    return tmp_path / "登记.db"


def test_a_folder_that_is_not_there(file: Path) -> None:
    """Nothing is made."""
    told(lambda: Registry.open(str(file.parent / "没有" / "登记.db")), failures.CannotOpen, "文件夹不在")


def test_a_registry_that_is_not_there(file: Path) -> None:
    """Reading does not make one."""
    told(lambda: Registry.open(str(file), create=False), failures.CannotOpen, "没有登记库")
    assert not file.exists()


def test_a_folder_in_its_place(file: Path) -> None:
    """It is said that it is a folder."""
    file.mkdir()
    told(lambda: Registry.open(str(file)), failures.CannotOpen, "是一个文件夹")


@pytest.mark.parametrize("content", ["名称: 方案\n".encode() * 900, b"SQLite format 3\0" + b"\1" * 2000], ids=["a text", "half a database"])
def test_a_file_that_is_no_database(content: bytes, file: Path) -> None:
    """It is left as it is."""
    file.write_bytes(content)
    told(lambda: Registry.open(str(file)), failures.RegistryError, "登记库")
    assert file.read_bytes() == content


def test_a_database_of_somebody_else(file: Path) -> None:
    """With tables of its own: nothing is added to it."""
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE address (name TEXT)")
    other.close()
    told(lambda: Registry.open(str(file)), failures.NotARegistry, "是别的数据库,不是登记库")
    with sqlite3.connect(file) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("address",)]
    other.close()


def test_a_registry_of_a_newer_program(url: str) -> None:
    """It is refused, and not touched."""
    engine = engine_of(address_of(url), 5)
    with engine.begin() as connection:
        connection.execute(text("UPDATE zaizao_version SET version_num = '0099'"))
    engine.dispose()
    told(lambda: Registry.open(url), failures.NewerRegistry, "更新版本的 zaizao 建的(版本 0099)")


@pytest.mark.parametrize("patience", [0.0, SHORT])
def test_others_who_write_all_the_time(patience: float, url: str, kind: str, request: pytest.FixtureRequest) -> None:
    """After so many seconds it is said that others write; when they have ended, it goes on."""
    with Registry.open(url, patience=patience) as registry:
        registry.submit(filing("甲"))
        other = engine_of(address_of(url), 5)
        with other.connect() as connection:
            if kind == "sqlite":
                connection.execution_options(zaizao_writes=True)
                connection.begin()
            else:
                connection.execute(text("SELECT pg_advisory_xact_lock(hashtextextended('zaizao 3 水务局', 0))"))
            told(lambda: registry.submit(filing("乙")), failures.Busy, "一直有别人在写,等了")
            assert registry.latest()[0].version == 1
        other.dispose()
        assert registry.submit(filing("乙")).submission.version == 2


def test_more_threads_than_connections(url: str) -> None:
    """Who comes when all are in use waits as long as for other writers, and is told the same."""
    with Registry.open(url, patience=SHORT) as registry, ExitStack() as others:
        pool = registry._engine.pool  # noqa: SLF001 - its connections are in use as those of busy threads are
        assert isinstance(pool, QueuePool)
        for _ in range(pool.size() + pool._max_overflow):  # noqa: SLF001 - no other way to ask
            others.enter_context(registry._engine.connect())  # noqa: SLF001 - as above
        begun = time.monotonic()
        told(registry.latest, failures.Busy, f"等了 {SHORT:g} 秒")
        told(lambda: registry.submit(filing("乙")), failures.Busy, "请稍后再运行一次")
        assert time.monotonic() - begun < PATIENCE
        others.close()
        assert registry.submit(filing("乙")).is_new


def limited(monkeypatch: pytest.MonkeyPatch, *statements: str) -> None:
    """Every connection that is opened from now on is told these statements."""

    def make(address: Address, patience: float) -> Engine:
        engine = engine_of(address, patience)

        @event.listens_for(engine, "connect")
        def _limit(connection: sqlite3.Connection, _record: object) -> None:
            for statement in statements:
                connection.execute(statement)

        return engine

    monkeypatch.setattr(processes.store.database, "engine_of", make)


def test_a_full_disk(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is acknowledged, nothing is torn; what was there before stays."""
    with Registry.open(str(file)) as registry:
        registry.submit(filing("甲"))
    pages = file.stat().st_size // 4096
    limited(monkeypatch, f"PRAGMA max_page_count = {pages + 2}")
    large = "".join(chr(0x4E00 + number * 7919 % 20000) for number in range(30000))
    with Registry.open(str(file)) as registry:
        told(lambda: registry.submit(filing(large)), failures.DiskFull, "磁盘满了")
        assert [one.version for one in registry.history()] == [1]
        assert registry.verify() == ()


def test_a_disk_that_can_only_be_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is there can be read."""
    with Registry.open(str(file)) as registry:
        registry.submit(filing("甲"))
    limited(monkeypatch, "PRAGMA query_only = ON")
    with Registry.open(str(file)) as registry:
        told(lambda: registry.submit(filing("乙")), failures.ReadOnly, "只能读,不能写")
        assert len(registry.history()) == 1


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (errno.ENOSPC, failures.DiskFull, "磁盘满了"),
        (errno.EACCES, failures.CannotOpen, "没有权限"),
    ],
)
def test_what_the_system_refuses(number: int, kind: type[Exception], words: str) -> None:
    """Before the database itself has come to speak."""

    def work() -> None:
        with failures.told("登记.db", 5):
            raise OSError(number, "refused")

    told(work, kind, words)


# ------------------------------------------------------------------------------------------ PostgreSQL


def test_a_server_that_does_not_let_in(server: Server) -> None:
    """A wrong password, a name that is not there."""
    told(lambda: Registry.open(server.url("postgres", "wrong")), failures.WrongPassword, "用户名或密码不对")


def test_a_database_that_the_server_does_not_have(server: Server) -> None:
    """It is named, with the server."""
    told(lambda: Registry.open(server.url("没有")), failures.CannotOpen, f"没有“127.0.0.1:{server.port}/没有”这个数据库")


def test_a_server_that_does_not_answer() -> None:
    """Nobody listens there, or the name is none."""
    told(lambda: Registry.open("postgresql://a:b@127.0.0.1:1/c"), failures.NoServer, "连不上数据库“127.0.0.1:1/c”")


def test_a_database_on_a_server_in_which_others_keep_their_submissions(server: Server) -> None:
    """A table of the same name that is not ours."""
    url = server.database()
    server.run("CREATE TABLE filed (id int)", url.rpartition("/")[2])
    told(lambda: Registry.open(url), failures.NotARegistry, "不是登记库")


def test_a_server_that_can_only_be_read(server: Server, made_on_server: str) -> None:
    """As one that stands by for another."""
    url = server.database(made_on_server)
    name = url.rpartition("/")[2]
    server.run(f'ALTER DATABASE "{name}" SET default_transaction_read_only = on')
    with Registry.open(url) as registry:
        assert registry.latest() == ()
        told(lambda: registry.submit(filing()), failures.ReadOnly, "只能读,不能写")


def test_a_user_without_rights(server: Server, made_on_server: str) -> None:
    """The administrator has to be asked."""
    url = server.database(made_on_server)
    server.run("DROP ROLE IF EXISTS clerk")
    server.run(f"CREATE ROLE clerk LOGIN PASSWORD '{PASSWORD}'")
    told(lambda: Registry.open(url.replace("postgres:", "clerk:", 1)), failures.CannotOpen, "没有权限")


def test_a_connection_that_is_cut(server: Server, made_on_server: str) -> None:
    """The next call connects anew; nothing is said of it."""
    url = server.database(made_on_server)
    with Registry.open(url) as registry:
        registry.submit(filing("甲"))
        server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
        assert registry.submit(filing("乙")).submission.version == 2


def test_without_the_driver_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra ``postgres`` is not installed with the rest."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    told(lambda: Registry.open("postgresql://a:b@127.0.0.1:1/c"), failures.NoDriver, "psycopg[binary]")


@pytest.mark.parametrize("given", ["", "sqlite://", "sqlite:///:memory:", "mysql://a/b", "postgresql://a", "a://", "postgresql://a:x/b"])
def test_an_address_that_means_nothing(given: str) -> None:
    """It is said how one is written."""
    told(lambda: Registry.open(given), WrongUsage, "可以写文件")
