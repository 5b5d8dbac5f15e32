"""Version 1: submissions, their declarations and figures, reviews, contents; nothing of it can be changed."""

import sqlalchemy as sa
from alembic import op

from processes.store.guarding import guard

revision = "0001"
down_revision = None

TABLES = ("content", "filed", "declared", "counted", "reviewed")


def upgrade() -> None:
    """Make the tables and what guards them."""
    _content_and_filed()
    op.create_table(
        "declared",
        sa.Column("filed_id", sa.Integer(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("filed_id", "path", name="pk_declared"),
        sa.ForeignKeyConstraint(["filed_id"], ["filed.id"], name="fk_declared_filed_id"),
        sa.ForeignKeyConstraint(["content"], ["content.digest"], name="fk_declared_content"),
    )
    op.create_table(
        "counted",
        sa.Column("filed_id", sa.Integer(), nullable=False),
        sa.Column("figures", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("filed_id", name="pk_counted"),
        sa.ForeignKeyConstraint(["filed_id"], ["filed.id"], name="fk_counted_filed_id"),
    )
    op.create_table(
        "reviewed",
        sa.Column("filed_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reviewer", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reasons", sa.String(), nullable=False),
        sa.Column("seal", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("filed_id", "number", name="pk_reviewed"),
        sa.ForeignKeyConstraint(["filed_id"], ["filed.id"], name="fk_reviewed_filed_id"),
        sa.CheckConstraint("number >= 1", name=op.f("ck_reviewed_number")),
        sa.CheckConstraint("state IN ('草拟', '审核确认', '退回', '重新申报')", name=op.f("ck_reviewed_state")),
        sa.CheckConstraint("state <> '退回' OR reasons <> ''", name=op.f("ck_reviewed_reasons")),
        sa.CheckConstraint("length(seal) = 64", name=op.f("ck_reviewed_seal")),
    )
    guard(op.get_bind(), TABLES)


def _content_and_filed() -> None:
    op.create_table(
        "content",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_content"),
        sa.CheckConstraint("length(digest) = 64", name=op.f("ck_content_digest")),
        sa.CheckConstraint("size >= 0", name=op.f("ck_content_size")),
    )
    op.create_table(
        "filed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("stage_name", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("errors", sa.Integer(), nullable=False),
        sa.Column("warnings", sa.Integer(), nullable=False),
        sa.Column("findings", sa.String(), nullable=False),
        sa.Column("documents", sa.String(), nullable=False),
        sa.Column("seal", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_filed"),
        sa.UniqueConstraint("department", "stage", "version", name="uq_filed_department_stage_version"),
        sa.ForeignKeyConstraint(["findings"], ["content.digest"], name="fk_filed_findings"),
        sa.ForeignKeyConstraint(["documents"], ["content.digest"], name="fk_filed_documents"),
        sa.CheckConstraint("department <> ''", name=op.f("ck_filed_department")),
        sa.CheckConstraint("stage >= 1", name=op.f("ck_filed_stage")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_filed_version")),
        sa.CheckConstraint("errors >= 0 AND warnings >= 0", name=op.f("ck_filed_counts")),
        sa.CheckConstraint("length(digest) = 64 AND length(seal) = 64", name=op.f("ck_filed_digests")),
    )
