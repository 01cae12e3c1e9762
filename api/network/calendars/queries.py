"""Every SELECT on working calendars."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, select, true

from api.access.policy import P
from api.kit.listing import Order, Page, page
from api.kit.unit import Row, Unit
from api.network.calendars.model import Calendar, CalendarDay
from api.network.stations.model import Station

_calendar = Calendar.__table__  # type: ignore[attr-defined]
_day = CalendarDay.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]


def visible(unit: Unit) -> ColumnElement[bool]:
    """A calendar belongs to no station: who sees only some stations sees the calendars that they work by."""
    reach = unit.actor.reach(P.CALENDARS_VIEW)
    if reach.everywhere:
        return true()
    return _calendar.c.id.in_(select(_station.c.calendar_id).where(_station.c.id.in_(sorted(reach.stations))))


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The calendar, if this caller may see it.

    :raises NotFound: otherwise.
    """
    return unit.one(Calendar, _calendar.c.id == id, visible(unit), lock=lock)


def listed(unit: Unit, query: Page, shape: Any) -> dict[str, Any]:
    """Calendars by name."""
    statement = select(*_calendar.c).where(visible(unit))
    return page(unit, statement, query, {"name": Order(_calendar.c.name, _calendar.c.id)}, sort="name", shape=shape)


def days(unit: Unit, calendar_id: str) -> list[dict[str, Any]]:
    """Its days that differ, in order."""
    return unit.rows(select(*_day.c).where(_day.c.calendar_id == calendar_id).order_by(_day.c.day))


def day(unit: Unit, calendar_id: str, on: Any) -> Row | None:
    """One day that differs, or None."""
    found = unit.first(select(*_day.c).where(_day.c.calendar_id == calendar_id, _day.c.day == on))
    return None if found is None else Row(_day, found)


def whole(unit: Unit, calendar_id: str) -> dict[str, Any]:
    """Calendar and days for counting, without scope: promises fall due whoever looks.

    :raises NotFound: there is no such calendar.
    """
    row = unit.one(Calendar, _calendar.c.id == calendar_id)
    return vars(row) | {"days": days(unit, calendar_id)}


def stations_of(unit: Unit, calendar_id: str) -> frozenset[str]:
    """The stations that work by it."""
    return frozenset(unit.conn.execute(select(_station.c.id).where(_station.c.calendar_id == calendar_id)).scalars())
