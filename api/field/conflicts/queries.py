"""Every SELECT on conflicts."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from api.access import scope
from api.access.policy import P
from api.field.conflicts.model import Conflict
from api.field.conflicts.schemas import ConflictsQuery
from api.field.devices.model import Device
from api.kit import listing
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.employees.model import Employee
from api.network.stations.model import Station

_conflict = Conflict.__table__  # type: ignore[attr-defined]
_device = Device.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_decider = _employee.alias()
_ORDERS = {
    "-created_at": listing.Order(_conflict.c.created_at, _conflict.c.id, descending=True, of=listing.moment),
    "created_at": listing.Order(_conflict.c.created_at, _conflict.c.id, of=listing.moment),
}


def seen(unit: Unit) -> ColumnElement[bool]:
    """The conflicts that this caller may see."""
    return scope.visible(unit, P.CONFLICTS_VIEW, Conflict)


def visible(unit: Unit, id: str) -> Row:
    """The conflict, if the caller may see it."""
    return unit.one(Conflict, _conflict.c.id == id, seen(unit))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end and checked against `If-Match`."""
    return unit.one(Conflict, _conflict.c.id == id, seen(unit), lock=True)


_shown: Select[Any] = (
    select(
        *_conflict.c, _employee.c.name.label("employee_name"), _station.c.code.label("station_code"),
        _station.c.name.label("station_name"), _device.c.name.label("device_name"),
        _decider.c.name.label("decided_by_name"),
    )
    .join(_employee, _employee.c.id == _conflict.c.employee_id)
    .join(_station, _station.c.id == _conflict.c.station_id)
    .join(_device, _device.c.id == _conflict.c.device_id)
    .outerjoin(_decider, _decider.c.id == _conflict.c.decided_by_id)
)  # fmt: skip


def page(unit: Unit, query: ConflictsQuery, shape: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """A page of conflicts."""
    statement = _shown.where(seen(unit))
    for name in ("status", "employee_id", "subject_id"):
        if (wanted := getattr(query, name)) is not None:
            statement = statement.where(_conflict.c[name] == wanted)
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=shape)


def whole(unit: Unit, id: str) -> dict[str, Any]:
    """The conflict with the names of all it refers to.

    :raises NotFound: also for one the caller may not see.
    """
    found = unit.first(_shown.where(_conflict.c.id == id, seen(unit)))
    if found is None:
        raise NotFound
    return found


def these(unit: Unit, ids: Collection[str]) -> list[dict[str, Any]]:
    """These conflicts of the caller's own, newest first."""
    if not ids:
        return []
    return unit.rows(_shown.where(_conflict.c.id.in_(sorted(ids)), seen(unit)).order_by(_conflict.c.id.desc()))


def as_row(found: dict[str, Any]) -> Row:
    """What `whole` found, as the workflow's subject."""
    return Row(_conflict, found)
