"""A version of the registry's tables that does not exist yet, to be migrated to."""

from __future__ import annotations

from pathlib import Path

from processes.store.migrating import known

_TEXT = '''"""A later version: a column for remarks, on guarded tables that have rows."""
import sqlalchemy as sa
from alembic import op

from processes.store.guarding import guard, unguard

revision = "{number:04}"
down_revision = "{before:04}"


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
    before = int(known()[-1])
    text = _TEXT.replace("{number:04}", f"{before + 1:04}").replace("{before:04}", f"{before:04}")
    (folder / f"v{before + 1:04}_remarks.py").write_text(
        text.replace("    {middle}\n", f"    {middle}\n" if middle else ""), encoding="utf-8"
    )
    return folder
