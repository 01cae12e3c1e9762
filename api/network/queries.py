"""SELECTs of the room as a whole, most of them told to access and events, which stand below it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, func, select

from api.access import tree
from api.events import naming
from api.kit.unit import Unit
from api.network.bookings.model import Bookable
from api.network.calendars.model import Calendar
from api.network.employees.model import Employee
from api.network.stations import queries as stations
from api.network.stations.model import Station

_bookable = Bookable.__table__  # type: ignore[attr-defined]
_calendar = Calendar.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]


def employee(conn: Connection, id: str) -> dict[str, Any] | None:
    """`{id, name, station_id}` of an active employee, or None."""
    found = conn.execute(
        select(_employee.c.id, _employee.c.name, _employee.c.station_id).where(_employee.c.id == id, _employee.c.active)
    ).first()
    return dict(found._mapping) if found else None


def names(conn: Connection, ids: Collection[str]) -> Mapping[str, str]:
    """Names of those among these ids that are employees', active or not."""
    statement = select(_employee.c.id, _employee.c.name).where(_employee.c.id.in_(sorted(ids)))
    return {row.id: row.name for row in conn.execute(statement)}


def zones(conn: Connection, ids: Collection[str]) -> Mapping[str, str]:
    """The zone of each station's calendar, by station."""
    joined = select(_station.c.id, _calendar.c.time_zone).join(_calendar, _calendar.c.id == _station.c.calendar_id)
    return {row.id: row.time_zone for row in conn.execute(joined.where(_station.c.id.in_(sorted(ids))))}


def next_resource_no(unit: Unit) -> int:
    """The number of the next bookable person, van or bench."""
    return (unit.value(select(func.max(_bookable.c.resource_no))) or 0) + 1


tree.tell(regions=stations.regions, names=stations.names, employee=employee)
naming.tell(employees=names, zones=zones)
