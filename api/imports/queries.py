"""What an import must look up: what is there already, and where imported records belong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from api.customers.assets.model import Asset
from api.customers.customers.model import Customer
from api.customers.products.model import Product
from api.intake.service_requests.model import ServiceRequest
from api.kit.unit import Unit
from api.network.calendars.model import Calendar
from api.network.stations.model import Station


def known(unit: Unit, model: Any, column: str, keys: Iterable[str]) -> dict[str, str]:
    """Key → id of the rows of this model whose column holds one of the keys."""
    table = model.__table__
    wanted = sorted(set(keys))
    found: dict[str, str] = {}
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        statement = select(table.c[column], table.c.id).where(table.c[column].in_(part))
        found |= {row[0]: row[1] for row in unit.conn.execute(statement)}
    return found


def cases(unit: Unit, keys: Iterable[str]) -> dict[str, str]:
    """Origin → id of the cases imported before."""
    return known(unit, ServiceRequest, "imported_from", keys)


def customers(unit: Unit, keys: Iterable[str]) -> dict[str, str]:
    return known(unit, Customer, "imported_from", keys)


def assets(unit: Unit, keys: Iterable[str]) -> dict[str, str]:
    return known(unit, Asset, "imported_from", keys)


def products(unit: Unit, models: Iterable[str]) -> dict[str, str]:
    return known(unit, Product, "model", models)


def home(unit: Unit, code: str | None) -> dict[str, Any] | None:
    """The station of this code, or the centre; with the zone under whose day its numbers are given."""
    station, calendar = Station.__table__, Calendar.__table__  # type: ignore[attr-defined]
    statement = select(station.c.id, station.c.code, calendar.c.time_zone).join(
        calendar, calendar.c.id == station.c.calendar_id
    )
    return unit.first(statement.where(station.c.code == code if code else station.c.level == "centre"))
