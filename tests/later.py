"""A version of the registry's tables that does not exist yet, to be migrated to."""

from __future__ import annotations

from pathlib import Path

_TEXT = '''"""A later version: a column for remarks, on guarded tables that have rows."""
import sqlalchemy as sa
from alembic import op

from processes.store.guarding import guard, unguard

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    connection = op.get_bind()
    unguard(connection, ["reviewed"])
    with op.batch_alter_table("reviewed") as table:
        table.add_column(sa.Column("remark", sa.String(), nullable=False, server_default=""))
    {middle}
    guard(connection, ["reviewed"])
'''


def write_later(folder: Path, middle: str = "") -> Path:
    """A new folder with the migration; ``middle`` is a statement in the middle of it."""
    folder.mkdir()
    (folder / "v0002_remarks.py").write_text(
        _TEXT.replace("    {middle}\n", f"    {middle}\n" if middle else ""), encoding="utf-8"
    )
    return folder
