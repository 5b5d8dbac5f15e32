"""Triggers that refuse to change or delete what is kept, whoever asks: also a stray hand with another program.

A migration that must rework a table calls ``unguard`` before and ``guard`` after, within its transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, inspect

_REFUSED = "登记库只添加、不修改、不删除"
_FUNCTION = "zaizao_only_added"
_REFUSED_BACK = "办件只能往前走,不能改回去"
_ONWARD = "zaizao_only_onward"


def guard(connection: Connection, tables: Iterable[str]) -> None:
    """Rows of ``tables`` are only added from now on."""
    if connection.dialect.name == "postgresql":
        _say(connection, _function(_FUNCTION, _REFUSED))
    for table in tables:
        for statement in _triggers(connection, table, _ACTS):
            _say(connection, statement)


def guard_onward(connection: Connection, table: str, fixed: Iterable[str]) -> None:
    """Rows of ``table`` are neither deleted nor changed, but for one thing: they go on to a later ``version``.

    ``fixed`` columns stay as they are even then. ``guard`` comes before.
    """
    for statement in _triggers(connection, table, ("delete",)):
        _say(connection, statement)
    on_server = connection.dialect.name == "postgresql"
    if on_server:
        _say(connection, _function(_ONWARD, _REFUSED_BACK))
    refused = f"EXECUTE FUNCTION {_ONWARD}()" if on_server else f"BEGIN SELECT RAISE(ABORT, '{_REFUSED_BACK}'); END"
    # What is compared in each row is paid for by each event. A statement that goes on names no fixed column. In SQLite
    # the id has other names as well.
    wrong = "NEW.version <= OLD.version OR NEW.id <> OLD.id"
    _say(connection, f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} FOR EACH ROW WHEN ({wrong}) {refused}")
    each = " FOR EACH STATEMENT" if on_server else ""
    _say(connection, f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OF {', '.join(fixed)} ON {table}{each} {refused}")


def unguard(connection: Connection, tables: Iterable[str]) -> None:
    """Rows of ``tables`` may be changed until ``guard``."""
    is_server = connection.dialect.name == "postgresql"
    for table in tables:
        for act in (*_ACTS, "change", "truncate" if is_server else "replace"):
            _say(connection, f"DROP TRIGGER IF EXISTS {table}_no_{act}{f' ON {table}' if is_server else ''}")


_ACTS = ("update", "delete")


def _function(name: str, words: str) -> str:
    return (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{words}' USING ERRCODE = 'restrict_violation'; END $$"
    )


def _triggers(connection: Connection, table: str, acts: Iterable[str]) -> Iterator[str]:
    """The statements that guard ``table`` against ``acts`` and what a database has besides."""
    if connection.dialect.name == "postgresql":
        for act in (*acts, "truncate"):
            yield (
                f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION {_FUNCTION}()"
            )
        return
    refused = f"BEGIN SELECT RAISE(ABORT, '{_REFUSED}'); END"
    for act in acts:
        yield f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} {refused}"
    # INSERT OR REPLACE deletes the row in its way without asking the trigger on DELETE.
    is_there = " OR ".join(
        "EXISTS (SELECT 1 FROM {} WHERE {})".format(table, " AND ".join(f"{column} = NEW.{column}" for column in key))  # noqa: S608 - names of ours
        for key in _keys(connection, table)
    )
    yield f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {is_there} {refused}"


def _keys(connection: Connection, table: str) -> Iterator[list[str]]:
    """What no two rows of the table have in common."""
    about = inspect(connection)
    yield about.get_pk_constraint(table)["constrained_columns"]
    for unique in about.get_unique_constraints(table):
        yield unique["column_names"]


def _say(connection: Connection, statement: str) -> None:
    connection.exec_driver_sql(statement)
