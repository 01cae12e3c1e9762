"""documents."""

import sqlalchemy as sa

from alembic import op
from api.kit import db, ids

revision = "documents01"
down_revision = "files01"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward; keeps data."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "document",
        sa.Column("id", ids.IdColumn, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", db.UTCDateTime(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("subject_id", ids.IdColumn, nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("station_id", ids.IdColumn, nullable=False),
        sa.Column("case_id", ids.IdColumn, nullable=True),
        sa.Column("copy", sa.String(length=10), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("printed_by_id", ids.IdColumn, nullable=True),
        sa.Column("batch_id", ids.IdColumn, nullable=True),
        sa.CheckConstraint("copy IN ('house', 'customer')", name=op.f("ck_document_copy")),
        sa.CheckConstraint("language IN ('zh', 'en')", name=op.f("ck_document_language")),
        sa.CheckConstraint("nth > 0", name=op.f("ck_document_nth")),
        sa.ForeignKeyConstraint(["case_id"], ["service_request.id"], name=op.f("fk_document_case_id")),
        sa.ForeignKeyConstraint(["station_id"], ["station.id"], name=op.f("fk_document_station_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("kind", "subject_id", "nth", name=op.f("uq_document_kind_subject_id_nth")),
        info={"station": "station_id", "own": ("printed_by_id",)},
    )
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.create_index("ix_document_of_subject", ["subject_id", "created_at", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_batch_id"), ["batch_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_printed_by_id"), ["printed_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_station_id"), ["station_id"], unique=False)
    op.create_table(
        "document_content",
        sa.Column("document_id", ids.IdColumn, nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("told", db.Json, nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_document_content_document_id")),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_document_content")),
    )


def downgrade() -> None:
    """Back; for development and for the tests only."""
    op.drop_table("document_content")
    op.drop_table("document")
