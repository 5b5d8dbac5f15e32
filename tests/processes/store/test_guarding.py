"""Nobody changes or deletes what is kept, with whatever program."""

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from processes.model.filing import ReviewState
from processes.store.address import address_of
from processes.store.connecting import engine_of, writing
from processes.store.registry import Registry
from processes.store.tables import Table
from tests.filings import event, filing

COLUMN = {"content": "size", "filed": "who", "declared": "path", "counted": "figures", "reviewed": "reviewer"}


@pytest.fixture
def engine(shared: Registry, shared_url: str, department: str) -> Iterator[Engine]:
    """Another program's connection to a registry in which there is a row in every table."""
    shared.submit(filing("甲", department))
    shared.review(department, 3, event(ReviewState.CONFIRMED))
    one = engine_of(address_of(shared_url), 5)
    yield one
    one.dispose()


@pytest.mark.parametrize("statement", ["UPDATE {table} SET {column} = {column}", "DELETE FROM {table}", "{replace}"])
def test_rows_are_only_added(statement: str, engine: Engine, kind: str) -> None:
    """In each of the tables: neither by UPDATE nor DELETE, nor by what a database has besides."""
    replace = "TRUNCATE {table} CASCADE" if kind == "postgresql" else "INSERT OR REPLACE INTO {table} SELECT * FROM {table}"
    assert set(COLUMN) == set(Table.metadata.tables)
    for table, column in COLUMN.items():
        said = statement.format(table=table, column=column, replace=replace).format(table=table)
        with pytest.raises(DBAPIError, match="登记库只添加、不修改、不删除"), engine.begin() as connection:
            connection.execute(text(said))


@pytest.mark.parametrize(
    "wrong",
    [
        "INSERT INTO declared VALUES (99, 'a', (SELECT digest FROM content LIMIT 1))",
        "INSERT INTO declared VALUES (1, 'a', 'nothing')",
        "INSERT INTO reviewed VALUES (1, 7, '同意', 'a', '2017-12-29', '', '{seal}')",
        "INSERT INTO reviewed VALUES (1, 7, '退回', 'a', '2017-12-29', '', '{seal}')",
        "INSERT INTO reviewed VALUES (1, 0, '草拟', 'a', '2017-12-29', '', '{seal}')",
        "INSERT INTO content VALUES ('short', 1, '')",
        "INSERT INTO filed SELECT 9999, department, 0, stage_name, 9, digest, filed_at, who, 0, 0, findings, documents, seal FROM filed LIMIT 1",
        "INSERT INTO filed SELECT 9999, department, 3, stage_name, 9, digest, filed_at, who, -1, 0, findings, documents, seal FROM filed LIMIT 1",
        "INSERT INTO filed SELECT 9999, department, 3, stage_name, 1, digest, filed_at, who, 0, 0, findings, documents, seal FROM filed LIMIT 1",
    ],
)
def test_rows_that_make_no_sense_are_not_added(wrong: str, engine: Engine) -> None:
    """A submission that is not there, a state that is none, a number twice."""
    with pytest.raises(DBAPIError, match=re.compile("constraint|登记库只添加", re.IGNORECASE)), engine.begin() as connection:
        connection.execute(text(wrong.format(seal="0" * 64)))


def test_a_commit_is_on_the_disk(engine: Engine, kind: str) -> None:
    """Whatever the database is set to: the tests' own server is set not to wait."""
    with writing(engine, 5) as session:
        connection = session.connection()
        asked = ("journal_mode", "synchronous", "foreign_keys") if kind == "sqlite" else ("synchronous_commit", "lock_timeout")
        ask = "PRAGMA {}" if kind == "sqlite" else "SHOW {}"
        said = [connection.exec_driver_sql(ask.format(name)).scalar_one() for name in asked]
    assert said == (["wal", 2, 1] if kind == "sqlite" else ["on", "5s"])
