"""what a board asks by."""

from alembic import op

revision = "boards01"
down_revision = "clocks02"
branch_labels = None
depends_on = None

WANTED = (
    ("ix_clock_stopped", "clock", "stopped_at"),
    ("ix_call_rang", "call", "rang_at"),
    ("ix_work_order_promised", "work_order", "promised_at"),
    ("ix_work_order_done", "work_order", "done_at"),
)


def upgrade() -> None:
    """Forward; keeps data."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SET LOCAL lock_timeout = '5s'")
    for name, table, column in WANTED:
        op.create_index(name, table, [column])


def downgrade() -> None:
    """Back; for development and for the tests only."""
    for name, table, _column in reversed(WANTED):
        op.drop_index(name, table_name=table)
