"""Vehicles and benches, and the leave a manager gives to double a booking."""

import sqlalchemy as sa

from alembic import op
from api.kit import db, ids

revision = "board01"
down_revision = "boards01"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward; keeps data. What was overridden before has its row made of the booking itself."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "bookable_resource",
        sa.Column("id", ids.IdColumn, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", db.UTCDateTime(), nullable=False),
        sa.Column("station_id", ids.IdColumn, nullable=False),
        sa.Column("resource_id", ids.IdColumn, nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["resource_id"], ["bookable.id"], name=op.f("fk_bookable_resource_resource_id")),
        sa.ForeignKeyConstraint(["station_id"], ["station.id"], name=op.f("fk_bookable_resource_station_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bookable_resource")),
        info={"station": "station_id"},
    )
    with op.batch_alter_table("bookable_resource", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bookable_resource_resource_id"), ["resource_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_bookable_resource_station_id"), ["station_id"], unique=False)
    op.create_table(
        "booking_override",
        sa.Column("id", ids.IdColumn, nullable=False),
        sa.Column("created_at", db.UTCDateTime(), nullable=False),
        sa.Column("station_id", ids.IdColumn, nullable=False),
        sa.Column("booking_id", ids.IdColumn, nullable=False),
        sa.Column("by_id", ids.IdColumn, nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("clash_kind", sa.String(length=10), nullable=False),
        sa.Column("clash_id", ids.IdColumn, nullable=True),
        sa.Column("clash_starts_at", db.UTCDateTime(), nullable=True),
        sa.Column("clash_ends_at", db.UTCDateTime(), nullable=True),
        sa.Column("clash_note", sa.String(length=200), nullable=True),
        sa.Column("ended_at", db.UTCDateTime(), nullable=True),
        sa.CheckConstraint(
            "(clash_id IS NULL) = (clash_kind = 'shift')", name=op.f("ck_booking_override_names_its_clash")
        ),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_booking_override_booking_id")),
        sa.ForeignKeyConstraint(["station_id"], ["station.id"], name=op.f("fk_booking_override_station_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking_override")),
        info={"station": "station_id"},
    )
    with op.batch_alter_table("booking_override", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_booking_override_booking_id"), ["booking_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_booking_override_clash_id"), ["clash_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_booking_override_station_id"), ["station_id"], unique=False)
    _carry_over()


def _carry_over() -> None:
    """Overrides made before this revision named their clash in the booking alone; who gave them stands in the facts."""
    booking, override = (
        sa.table(name, *(sa.column(column, ids.IdColumn if column.endswith("id") else None) for column in columns))
        for name, columns in (
            ("booking", ("id", "created_at", "station_id", "overrides_id", "override_reason", "kind", "starts_at",
                         "ends_at", "note")),
            ("booking_override", ("id", "created_at", "station_id", "booking_id", "reason", "clash_kind", "clash_id",
                                  "clash_starts_at", "clash_ends_at", "clash_note")),
        )
    )  # fmt: skip
    doubled = booking.alias("doubled")
    op.execute(
        override.insert().from_select(
            [column.name for column in override.c],
            sa.select(
                booking.c.id, booking.c.created_at, booking.c.station_id, booking.c.id, booking.c.override_reason,
                doubled.c.kind, doubled.c.id, doubled.c.starts_at, doubled.c.ends_at, doubled.c.note,
            )
            .join(doubled, doubled.c.id == booking.c.overrides_id)
            .where(booking.c.override_reason.is_not(None)),
        )
    )  # fmt: skip


def downgrade() -> None:
    """Back; for development and for the tests only."""
    with op.batch_alter_table("booking_override", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_booking_override_station_id"))
        batch_op.drop_index(batch_op.f("ix_booking_override_clash_id"))
        batch_op.drop_index(batch_op.f("ix_booking_override_booking_id"))
    op.drop_table("booking_override")
    with op.batch_alter_table("bookable_resource", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bookable_resource_station_id"))
        batch_op.drop_index(batch_op.f("ix_bookable_resource_resource_id"))
    op.drop_table("bookable_resource")
