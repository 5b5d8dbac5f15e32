"""A book of cases says of itself what is no longer as it happened."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, text
from sqlmodel import Session

from processes.store.address import address_of
from processes.store.casebook import CaseBook
from processes.store.connecting import engine_of, writing
from processes.store.failures import Damaged
from processes.store.guarding import unguard
from processes.store.verifying import damages
from tests.happenings import DEFINITION, gone_on, opened
from tests.processes.store.conftest import PATIENCE

Told = Callable[..., tuple[str, ...]]


def fill(book: CaseBook) -> None:
    """Two cases: one that was opened and went on three times, twice in one breath, and one that was only opened."""
    first = opened("甲")
    second = gone_on(first.head, "a", "b")
    third = replace(gone_on(second.head, "c"), timers=first.timers, messages=first.messages)
    book.append_many([first, second, third, opened("乙")])


def spoil(connection: Connection, statements: Iterable[str]) -> None:
    """Do what nobody may, past the guards: as one who can do everything with the database."""
    unguard(connection, ("content", "defined", "happened", "standing", "posted"))
    for statement in statements:
        connection.execute(text(statement))


@pytest.fixture(scope="module")
def engine(kind: str, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Of a database with these cases, on which nothing that a test does is kept."""
    if kind == "sqlite":
        url = str(tmp_path_factory.mktemp("filled") / "登记.db")
    else:
        url = request.getfixturevalue("server").database()
    with CaseBook.connect(url, patience=PATIENCE) as book:
        fill(book)
        assert book.verify() == ()
    one = engine_of(address_of(url), PATIENCE)
    yield one
    one.dispose()


@pytest.fixture
def told(engine: Engine, kind: str) -> Told:
    """What is damaged once these statements have been done; then they are taken back."""

    def run(*statements: str) -> tuple[str, ...]:
        with engine.connect() as connection:
            # Not within a transaction: there SQLite does not listen.
            raw = connection.connection.cursor()
            raw.execute("SET session_replication_role = replica" if kind == "postgresql" else "PRAGMA foreign_keys = OFF")
            with connection.begin() as transaction:
                spoil(connection, statements)
                with Session(connection) as session:
                    found = tuple(damages(session))
                transaction.rollback()
            return found

    return run


def test_a_book_that_is_whole(told: Told) -> None:
    """There is nothing to say."""
    assert told() == ()


CASE = "(SELECT id FROM standing WHERE number = '甲')"
EVENT = f"UPDATE happened SET {{}} WHERE case_id = {CASE} AND number = {{}}"  # noqa: S608 - made up
STANDING = "UPDATE standing SET {} WHERE number = '甲'"
CHANGED = "办件“甲”的第 {} 条记录(或者随它发出的消息、前一条记录)被改过。"
OTHERWISE = "办件“甲”现在的情况(所在环节、状态、期限)被改过,和它的记录对不上。"


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (EVENT.format("number = 9", 4), "办件“甲”的第 4 条记录不见了。"),
        (f"DELETE FROM happened WHERE case_id = {CASE} AND number = 1", "办件“甲”的第 1 条记录不见了。"),  # noqa: S608 - made up
        (f"DELETE FROM happened WHERE case_id = {CASE} AND number = 4", "办件“甲”应有 4 条记录,和登记库里的 3 条对不上。"),  # noqa: S608 - made up
        (f"DELETE FROM posted WHERE case_id = {CASE} AND number = 4", CHANGED.format(4)),  # noqa: S608 - made up
        (f"UPDATE posted SET text = '不予受理。' WHERE case_id = {CASE} AND number = 1", CHANGED.format(1)),  # noqa: S608 - made up
        (f"INSERT INTO posted (id, case_id, number, topic, text) VALUES (99, {CASE}, 2, '收件', '又一条')", CHANGED.format(2)),  # noqa: S608 - made up
        (f"INSERT INTO posted (id, case_id, number, topic, text) VALUES (99, {CASE}, 9, '收件', '又一条')", "办件“甲”多出了不随任何记录发出的消息。"),  # noqa: S608 - made up
        (STANDING.format("applicant = '某乙公司'"), CHANGED.format(1)),
        (STANDING.format("version = 5"), "办件“甲”应有 5 条记录,和登记库里的 4 条对不上。"),
        (STANDING.format("marking = '!'"), "办件“甲”的记录读不出来。"),
        ("DELETE FROM standing WHERE number = '甲'", "有 6 条记录、消息不属于任何一个办件。"),
    ],
)
def test_what_was_changed_is_told(statement: str, said: str, told: Told) -> None:
    """With the case it belongs to and where it begins, and nothing of the other one."""
    assert [one for one in told(statement) if "所指的内容" not in one] == [said]


def test_every_column_is_under_the_seal(told: Told) -> None:
    """Of an event what it says, of a case how it stands."""
    said = dict.fromkeys(("unit", "person", "key", "node", "event", "reason", "kind", "names", "definition", "state"), "王五")
    for column, value in {**said, "at": "2018-01-01 00:00:00", "effective": "2018-01-01"}.items():
        assert told(EVENT.format(f"{column} = '{value}'", 4)) == (CHANGED.format(4),)
    for column, value in {"marking": "'ff'", "status": "'办结'", "label": "'优化前'", "due": "NULL", "timers": "'[]'", "wakes": "NULL"}.items():
        assert told(STANDING.format(f"{column} = {value}")) == (OTHERWISE,)


def test_a_definition_that_was_changed_is_told(told: Told) -> None:
    """A file spoilt, a file more, or none of it left."""
    digest = opened().head.definition
    spoilt = f"UPDATE content SET packed = '123' WHERE digest = '{DEFINITION[2].digest}'"  # noqa: S608 - a digest
    assert told(spoilt) == (f"办件所用的流程定义({digest[:8]}……)已损坏,和收件时不一样。",)
    assert told(spoilt, "DELETE FROM defined") == ("办件“乙”所用的流程定义不在登记库里。", "办件“甲”所用的流程定义不在登记库里。")


@pytest.mark.parametrize(
    "statement",
    [STANDING.format("received_on = '2018-0$-01'"), STANDING.format("marking = 'z'")],
)
def test_a_value_that_was_never_written_is_damage(url: str, kind: str, statement: str) -> None:
    """Told as such, and not as a failure of the program; a server keeps no day that is none."""
    if kind == "postgresql" and "received_on" in statement:
        pytest.skip("the server refuses it")
    with CaseBook.connect(url, patience=PATIENCE) as book:
        fill(book)
        engine = engine_of(address_of(url), PATIENCE)
        with writing(engine) as connection:
            spoil(connection, [statement])
        engine.dispose()
        with pytest.raises(Damaged, match="请用备份恢复"):
            book.heads()


def test_a_file_whose_schema_no_longer_reads_as_text_is_damage(tmp_path: Path) -> None:
    """SQLite quotes the damaged words in its complaint, and Python fails to read them."""
    file = tmp_path / "登记.db"
    CaseBook.connect(str(file)).close()
    content = file.read_bytes().replace(b"CREATE TABLE", b"CREATE \xb2ABLE")
    file.write_bytes(content)
    with pytest.raises(Damaged, match="请用备份恢复"):
        CaseBook.connect(str(file))
