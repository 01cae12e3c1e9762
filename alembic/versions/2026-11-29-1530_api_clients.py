"""api_clients: from where integrations come, how often, and what they used."""

import sqlalchemy as sa

from alembic import op
from api.kit import db, ids

revision = "clients01"
down_revision = "field01"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward; keeps data: whoever was registered goes on coming from anywhere."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SET LOCAL lock_timeout = '5s'")
    with op.batch_alter_table("api_client", schema=None) as batch_op:
        batch_op.add_column(sa.Column("purpose", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("addresses", db.Json, nullable=True))
        batch_op.add_column(sa.Column("per_minute", sa.Integer(), server_default="600", nullable=False))
    op.create_table(
        "api_client_use",
        sa.Column("client_id", ids.IdColumn, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("requests", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("last_at", db.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["api_client.id"], name=op.f("fk_api_client_use_client_id")),
        sa.PrimaryKeyConstraint("client_id", "day", name=op.f("pk_api_client_use")),
    )


def downgrade() -> None:
    """Back; for development and for the tests only."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SET LOCAL lock_timeout = '5s'")
    op.drop_table("api_client_use")
    with op.batch_alter_table("api_client", schema=None) as batch_op:
        batch_op.drop_column("per_minute")
        batch_op.drop_column("addresses")
        batch_op.drop_column("purpose")
