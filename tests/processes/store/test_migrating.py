"""An older registry becomes a new one, once, whole or not at all."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import CheckConstraint, Engine, inspect, text

from processes.store import migrating
from processes.store.address import address_of
from processes.store.casebook import CaseBook
from processes.store.connecting import engine_of
from processes.store.migrating import MIGRATIONS, VERSION_TABLE, known
from processes.store.registry import Registry
from processes.store.tables import Table
from tests.filings import filing
from tests.happenings import gone_on, opened
from tests.later import write_later


@pytest.fixture
def engine(empty: str) -> Iterator[Engine]:
    """A connection to a database in which nothing is yet."""
    one = engine_of(address_of(empty), 5)
    yield one
    one.dispose()


def later(folder: Path, monkeypatch: pytest.MonkeyPatch, middle: str = "") -> None:
    """From now on the program has a later version."""
    monkeypatch.setattr(migrating, "VERSIONS", (MIGRATIONS / "versions", write_later(folder, middle)))


def test_the_migrations_make_the_tables_of_the_program(empty: str, engine: Engine, kind: str) -> None:
    """Columns, keys, references: alembic finds nothing to change. Constraints have the names of the convention."""
    Registry.open(empty).close()
    with engine.connect() as connection:
        options = {"version_table": VERSION_TABLE, "compare_type": True, "compare_server_default": True}
        found = compare_metadata(MigrationContext.configure(connection, opts=options), Table.metadata)
        about = inspect(connection)
        checks = {table: {one["name"] for one in about.get_check_constraints(table)} for table in Table.metadata.tables}
    # Of cases a server checks nothing row by row (case_tables.py).
    is_server = kind == "postgresql"
    assert [(act, one.name) for act, one in found] == ([("add_fk", "fk_happened_case_id")] if is_server else [])
    for name, table in Table.metadata.tables.items():
        declared = {str(one.name) for one in table.constraints if isinstance(one, CheckConstraint)}
        assert checks[name] == (set() if is_server and name in ("standing", "happened") else declared)
        assert all(str(one).startswith(f"ck_{name}_") for one in checks[name])


def test_a_file_of_a_version_has_its_number() -> None:
    """And follows the one before."""
    assert known() == tuple(f"{number:04}" for number in range(1, len(known()) + 1))
    for number, file in zip(known(), sorted((MIGRATIONS / "versions").glob("v*.py")), strict=True):
        assert f'revision = "{number}"' in file.read_text(encoding="utf-8")


def test_an_older_registry_is_brought_up_to_date(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was filed is still there, and still guarded; opening it again changes nothing."""
    with Registry.open(url) as registry:
        registry.submit(filing())
    later(tmp_path / "later", monkeypatch)
    for _ in range(2):
        with Registry.open(url) as registry:
            assert registry.verify() == ()
            assert len(registry.history()) == 1
    engine = engine_of(address_of(url), 5)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM zaizao_version")).scalars().all() == [known()[-1]]
        assert "remark" in [column["name"] for column in inspect(connection).get_columns("reviewed")]
    engine.dispose()


@pytest.mark.parametrize("version", known()[:-1])
def test_a_registry_of_an_earlier_program_is_brought_up_to_date(
    version: str, empty: str, engine: Engine, shared_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of every version there was, with what could be in it: all is there, goes on, and is guarded as in a new one."""
    folder = tmp_path / "then"
    folder.mkdir()
    for file in (MIGRATIONS / "versions").glob("v*.py"):
        if file.name[1:5] <= version:
            shutil.copy(file, folder)
    monkeypatch.setattr(migrating, "VERSIONS", (folder,))
    with Registry.open(empty) as registry:
        registry.submit(filing())
    has_cases = "standing" in inspect(engine).get_table_names()
    if has_cases:
        with CaseBook.connect(empty) as book:
            book.append_many([opened("甲")])
    monkeypatch.undo()
    with Registry.open(empty) as registry, CaseBook.connect(empty) as book:
        assert registry.verify() == ()
        assert registry.submit(filing("乙")).submission.version == 2
        if has_cases:
            book.append_many([gone_on(opened("甲").head, "a")])
        book.append_many([opened("乙")])
        assert [one.version for one in book.heads()] == ([1, 2] if has_cases else [1])
        assert book.verify() == ()
    new = engine_of(address_of(shared_url), 5)
    assert schema(engine) == schema(new)
    new.dispose()


def schema(engine: Engine) -> list[tuple[str, str]]:
    """What the database itself says of triggers and constraints; a file says its tables and indexes as well."""
    said = {
        "sqlite": "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name",
        "postgresql": "SELECT tgname::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal UNION ALL"
        " SELECT conname::text, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE connamespace = 'public'::regnamespace ORDER BY 1",
    }[engine.dialect.name]
    with engine.connect() as connection:
        return [(str(name), str(sql)) for name, sql in connection.execute(text(said))]


def test_eight_who_open_it_first_are_served(empty: str) -> None:
    """One makes the tables, the others wait for it."""

    def work(number: int) -> int:
        with Registry.open(empty) as registry:
            return registry.submit(filing(str(number))).submission.version

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(work, range(8))) == list(range(1, 9))


def test_a_migration_that_does_not_come_to_its_end_has_done_nothing(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The registry is as old as before, and the next attempt succeeds."""
    with Registry.open(url) as registry:
        registry.submit(filing())
    later(tmp_path / "broken", monkeypatch, "raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        Registry.open(url)
    monkeypatch.undo()
    with Registry.open(url) as registry:
        assert registry.verify() == ()
        assert registry.submit(filing("乙")).submission.version == 2
    later(tmp_path / "mended", monkeypatch)
    with Registry.open(url) as registry:
        assert len(registry.history()) == 2


def test_a_file_that_was_begun_and_left_is_gone_on_with(tmp_path: Path) -> None:
    """As after kill -9 before the first commit: nothing in it, or nothing but its journal mode."""
    nothing, begun = tmp_path / "a.db", tmp_path / "b.db"
    nothing.touch()
    engine = engine_of(address_of(str(begun)), 5)
    engine.connect().close()
    engine.dispose()
    for file in (nothing, begun):
        with Registry.open(str(file), create=False) as registry:
            assert registry.submit(filing()).is_new


def test_a_registry_can_be_copied_and_opened_elsewhere(tmp_path: Path) -> None:
    """One file is all of it, once it is closed."""
    with Registry.open(str(tmp_path / "登记.db")) as registry:
        registry.submit(filing())
    shutil.copy(tmp_path / "登记.db", tmp_path / "copy.db")
    with Registry.open(str(tmp_path / "copy.db"), create=False) as registry:
        assert len(registry.history()) == 1
