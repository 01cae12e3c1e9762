"""attendance_left: until when somebody was at his post."""

import sqlalchemy as sa

from alembic import op
from api.kit import db

revision = "shifts02"
down_revision = "appointments01"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward; keeps data."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SET LOCAL lock_timeout = '5s'")
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.add_column(sa.Column("left_at", db.UTCDateTime(), nullable=True))
        batch_op.create_check_constraint(
            op.f("ck_attendance_left_after_arrival"), "left_at IS NULL OR left_at >= arrived_at"
        )


def downgrade() -> None:
    """Back; for development and for the tests only."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SET LOCAL lock_timeout = '5s'")
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_attendance_left_after_arrival"), type_="check")
        batch_op.drop_column("left_at")
