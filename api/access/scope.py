"""Scope: every SELECT starts from what its caller may see, and every act asks whether it covers the row.

A table says in its `info` which columns tie a row to a station and to its owners:

    __table_args__ = ({"info": {"station": "station_id", "own": ("engineer_id", "created_by_id")}},)

Rows that belong to no station, such as products, are `"shared": True`: who may at all may on each of them.
Owner columns hold employee ids, or those of integrations where such are owners. Where ownership is known only to a room
above (a customer is an engineer's own while he has a job there), that room adds a clause with `owned_also`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, Table, false, or_, select, true

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


def seeing(unit: Unit, permission: str, model: Any, statement: Select[Any]) -> Select[Any]:
    """`statement`, made once and kept by its module, limited to what this caller may do `permission` on.

    The limited statement is kept too: putting it together anew for each request costs more than running it.
    """
    table, reach = model.__table__, unit.actor.reach(permission)
    if reach.everywhere:
        return statement
    if reach.own and _also.get(table.name):
        return statement.where(clause(unit, reach, table))
    return _limited(statement, table, reach, unit.actor.owner_id if reach.own else None)


@lru_cache(maxsize=2048)
def _limited(statement: Select[Any], table: Table, reach: Reach, owner_id: str | None) -> Select[Any]:
    return statement.where(_reached(reach, table, owner_id))


def clause(unit: Unit, reach: Reach, table: Table) -> ColumnElement[bool]:
    """The reach as SQL."""
    parts = [also(unit) for also in _also.get(table.name, ())] if reach.own and not reach.everywhere else []
    return or_(_reached(reach, table, unit.actor.owner_id), *parts)


def _reached(reach: Reach, table: Table, owner_id: str | None) -> ColumnElement[bool]:
    if reach.everywhere:
        return true()
    if table.info.get("shared"):
        return true() if reach.stations else false()
    parts: list[ColumnElement[bool]] = []
    station = table.info.get("station")
    if reach.stations and station:
        column = table.c[station]
        one = len(reach.stations) == 1
        parts.append(column == next(iter(reach.stations)) if one else column.in_(sorted(reach.stations)))
    if reach.own and owner_id:
        parts += [table.c[name] == owner_id for name in table.info.get("own", ())]
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
    if reach.own and actor.owner_id:
        return any(getattr(row, name) == actor.owner_id for name in info.get("own", ()))
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
