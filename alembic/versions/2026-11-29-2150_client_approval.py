"""client_approval: what shows an integration whole numbers waits for headquarters."""

import sqlalchemy as sa

from alembic import op
from api.kit import db, ids

revision = "clients02"
down_revision = "reports02"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward; keeps data: nobody held such a scope before."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SET LOCAL lock_timeout = '5s'")
    with op.batch_alter_table("api_client", schema=None) as batch_op:
        batch_op.add_column(sa.Column("approval", sa.String(length=8), server_default="none", nullable=False))
        batch_op.add_column(sa.Column("asked_by_ids", db.Json, server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("approved_by_id", ids.IdColumn, nullable=True))
        batch_op.add_column(sa.Column("approved_at", db.UTCDateTime(), nullable=True))


def downgrade() -> None:
    """Back; for development and for the tests only."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SET LOCAL lock_timeout = '5s'")
    with op.batch_alter_table("api_client", schema=None) as batch_op:
        batch_op.drop_column("approved_at")
        batch_op.drop_column("approved_by_id")
        batch_op.drop_column("asked_by_ids")
        batch_op.drop_column("approval")
