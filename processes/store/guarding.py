"""Triggers that refuse to change or delete what is kept, whoever asks: also a stray hand with another program.

A migration that must rework a table calls ``unguard`` before and ``guard`` after, within its transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, inspect

_REFUSED = "登记库只添加、不修改、不删除"
_FUNCTION = "zaizao_only_added"


def guard(connection: Connection, tables: Iterable[str]) -> None:
    """Rows of ``tables`` are only added from now on."""
    if connection.dialect.name == "postgresql":
        _say(
            connection,
            f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{_REFUSED}' USING ERRCODE = 'restrict_violation'; END $$",
        )
    for table in tables:
        for statement in _triggers(connection, table):
            _say(connection, statement)


def unguard(connection: Connection, tables: Iterable[str]) -> None:
    """Rows of ``tables`` may be changed until ``guard``."""
    is_server = connection.dialect.name == "postgresql"
    for table in tables:
        for act in (*_ACTS, "truncate" if is_server else "replace"):
            _say(connection, f"DROP TRIGGER IF EXISTS {table}_no_{act}{f' ON {table}' if is_server else ''}")


_ACTS = ("update", "delete")


def _triggers(connection: Connection, table: str) -> Iterator[str]:
    if connection.dialect.name == "postgresql":
        for act in (*_ACTS, "truncate"):
            yield (
                f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION {_FUNCTION}()"
            )
        return
    refused = f"BEGIN SELECT RAISE(ABORT, '{_REFUSED}'); END"
    for act in _ACTS:
        yield f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} {refused}"
    # INSERT OR REPLACE deletes the row in its way without asking the trigger on DELETE.
    is_there = " OR ".join(
        "({})".format(" AND ".join(f"{column} = NEW.{column}" for column in key)) for key in _keys(connection, table)
    )
    asked = f"EXISTS (SELECT 1 FROM {table} WHERE {is_there})"  # noqa: S608 - names of ours
    yield f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {asked} {refused}"


def _keys(connection: Connection, table: str) -> Iterator[list[str]]:
    """What no two rows of the table have in common."""
    about = inspect(connection)
    yield about.get_pk_constraint(table)["constrained_columns"]
    for unique in about.get_unique_constraints(table):
        yield unique["column_names"]


def _say(connection: Connection, statement: str) -> None:
    connection.exec_driver_sql(statement)
