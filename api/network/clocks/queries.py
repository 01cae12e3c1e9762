"""Every SELECT on clocks. A clock is seen with its subject, so whoever asks has shown the subject to be visible."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, case, func, literal, or_, select, update

from api.kit.unit import Row, Unit
from api.network.calendars.model import Calendar
from api.network.clocks.model import Clock

_clock = Clock.__table__  # type: ignore[attr-defined]
_calendar = Calendar.__table__  # type: ignore[attr-defined]

_in_order = (
    select(*_clock.c, _calendar.c.name.label("calendar_name"))
    .outerjoin(_calendar, _calendar.c.id == _clock.c.calendar_id)
    .order_by(_clock.c.started_at, _clock.c.id)
)
_of_case = _in_order.where(_clock.c.case_id == bindparam("about"))
_of_subject = _in_order.where(_clock.c.subject_id == bindparam("about"))


def open_one(unit: Unit, subject_id: str, kind: str) -> Row | None:
    """The open clock of this kind about the subject, held until the end; there is at most one."""
    found = unit.first(
        select(*_clock.c)
        .where(_clock.c.subject_id == subject_id, _clock.c.kind == kind, _clock.c.open)
        .with_for_update()
    )
    return None if found is None else Row(_clock, found)


def open_of(unit: Unit, *, case_id: str | None = None, subject_id: str | None = None) -> list[Row]:
    """All open clocks of a case or of one subject, held until the end."""
    here = _clock.c.case_id == case_id if case_id else _clock.c.subject_id == subject_id
    return _rows(unit.rows(select(*_clock.c).where(here, _clock.c.open).order_by(_clock.c.id).with_for_update()))


def of(unit: Unit, *, case_id: str | None = None, subject_id: str | None = None) -> list[Row]:
    """All clocks of a case or of one subject, oldest first."""
    if case_id:
        return _rows(unit.rows(_of_case, {"about": case_id}))
    return _rows(unit.rows(_of_subject, {"about": subject_id}))


def most_urgent(unit: Unit, *, case_id: str | None = None, subject_id: str | None = None) -> dict[str, Any] | None:
    """The open clock that falls due first; a paused one only if nothing runs."""
    here = _clock.c.case_id == case_id if case_id else _clock.c.subject_id == subject_id
    paused = case((_clock.c.state == "paused", 1), else_=0)
    return unit.first(
        select(
            _clock.c.kind, _clock.c.due_at, _clock.c.due_soon_at, _clock.c.started_at, _clock.c.state
        )
        .where(here, _clock.c.open)
        .order_by(paused, _clock.c.due_at, _clock.c.id)
        .limit(1)
    )  # fmt: skip


def counting_by(unit: Unit, calendar_id: str) -> int:
    """How many open clocks count by this calendar."""
    here = (_clock.c.calendar_id == calendar_id, _clock.c.open)
    return int(unit.value(select(func.count()).where(*here)) or 0)


def to_replay(
    unit: Unit,
    after: str | None,
    most: int,
    *,
    calendar_id: str | None = None,
    kinds: Collection[str] | None = None,
    station_id: str | None = None,
) -> list[Row]:
    """The next open clocks in the order of their ids that a changed calendar or limit may concern, held until the end."""
    statement = select(*_clock.c).where(_clock.c.open).order_by(_clock.c.id).limit(most).with_for_update()
    if calendar_id:
        statement = statement.where(_clock.c.calendar_id == calendar_id)
    if kinds is not None:
        statement = statement.where(_clock.c.kind.in_(sorted(kinds)))
    if station_id:
        statement = statement.where(_clock.c.station_id == station_id)
    return _rows(unit.rows(statement.where(_clock.c.id > after) if after else statement))


def counted_by(unit: Unit, row: Row, calendar_version: int) -> None:
    """Keep that another version of the calendar was looked at and moved nothing: not worth a fact."""
    if row.calendar_version != calendar_version:
        unit.conn.execute(update(_clock).where(_clock.c.id == row.id).values(calendar_version=calendar_version))


def anything_to_tell(conn: Connection, now: datetime) -> bool:
    """Whether a scan would find something; cheap enough to ask every second."""
    return conn.execute(select(_clock.c.id).where(_to_tell(now)).limit(1)).first() is not None


def to_tell(unit: Unit, now: datetime, most: int) -> list[Row]:
    """Clocks that are due or nearly so and were not told of; those that another worker holds are left to it."""
    return _rows(
        unit.rows(
            select(*_clock.c)
            .where(_to_tell(now))
            .order_by(_clock.c.due_at)
            .limit(most)
            .with_for_update(skip_locked=True)
        )
    )


def _to_tell(now: datetime) -> Any:
    # written out, since SQLite takes a partial index for a constant only, not for a parameter
    running = _clock.c.state == literal("running", literal_execute=True)
    return or_(
        and_(running, _clock.c.due_at <= now),
        and_(running, _clock.c.warned_at.is_(None), _clock.c.due_soon_at <= now),
        _clock.c.escalate_at <= now,
    )


def _rows(found: list[dict[str, Any]]) -> list[Row]:
    return [Row(_clock, row) for row in found]
