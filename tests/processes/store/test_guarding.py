"""Nobody changes or deletes what is kept, with whatever program."""

import re
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from processes.model.filing import ReviewState
from processes.store.address import address_of
from processes.store.casebook import CaseBook
from processes.store.connecting import engine_of, writing
from processes.store.registry import Registry
from processes.store.tables import Table
from tests.filings import event, filing
from tests.happenings import gone_on, opened

COLUMN = {
    "content": "size", "filed": "who", "declared": "path", "counted": "figures", "reviewed": "reviewer",
    "defined": "path", "happened": "reason", "posted": "text", "delivered": "upto",
}
ONWARD = "standing"
"""Its rows go on to a later version, and no other way."""


@pytest.fixture
def engine(shared: Registry, shared_url: str, department: str) -> Iterator[Engine]:
    """Another program's connection to a registry in which there is a row in every table."""
    shared.submit(filing("甲", department))
    shared.review(department, 3, event(ReviewState.CONFIRMED))
    with CaseBook.connect(shared_url) as book:
        book.append_many([first := opened(department), replace(gone_on(first.head, "a"), messages=first.messages)])
        book.delivered(1)
    one = engine_of(address_of(shared_url), 5)
    yield one
    one.dispose()


@pytest.mark.parametrize("statement", ["UPDATE {table} SET {column} = {column}", "DELETE FROM {table}", "{replace}"])
def test_rows_are_only_added(statement: str, engine: Engine, kind: str) -> None:
    """In each of the tables: neither by UPDATE nor DELETE, nor by what a database has besides."""
    by_other_ways = "TRUNCATE {table} CASCADE" if kind == "postgresql" else "INSERT OR REPLACE INTO {table} SELECT * FROM {table}"
    assert {*COLUMN, ONWARD} == set(Table.metadata.tables)
    for table, column in COLUMN.items():
        said = statement.format(table=table, column=column, replace=by_other_ways).format(table=table)
        with pytest.raises(DBAPIError, match="登记库只添加、不修改、不删除"), engine.begin() as connection:
            connection.execute(text(said))


@pytest.mark.parametrize("statement", ["DELETE FROM standing", "{replace}"])
def test_a_case_is_not_taken_away(statement: str, engine: Engine, kind: str) -> None:
    """Nor put in the place of another."""
    by_other_ways = "TRUNCATE standing CASCADE" if kind == "postgresql" else "INSERT OR REPLACE INTO standing SELECT * FROM standing"
    with pytest.raises(DBAPIError, match="登记库只添加、不修改、不删除"), engine.begin() as connection:
        connection.execute(text(statement.format(replace=by_other_ways)))


@pytest.mark.parametrize(
    "change",
    ["marking = 'f'", "version = version - 1", "version = version + 1, applicant = '某乙公司'", "version = version + 1, id = id + 1000"],
)
def test_a_case_goes_on_and_not_back(change: str, engine: Engine) -> None:
    """What never changes stays as it is even then."""
    with pytest.raises(DBAPIError, match="办件只能往前走,不能改回去"), engine.begin() as connection:
        connection.execute(text(f"UPDATE standing SET {change}"))  # noqa: S608 - the table of cases above


@pytest.mark.parametrize(
    "wrong",
    [
        "INSERT INTO declared VALUES (99, 'a', (SELECT digest FROM content LIMIT 1))",
        "INSERT INTO declared VALUES (1, 'a', 'nothing')",
        "INSERT INTO reviewed VALUES (1, 7, '同意', 'a', '2017-12-29', '', '{seal}')",
        "INSERT INTO reviewed VALUES (1, 7, '退回', 'a', '2017-12-29', '', '{seal}')",
        "INSERT INTO reviewed VALUES (1, 0, '草拟', 'a', '2017-12-29', '', '{seal}')",
        "INSERT INTO content VALUES ('short', 1, '')",
        "INSERT INTO happened SELECT case_id, 9, kind, at, unit, person, key, node, event, names, reason, effective, definition, state, seal FROM happened LIMIT 1",
        "INSERT INTO defined VALUES ('{seal}', 'a', 'nothing')",
        "INSERT INTO posted VALUES (9999, 9999, 1, 'a', 'b')",
        "INSERT INTO standing SELECT 9999, number, department, matter, applicant, received_on, label, definition, 1, marking, status, due, timers, wakes, seal FROM standing LIMIT 1",
        "INSERT INTO filed SELECT 9999, department, 0, stage_name, 9, digest, filed_at, who, 0, 0, findings, documents, seal FROM filed LIMIT 1",
        "INSERT INTO filed SELECT 9999, department, 3, stage_name, 9, digest, filed_at, who, -1, 0, findings, documents, seal FROM filed LIMIT 1",
        "INSERT INTO filed SELECT 9999, department, 3, stage_name, 1, digest, filed_at, who, 0, 0, findings, documents, seal FROM filed LIMIT 1",
    ],
)
def test_rows_that_make_no_sense_are_not_added(wrong: str, engine: Engine) -> None:
    """A submission that is not there, a state that is none, a number twice."""
    with pytest.raises(DBAPIError, match=re.compile("constraint|登记库只添加", re.IGNORECASE)), engine.begin() as connection:
        connection.execute(text(wrong.format(seal="0" * 64)))


@pytest.mark.parametrize(
    "wrong",
    [
        "INSERT INTO happened SELECT 9999, 1, kind, at, unit, person, 'z', node, event, names, reason, effective, definition, state, seal FROM happened",
        "INSERT INTO happened SELECT case_id, 2, kind, at, unit, person, '', node, event, names, reason, effective, definition, state, seal FROM happened",
        "INSERT INTO standing SELECT 9999, 'z', department, matter, applicant, received_on, label, definition, 1, marking, '办完', due, timers, wakes, seal FROM standing",
    ],
)
def test_a_case_that_makes_no_sense_is_refused_or_found(wrong: str, url: str, kind: str) -> None:
    """A server does not look at each row of a case; the audit does."""
    with CaseBook.connect(url, patience=5) as book:
        book.append_many([opened("甲")])
        engine = engine_of(address_of(url), 5)
        refused = pytest.raises(DBAPIError, match="constraint") if kind == "sqlite" else nullcontext()
        with refused, engine.begin() as connection:
            connection.execute(text(wrong))
        engine.dispose()
        assert bool(book.verify()) == (kind == "postgresql")


def test_a_commit_is_on_the_disk(engine: Engine, kind: str) -> None:
    """Whatever the database is set to: the tests' own server is set not to wait."""
    with writing(engine) as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys") if kind == "sqlite" else ("synchronous_commit", "lock_timeout")
        ask = "PRAGMA {}" if kind == "sqlite" else "SHOW {}"
        said = [connection.exec_driver_sql(ask.format(name)).scalar_one() for name in asked]
    assert said == (["wal", 2, 1] if kind == "sqlite" else ["on", "5s"])
