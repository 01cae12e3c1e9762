"""Every SELECT on vehicles and benches."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from api.access import scope
from api.access.policy import P
from api.kit.listing import Order, page
from api.kit.unit import Row, Unit
from api.network.bookable_resources.model import BookableResource
from api.network.bookable_resources.schemas import Query

_thing = BookableResource.__table__  # type: ignore[attr-defined]
_SHOWN = ("id", "version", "station_id", "kind", "name", "active")
_ORDERS = {"name": Order(_thing.c.name, _thing.c.id)}


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The vehicle or bench.

    :raises NotFound: none, or none that this caller may see.
    """
    seen = scope.visible(unit, P.BOOKABLE_RESOURCES_VIEW, BookableResource)
    return unit.one(BookableResource, _thing.c.id == id, seen, lock=lock)


def visible(unit: Unit, id: str) -> Row:
    """For repeats: the same, if still visible."""
    return one(unit, id)


def shown(row: Row) -> dict[str, Any]:
    """As the contract shows it."""
    return {name: getattr(row, name) for name in _SHOWN}


def listed(unit: Unit, query: Query) -> dict[str, Any]:
    """One page, by name."""
    seen = scope.visible(unit, P.BOOKABLE_RESOURCES_VIEW, BookableResource)
    statement = select(*(_thing.c[name] for name in _SHOWN)).where(seen, _thing.c.active == query.active)
    if query.station_id:
        statement = statement.where(_thing.c.station_id == query.station_id)
    if query.kind:
        statement = statement.where(_thing.c.kind == query.kind)
    return page(unit, statement, query, _ORDERS, sort="name")
