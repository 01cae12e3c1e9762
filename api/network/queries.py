"""What the room as a whole tells access, which stands below it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from api.access import tree
from api.network.employees.model import Employee
from api.network.stations import queries as stations

_employee = Employee.__table__  # type: ignore[attr-defined]


def employee(conn: Connection, id: str) -> dict[str, Any] | None:
    """`{id, name, station_id}` of an active employee, or None."""
    found = conn.execute(
        select(_employee.c.id, _employee.c.name, _employee.c.station_id).where(_employee.c.id == id, _employee.c.active)
    ).first()
    return dict(found._mapping) if found else None


tree.tell(regions=stations.regions, names=stations.names, employee=employee)
