"""Every SELECT on sites; a site is as visible as its customer."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from api.access import scope
from api.access.policy import P
from api.customers.customers.model import Customer, Site
from api.kit.distance import kilometres
from api.kit.unit import Row, Unit
from api.network.stations.model import Station

_customer = Customer.__table__  # type: ignore[attr-defined]
_site = Site.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The site, if the caller may see its customer.

    :raises NotFound: there is none that he can see.
    """
    seen = scope.visible(unit, P.CUSTOMERS_VIEW, Customer) & _customer.c.merged_into_id.is_(None)
    return unit.one(Site, _site.c.id == id, _site.c.customer_id.in_(select(_customer.c.id).where(seen)), lock=lock)


def visible(unit: Unit, id: str) -> Row:
    """The site, if the caller may see it."""
    return one(unit, id)


def known(unit: Unit, id: str, customer_id: str) -> Row | None:
    """The customer's site for a body's `site_id`, or None; the customer is visible already."""
    found = unit.first(select(*_site.c).where(_site.c.id == id, _site.c.customer_id == customer_id))
    return None if found is None else Row(_site, found)


def customer_of(unit: Unit, row: Row) -> Row:
    """The customer of a visible site."""
    return unit.one(Customer, _customer.c.id == row.customer_id)


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One site as `SiteRead`."""
    row = one(unit, id)
    return next(site for site in of_customer(unit, row.customer_id) if site["id"] == id)


def of_customer(unit: Unit, customer_id: str) -> list[dict[str, Any]]:
    """The sites of a visible customer, the main one first."""
    rows = unit.rows(
        select(
            *_site.c, _station.c.code, _station.c.name, _station.c.latitude.label("from_latitude"),
            _station.c.longitude.label("from_longitude"),
        )
        .join(_station, _station.c.id == _site.c.station_id)
        .where(_site.c.customer_id == customer_id)
        .order_by(_site.c.created_at, _site.c.id)
    )  # fmt: skip
    return [_shaped(row) for row in rows]


def _shaped(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": row["id"],
        "version": row["version"],
        "customer_id": row["customer_id"],
        "label": row["label"],
        "address": row["address"],
        "access_note": row["access_note"],
        "station": {"id": row["station_id"], "code": row["code"], "name": row["name"]},
        "latitude": row["latitude"],
        "longitude": row["longitude"],
        "in_area": row["in_area"],
        "distance_km": kilometres((row["from_latitude"], row["from_longitude"]), (row["latitude"], row["longitude"])),
    }


def refs(unit: Unit, ids: list[str]) -> dict[str, dict[str, Any]]:
    """`SiteRef` by site id, for sites named by visible rows of rooms above."""
    if not ids:
        return {}
    found = unit.rows(select(_site.c.id, _site.c.label, _site.c.address).where(_site.c.id.in_(ids)))
    return {row["id"]: row for row in found}
