"""the order's state in the case's row, and paused clocks at the end of the queue."""

from datetime import UTC, datetime

import sqlalchemy as sa

from alembic import op
from api.kit import db, ids

revision = "states01"
down_revision = "money01"
branch_labels = None
depends_on = None

NEVER = datetime(9999, 12, 31, tzinfo=UTC)
CASE = sa.table(
    "service_request",
    sa.column("id", ids.IdColumn),
    sa.column("job_status", sa.String),
    sa.column("due_at", db.UTCDateTime),
    sa.column("due_state", sa.String),
)
ORDER = sa.table(
    "work_order",
    sa.column("id", ids.IdColumn),
    sa.column("case_id", ids.IdColumn),
    sa.column("status", sa.String),
    sa.column("open", sa.Boolean),
    sa.column("due_at", db.UTCDateTime),
    sa.column("due_state", sa.String),
)
CLOCK = sa.table(
    "clock",
    sa.column("case_id", ids.IdColumn),
    sa.column("subject_id", ids.IdColumn),
    sa.column("due_at", db.UTCDateTime),
    sa.column("open", sa.Boolean),
)


def upgrade() -> None:
    """Forward; keeps data."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SET LOCAL lock_timeout = '5s'")
    op.add_column("service_request", sa.Column("job_status", sa.String(length=24), nullable=True))
    newest = sa.select(ORDER.c.status).where(ORDER.c.case_id == CASE.c.id, ORDER.c.open)
    newest = newest.order_by(ORDER.c.id.desc()).limit(1).scalar_subquery()
    op.execute(sa.update(CASE).where(sa.exists().where(ORDER.c.case_id == CASE.c.id)).values(job_status=newest))
    for table in (CASE, ORDER):
        op.execute(sa.update(table).where(table.c.due_state == "paused").values(due_at=NEVER))


def downgrade() -> None:
    """Back; drops what only the new shape holds."""
    for table, about in ((CASE, CLOCK.c.case_id), (ORDER, CLOCK.c.subject_id)):
        first = sa.select(sa.func.min(CLOCK.c.due_at)).where(about == table.c.id, CLOCK.c.open).scalar_subquery()
        paused = sa.update(table).where(table.c.due_state == "paused")
        op.execute(paused.values(due_at=sa.func.coalesce(first, NEVER)))
    with op.batch_alter_table("service_request", schema=None) as batch_op:
        batch_op.drop_column("job_status")
