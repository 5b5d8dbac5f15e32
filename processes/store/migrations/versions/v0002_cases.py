"""Version 2: cases with their events, the definitions they are pinned to, messages."""

import sqlalchemy as sa
from alembic import op

from processes.store.guarding import guard, guard_onward

revision = "0002"
down_revision = "0001"

ADDED = ("defined", "happened", "posted", "delivered")
FIXED = ("id", "number", "department", "matter", "applicant", "received_on")
"""What never changes of a case."""


def upgrade() -> None:
    """Make the tables and what guards them."""
    op.create_table(
        "defined",
        sa.Column("definition", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("definition", "path", name="pk_defined"),
        sa.ForeignKeyConstraint(["content"], ["content.digest"], name="fk_defined_content"),
        sa.CheckConstraint("length(definition) = 64", name=op.f("ck_defined_definition")),
    )
    _standing()
    _happened()
    op.create_table(
        "posted",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_posted"),
        sa.ForeignKeyConstraint(["case_id"], ["standing.id"], name="fk_posted_case_id"),
    )
    op.create_table(
        "delivered",
        sa.Column("upto", sa.Integer(), nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("upto", name="pk_delivered"),
    )
    guard(op.get_bind(), ADDED)
    guard_onward(op.get_bind(), "standing", FIXED)


def _standing() -> None:
    op.create_table(
        "standing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("matter", sa.String(), nullable=False),
        sa.Column("applicant", sa.String(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("definition", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("marking", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("timers", sa.String(), nullable=False),
        sa.Column("wakes", sa.Date(), nullable=True),
        sa.Column("seal", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_standing"),
        sa.UniqueConstraint("number", name="uq_standing_number"),
        sa.CheckConstraint("label IN ('优化前', '优化后')", name=op.f("ck_standing_label")),
        sa.CheckConstraint("status IN ('在办', '暂停', '办结')", name=op.f("ck_standing_status")),
        sa.CheckConstraint("number <> '' AND department <> ''", name=op.f("ck_standing_names")),
        sa.CheckConstraint("length(definition) = 64", name=op.f("ck_standing_definition")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_standing_version")),
        sa.CheckConstraint("length(seal) = 64", name=op.f("ck_standing_seal")),
        # Room in each page for the next version of its rows: no index has to be told of it.
        postgresql_with={"fillfactor": 50},
    )
    op.create_index("ix_standing_department_matter", "standing", ["department", "matter"])
    op.create_index("ix_standing_status", "standing", ["status"])
    op.create_index("ix_standing_wakes", "standing", ["wakes"])


def _happened() -> None:
    texts = ("unit", "person", "key", "node", "event", "names", "reason")
    op.create_table(
        "happened",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in texts),
        sa.Column("effective", sa.Date(), nullable=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("definition", "state", "seal")),
        sa.PrimaryKeyConstraint("case_id", "number", name="pk_happened"),
        sa.UniqueConstraint("case_id", "key", name="uq_happened_case_id_key"),
        sa.ForeignKeyConstraint(["case_id"], ["standing.id"], name="fk_happened_case_id"),
        sa.CheckConstraint("number >= 1", name=op.f("ck_happened_number")),
        sa.CheckConstraint("kind <> '' AND key <> ''", name=op.f("ck_happened_names")),
        sa.CheckConstraint("length(seal) = 64", name=op.f("ck_happened_seal")),
    )
