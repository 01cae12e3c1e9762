"""SELECTs of the room as a whole, most of them told to access, which stands below it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, select

from api.access import tree
from api.kit.unit import Unit
from api.network.bookings.model import Bookable
from api.network.employees.model import Employee
from api.network.stations import queries as stations

_bookable = Bookable.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]


def employee(conn: Connection, id: str) -> dict[str, Any] | None:
    """`{id, name, station_id}` of an active employee, or None."""
    found = conn.execute(
        select(_employee.c.id, _employee.c.name, _employee.c.station_id).where(_employee.c.id == id, _employee.c.active)
    ).first()
    return dict(found._mapping) if found else None


def next_resource_no(unit: Unit) -> int:
    """The number of the next bookable person, van or bench."""
    return (unit.value(select(func.max(_bookable.c.resource_no))) or 0) + 1


tree.tell(regions=stations.regions, names=stations.names, employee=employee)
