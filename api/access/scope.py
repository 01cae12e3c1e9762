"""Scope: every SELECT starts from what its caller may see, and every act asks whether it covers the row.

A table says in its `info` which columns tie a row to a station and to its owners:

    __table_args__ = ({"info": {"station": "station_id", "own": ("engineer_id", "created_by_id")}},)

Rows that belong to no station, such as products, are `"shared": True`: who may at all may on each of them.
Owner columns hold employee ids. Where ownership is known only to a room above (a customer is an engineer's own while he
has a job there), that room adds a clause with `owned_also`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Table, false, or_, select, true

from api.kit.problems import Forbidden
from api.kit.unit import Row, Unit

if TYPE_CHECKING:
    from api.access.actor import Actor, Reach

Clause = Callable[[Unit], ColumnElement[bool]]
_also: dict[str, list[Clause]] = {}


def owned_also(table: str, clause: Clause) -> None:
    """Count rows of `table` that fulfil the clause as the caller's own; called once at import by the room above."""
    _also.setdefault(table, []).append(clause)


def visible(unit: Unit, permission: str, model: Any) -> ColumnElement[bool]:
    """The clause that limits a SELECT on `model` to what this caller may do `permission` on; never widens when empty."""
    return clause(unit, unit.actor.reach(permission), model.__table__)


def clause(unit: Unit, reach: Reach, table: Table) -> ColumnElement[bool]:
    """The reach as SQL."""
    if reach.everywhere:
        return true()
    parts: list[ColumnElement[bool]] = []
    if table.info.get("shared"):
        return true() if reach.stations else false()
    station = table.info.get("station")
    if reach.stations and station:
        column = table.c[station]
        one = len(reach.stations) == 1
        parts.append(column == next(iter(reach.stations)) if one else column.in_(sorted(reach.stations)))
    if reach.own:
        if unit.actor.employee_id:
            parts += [table.c[name] == unit.actor.employee_id for name in table.info.get("own", ())]
        parts += [also(unit) for also in _also.get(table.name, ())]
    return or_(*parts) if parts else false()


def covers(actor: Actor, reach: Reach, row: Row) -> bool:
    """Whether the reach covers this row, by its own columns (clauses of rooms above are asked by `demand`)."""
    if reach.everywhere:
        return True
    info = row._table.info
    if info.get("shared") and reach.stations:
        return True
    station = getattr(row, info["station"]) if "station" in info else None
    if station is not None and station in reach.stations:
        return True
    if reach.own and actor.employee_id:
        return any(getattr(row, name) == actor.employee_id for name in info.get("own", ()))
    return False


def demand(unit: Unit, permission: str, row: Row) -> None:
    """Refuse unless the caller may do this to the (visible) row.

    :raises Forbidden: naming the permission.
    """
    reach = unit.actor.reach(permission)
    if covers(unit.actor, reach, row):
        return
    table = row._table
    if reach.own and _also.get(table.name):
        own = or_(*(also(unit) for also in _also[table.name]))
        if unit.value(select(table.c.id).where(table.c.id == row.id, own)):
            return
    raise Forbidden(permission=str(permission))
