"""The tables brought up to date: by alembic, in one transaction, under a lock, whoever opens the registry first."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from processes.store.address import Address
from processes.store.connecting import APPLICATION, is_postgres, reading, transact
from processes.store.failures import NewerRegistry, NotARegistry

MIGRATIONS = Path(__file__).with_name("migrations")
VERSIONS = (MIGRATIONS / "versions",)
"""Where the migrations are: a file each, ``v0001_….py``."""

VERSION_TABLE = "zaizao_version"
"""Where the database keeps its version; named so that nobody else's alembic takes it for its own."""

_LOCK = 0x7A61697A616F
"""The advisory lock under which a PostgreSQL is migrated: 「zaizao」."""
_FILE = re.compile(r"v(\d{4})_\w+\.py")


def known() -> tuple[str, ...]:
    """The versions there are, in their order; the last one is what the program works with."""
    found = (_FILE.fullmatch(file.name) for folder in VERSIONS for file in folder.iterdir())
    return tuple(sorted(match[1] for match in found if match))


def bring_up_to_date(engine: Engine, address: Address, patience: float) -> None:
    """Make the tables, or change those of an older version; nothing when there is nothing to do.

    Raises ``NewerRegistry`` and ``NotARegistry``. Killed half-way, it has done nothing.
    """
    with reading(engine) as connection:
        found = _version(connection, address)
    if found == known()[-1]:
        return
    transact(engine, lambda connection: _upgrade(connection, address), patience)


def _version(connection: Connection, address: Address) -> str:
    """The version of the database; empty when there are no tables yet."""
    tables = inspect(connection).get_table_names()
    if VERSION_TABLE not in tables:
        ours = _mark(connection) in (0, APPLICATION)
        # A server may well hold other things; a file that does is something else.
        if not ours or (tables and address.file is not None) or "filed" in tables:
            raise NotARegistry(f"“{address.name}”是别的数据库,不是登记库。请换一个。")
        return ""
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()  # noqa: S608 - a name of ours
    version = str(found or "")
    if version and version not in known():
        raise NewerRegistry(
            f"登记库“{address.name}”是更新版本的 zaizao 建的(版本 {version}),这个 zaizao 只认得到 {known()[-1]}。"
            "请升级 zaizao;没有改动登记库。"
        )
    return version


def _mark(connection: Connection) -> int:
    """``application_id`` of a file, 0 if it has none."""
    if connection.dialect.name != "sqlite":
        return 0
    return int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())


def _upgrade(connection: Connection, address: Address) -> None:
    """In the transaction of ``connection``. Another process may have been faster: then there is nothing left to do."""
    from alembic import command  # noqa: PLC0415 - seldom needed, and slow to import
    from alembic.config import Config  # noqa: PLC0415 - as above

    if is_postgres(connection.engine):
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    if _version(connection, address) == known()[-1]:
        return
    config = Config(attributes={"connection": connection, "version_table": VERSION_TABLE})
    config.set_main_option("script_location", _quoted(MIGRATIONS))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(map(_quoted, VERSIONS)))
    command.upgrade(config, "head")
    if not is_postgres(connection.engine):
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")


def _quoted(folder: Path) -> str:
    """A path as alembic's configuration wants it: % begins something there."""
    return str(folder).replace("%", "%%")
