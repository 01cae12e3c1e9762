"""`/calendars`: working hours of the week and the days that differ (D7)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import Page, list_of
from api.kit.text import Day
from api.kit.unit import Unit
from api.network.calendars import queries, schemas, service

resource = Resource("/calendars", visible=queries.one)
router = resource.router


@resource.get(permission=P.CALENDARS_VIEW, answer=list_of(schemas.CalendarRow))
def list_calendars(unit: Unit, query: Page) -> dict[str, Any]:
    """Calendars by name."""
    return queries.listed(unit, query, lambda row: service.shown(unit, row))


@resource.post(permission=P.CALENDARS_CREATE, answer=schemas.CalendarRead)
def make_calendar(unit: Unit, command: schemas.CalendarCreate) -> dict[str, Any]:
    """Make a calendar of weekly hours."""
    return service.make(unit, command)


@resource.get("/{id}", permission=P.CALENDARS_VIEW, answer=schemas.CalendarRead)
def read_calendar(unit: Unit, id: Id) -> dict[str, Any]:
    """One calendar with the days that differ."""
    return service.read(unit, id)


@resource.patch("/{id}", permission=P.CALENDARS_EDIT, answer=schemas.CalendarRead)
def change_calendar(unit: Unit, id: Id, command: schemas.CalendarChange) -> dict[str, Any]:
    """Change weekly hours, name, or the years that have a holiday table; open clocks follow."""
    return service.change(unit, id, command)


@resource.put("/{id}/days/{day}", permission=P.CALENDARS_EDIT, answer=schemas.CalendarRead)
def set_calendar_day(unit: Unit, id: Id, day: Day, command: schemas.DaySet) -> dict[str, Any]:
    """Make a day a holiday or a make-up workday; open clocks follow."""
    return service.set_day(unit, id, day, command)


@resource.delete("/{id}/days/{day}", permission=P.CALENDARS_EDIT)
def clear_calendar_day(unit: Unit, id: Id, day: Day) -> None:
    """Let the day follow the week again; open clocks follow."""
    service.clear_day(unit, id, day)
