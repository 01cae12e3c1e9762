"""reports: orders by the day they were opened, for what is counted by month."""

from alembic import op

revision = "reports01"
down_revision = "imports01"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward; keeps data."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_index("ix_work_order_new", "work_order", ["created_at", "id"])


def downgrade() -> None:
    """Back; for development and for the tests only."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SET LOCAL lock_timeout = '5s'")
    op.drop_index("ix_work_order_new", table_name="work_order")
