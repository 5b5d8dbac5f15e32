"""Triggers that refuse to change or delete what is kept, whoever asks: also a stray hand with another program.

A migration that must rework a table calls ``unguard`` before and ``guard`` after, within its transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, inspect

_REFUSED = "登记库只添加、不修改、不删除"
_FUNCTION = "zaizao_only_added"
_REFUSED_BACK = "办件只能随着新的记录往前走"
_ONWARD = "zaizao_only_onward"


def guard(connection: Connection, tables: Iterable[str]) -> None:
    """Rows of ``tables`` are only added from now on."""
    if connection.dialect.name == "postgresql":
        _say(connection, _function(_FUNCTION, f"BEGIN {_raise(_REFUSED)} END"))
    for table in tables:
        for statement in _triggers(connection, table, _ACTS):
            _say(connection, statement)


def guard_onward(connection: Connection, table: str, fixed: Iterable[str], counted: tuple[str, str, str]) -> None:
    """Rows of ``table`` are neither deleted nor changed, but for one thing: they go on to a later ``version``.

    That must be the last one there is of its rows in ``counted`` (table, its column for ``id``, its column for
    ``version``), which are added before. ``fixed`` columns stay as they are even then. ``guard`` comes before.
    """
    for statement in _triggers(connection, table, ("delete",)):
        _say(connection, statement)
    rows, owner, number = counted
    there = f"EXISTS (SELECT 1 FROM {rows} WHERE {owner} = NEW.id AND {number} = NEW.version"  # noqa: S608 - names of ours
    changed = " OR ".join(f"NEW.{column} <> OLD.{column}" for column in fixed)
    wrong = f"NEW.version <= OLD.version OR {changed} OR NOT {there}) OR {there} + 1)"
    if connection.dialect.name == "postgresql":
        _say(connection, _function(_ONWARD, f"BEGIN IF {wrong} THEN {_raise(_REFUSED_BACK)} END IF; RETURN NEW; END"))
        for_each = f"FOR EACH ROW EXECUTE FUNCTION {_ONWARD}()"
    else:
        for_each = f"WHEN {wrong} BEGIN SELECT RAISE(ABORT, '{_REFUSED_BACK}'); END"
    _say(connection, f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {for_each}")


def unguard(connection: Connection, tables: Iterable[str]) -> None:
    """Rows of ``tables`` may be changed until ``guard``."""
    is_server = connection.dialect.name == "postgresql"
    for table in tables:
        for act in (*_ACTS, "truncate" if is_server else "replace"):
            _say(connection, f"DROP TRIGGER IF EXISTS {table}_no_{act}{f' ON {table}' if is_server else ''}")


_ACTS = ("update", "delete")


def _function(name: str, body: str) -> str:
    return f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$"


def _raise(words: str) -> str:
    return f"RAISE EXCEPTION '{words}' USING ERRCODE = 'restrict_violation';"


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
