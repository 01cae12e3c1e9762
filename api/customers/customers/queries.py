"""Every SELECT on customers; each starts from what the caller may see."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, union

from api.access import scope
from api.access.policy import P
from api.customers.assets.model import Asset
from api.customers.contacts import queries as contacts
from api.customers.customers import schemas
from api.customers.customers.model import Contact, Customer, Phone, Site
from api.customers.sites import queries as sites
from api.kit import listing, phones, search
from api.kit.listing import Order
from api.kit.unit import Row, Unit
from api.network.stations.model import Station

_customer = Customer.__table__  # type: ignore[attr-defined]
_contact = Contact.__table__  # type: ignore[attr-defined]
_phone = Phone.__table__  # type: ignore[attr-defined]
_site = Site.__table__  # type: ignore[attr-defined]
_asset = Asset.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]

_ORDERS = {
    "name": Order(_customer.c.name_key, _customer.c.id),
    "created_at": Order(_customer.c.created_at, _customer.c.id, of=listing.moment),
    "-created_at": Order(_customer.c.created_at, _customer.c.id, descending=True, of=listing.moment),
}
_CITY = re.compile(r"^(?:[^省区]{2,6}?(?:省|自治区|特别行政区))?([^市州盟]{2,8}?(?:自治州|地区|市|盟))")
_CASES: list[Callable[[Unit, list[str]], dict[str, int]]] = []


def count_open_cases(counter: Callable[[Unit, list[str]], dict[str, int]]) -> None:
    """Let the room of service requests tell how many are open per customer id; called once at import."""
    _CASES.append(counter)


def seen(unit: Unit, permission: str = P.CUSTOMERS_VIEW) -> ColumnElement[bool]:
    """The clause of customers on which the caller holds the permission; merged files count no more."""
    return scope.visible(unit, permission, Customer) & _customer.c.merged_into_id.is_(None)


def visible_ids(unit: Unit) -> Select[Any]:
    """Ids of the customers that the caller may see."""
    return select(_customer.c.id).where(seen(unit))


def visible(unit: Unit, id: str) -> Row:
    """The customer, if the caller may see it; a merged file too, for its story."""
    return unit.one(Customer, _customer.c.id == id, scope.visible(unit, P.CUSTOMERS_VIEW, Customer))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end of the transaction and checked against `If-Match`."""
    return unit.one(Customer, _customer.c.id == id, seen(unit), lock=True)


def known(unit: Unit, id: str) -> Row | None:
    """The visible customer for a body's `customer_id`, or None."""
    found = unit.first(select(*_customer.c).where(_customer.c.id == id, seen(unit)))
    return None if found is None else Row(_customer, found)


def matching(unit: Unit, q: str) -> Select[Any]:
    """Ids of customers that `q` finds, by terms and, for whoever may reveal numbers, by phone (T7)."""
    found = search.matching(unit, "customer", q, unit.actor.reach(P.CUSTOMERS_VIEW))
    if (number := phones.looks_like(q)) and unit.actor.holds(P.CUSTOMERS_REVEAL):
        either = found.subquery()
        return select(union(select(either.c.subject_id), contacts.customers_with(number)).subquery())
    return found


def read(unit: Unit, id: str) -> dict[str, Any]:
    """The whole file as `CustomerRead`."""
    row = visible(unit, id)
    return {
        "id": row.id,
        "version": row.version,
        "kind": row.kind,
        "name": row.name,
        "class": row.customer_class,
        "note": row.note,
        "station": station_ref(unit, row.station_id),
        "contacts": contacts.of_customer(unit, id),
        "sites": sites.of_customer(unit, id),
        "do_not_call": row.do_not_call,
        "created_at": row.created_at,
        "merged_into": _merged_into(unit, row),
    }


def _merged_into(unit: Unit, row: Row) -> dict[str, Any] | None:
    if row.merged_into_id is None:
        return None
    return unit.first(select(_customer.c.id, _customer.c.name).where(_customer.c.id == row.merged_into_id))


def station_ref(unit: Unit, id: str) -> dict[str, Any]:
    """`StationRef` of a station named by a visible row."""
    found = unit.first(select(_station.c.id, _station.c.code, _station.c.name).where(_station.c.id == id))
    assert found, "a foreign key holds it"
    return found


def listed(unit: Unit, query: schemas.CustomersQuery) -> dict[str, Any]:
    """A page of `CustomerRow`."""
    statement = (
        select(
            _customer.c.id, _customer.c.name, _customer.c.kind, _customer.c.customer_class, _customer.c.station_id,
            _station.c.code, _station.c.name.label("station_name"),
        )
        .join(_station, _station.c.id == _customer.c.station_id)
        .where(seen(unit))
    )  # fmt: skip
    if query.q:
        statement = statement.where(_customer.c.id.in_(matching(unit, query.q)))
    if query.station_id:
        statement = statement.where(_customer.c.station_id == query.station_id)
    if query.class_:
        statement = statement.where(_customer.c.customer_class == query.class_)
    answer = listing.page(unit, statement, query, _ORDERS, sort=query.sort)
    answer["items"] = _rows(unit, answer["items"])
    return answer


def _rows(unit: Unit, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    ids = [row["id"] for row in found]
    first = contacts.preferred(unit, ids)
    cities = {row["customer_id"]: row["address"] for row in reversed(_addresses(unit, ids))}
    assets = _count(unit, _asset.c.customer_id, ids)
    cases: dict[str, int] = {}
    for counter in _CASES:
        cases |= counter(unit, ids)
    return [
        {
            "id": row["id"],
            "name": row["name"],
            "kind": row["kind"],
            "class": row["customer_class"],
            "station": {"id": row["station_id"], "code": row["code"], "name": row["station_name"]},
            "city": city_of(cities.get(row["id"])),
            "contact_name": first[row["id"]]["name"] if row["id"] in first else None,
            "phone": first[row["id"]]["phone"] if row["id"] in first else None,
            "open_cases": cases.get(row["id"], 0),
            "assets": assets.get(row["id"], 0),
        }
        for row in found
    ]


def _addresses(unit: Unit, ids: list[str]) -> list[dict[str, Any]]:
    columns = (_site.c.customer_id, _site.c.address)
    return (
        unit.rows(select(*columns).where(_site.c.customer_id.in_(ids)).order_by(_site.c.created_at, _site.c.id))
        if ids
        else []
    )


def _count(unit: Unit, column: ColumnElement[Any], ids: list[str]) -> dict[str, int]:
    if not ids:
        return {}
    counted = select(column.label("id"), func.count().label("n")).where(column.in_(ids)).group_by(column)
    return {row["id"]: row["n"] for row in unit.rows(counted)}


def city_of(address: str | None) -> str | None:
    """北京市通州区… → 北京市, 浙江省衢州市… → 衢州市; None where the address does not begin with one."""
    found = _CITY.match(address or "")
    return found[1] if found else None


def alike(unit: Unit, numbers: Iterable[str], core: str, same: Callable[[str], bool]) -> list[dict[str, Any]]:
    """Visible customers with one of these numbers or with a name that is the same; at most ten.

    `core` is the part of the name to look for, `same` decides on the whole of it.
    """
    by_phone: set[str] = set()
    numbers = list(numbers)
    columns = (_customer.c.id, _customer.c.name, _customer.c.kind, _customer.c.customer_class, _customer.c.station_id)
    if numbers:
        holders = select(_phone.c.customer_id).where(_phone.c.value.in_(numbers))
        found = unit.rows(select(*columns).where(_customer.c.id.in_(holders), seen(unit)).limit(10))
        by_phone = {row["id"] for row in found}
    else:
        found = []
    named = search.matching(unit, "customer", core, unit.actor.reach(P.CUSTOMERS_VIEW))
    for row in unit.rows(select(*columns).where(_customer.c.id.in_(named), seen(unit)).limit(200)):
        if row["id"] not in by_phone and same(row["name"]):
            found.append(row)
    first = contacts.preferred(unit, [row["id"] for row in found[:10]])
    return [
        {
            "id": row["id"],
            "name": row["name"],
            "class": row["customer_class"],
            "station": station_ref(unit, row["station_id"]),
            "contact_name": first[row["id"]]["name"] if row["id"] in first else None,
            "phone": first[row["id"]]["phone"] if row["id"] in first else None,
            "same": "phone" if row["id"] in by_phone else "name",
        }
        for row in found[:10]
    ]
