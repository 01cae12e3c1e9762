"""What an import must look up: what is there already, and where imported records belong."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from sqlalchemy import and_, or_, select

from api.access import scope
from api.access.policy import P
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


MOST = 120


def origin(code: str, key: str) -> str:
    """A key as the imports of one station write it: two stations may each have their `excel:1`."""
    whole = f"{code}/{key}"
    return whole if len(whole) <= MOST else f"{whole[: MOST - 17]}~{hashlib.sha256(whole.encode()).hexdigest()[:16]}"


class Before:
    """What came in before, as far as an import into one station knows it.

    An operator's command knows the whole network. An import of a station's own knows what its station brought in, and of
    what others brought in (`permission` says with which right) only what lies at its station and what its asker sees.
    """

    def __init__(self, unit: Unit, home: dict[str, Any], *, network: bool) -> None:
        self.unit, self.home, self.network = unit, home, network

    def _found(self, model: Any, keys: Iterable[str], permission: str | None = None) -> dict[str, str]:
        table = model.__table__
        wanted = sorted(set(keys))
        found: dict[str, str] = {}
        for start in range(0, len(wanted), 500):
            own = {origin(self.home["code"], key): key for key in wanted[start : start + 500]}
            plain = table.c.imported_from.in_(own.values())
            if not self.network:
                here = table.c.station_id == self.home["id"]
                seen = or_(here, scope.visible(self.unit, permission, model)) if permission else here
                plain = and_(plain, seen)
            statement = select(table.c.imported_from, table.c.id).where(or_(table.c.imported_from.in_(own), plain))
            rows = self.unit.conn.execute(statement).all()
            found |= {row[0]: row[1] for row in rows if row[0] not in own}
            found |= {own[row[0]]: row[1] for row in rows if row[0] in own}
        return found

    def cases(self, keys: Iterable[str]) -> dict[str, str]:
        """Key → id of the cases; one that lies elsewhere and that others brought in is another case."""
        return self._found(ServiceRequest, keys)

    def customers(self, keys: Iterable[str]) -> dict[str, str]:
        """Key → id of the customers that a case may be given to."""
        return self._found(Customer, keys, P.CUSTOMERS_VIEW)

    def assets(self, keys: Iterable[str]) -> dict[str, str]:
        """Key → id of the devices that a case may be about."""
        return self._found(Asset, keys, P.ASSETS_VIEW)


def products(unit: Unit, models: Iterable[str]) -> dict[str, str]:
    return known(unit, Product, "model", models)


def home(unit: Unit, code: str | None) -> dict[str, Any] | None:
    """The station of this code, or the centre; with the zone under whose day its numbers are given."""
    station, calendar = Station.__table__, Calendar.__table__  # type: ignore[attr-defined]
    statement = select(station.c.id, station.c.code, calendar.c.time_zone).join(
        calendar, calendar.c.id == station.c.calendar_id
    )
    return unit.first(statement.where(station.c.code == code if code else station.c.level == "centre"))
