"""when a missed promise is reported further up."""

import sqlalchemy as sa

from alembic import op
from api.kit import db

revision = "clocks02"
down_revision = "customers02"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward; keeps data."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SET LOCAL lock_timeout = '5s'")
    with op.batch_alter_table("clock", schema=None) as batch_op:
        batch_op.add_column(sa.Column("escalate_at", db.UTCDateTime(), nullable=True))
        batch_op.add_column(sa.Column("escalations", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("escalated_at", db.UTCDateTime(), nullable=True))
        batch_op.create_index(
            "ix_clock_escalate",
            ["escalate_at"],
            unique=False,
            sqlite_where=sa.text("escalate_at IS NOT NULL"),
            postgresql_where=sa.text("escalate_at IS NOT NULL"),
        )


def downgrade() -> None:
    """Back; for development and for the tests only."""
    with op.batch_alter_table("clock", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_clock_escalate",
            sqlite_where=sa.text("escalate_at IS NOT NULL"),
            postgresql_where=sa.text("escalate_at IS NOT NULL"),
        )
        batch_op.drop_column("escalated_at")
        batch_op.drop_column("escalations")
        batch_op.drop_column("escalate_at")
