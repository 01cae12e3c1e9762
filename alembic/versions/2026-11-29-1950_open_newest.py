"""open_newest: the open queue of a whole network by the day of its cases, newest first."""

import sqlalchemy as sa

from alembic import op

revision = "reports02"
down_revision = "reports01"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward; keeps data."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_index(
        "ix_service_request_open_new",
        "service_request",
        ["created_at", "id"],
        sqlite_where=sa.text("open = 1"),
        postgresql_where=sa.text("open"),
    )


def downgrade() -> None:
    """Back; for development and for the tests only."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SET LOCAL lock_timeout = '5s'")
    op.drop_index("ix_service_request_open_new", table_name="service_request")
