"""Every SELECT on devices; each starts from what the caller may see."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, select

from api.access import scope
from api.access.policy import P
from api.customers.assets import schemas
from api.customers.assets.model import Asset
from api.customers.contracts import queries as contracts
from api.customers.customers.model import Customer, Site
from api.customers.entitlements import rules
from api.customers.products.model import Product
from api.kit import listing, search
from api.kit.listing import Order
from api.kit.unit import Row, Unit
from api.network.stations.model import Station

_asset = Asset.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_product = Product.__table__  # type: ignore[attr-defined]
_site = Site.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_ORDERS = {
    "serial": Order(_asset.c.serial, _asset.c.id),
    "-created_at": Order(_asset.c.created_at, _asset.c.id, descending=True, of=listing.moment),
}


def seen(unit: Unit, permission: str = P.ASSETS_VIEW) -> ColumnElement[bool]:
    """The clause of devices on which the caller holds the permission."""
    return scope.visible(unit, permission, Asset)


def visible_ids(unit: Unit) -> Select[Any]:
    """Ids of the devices that the caller may see."""
    return select(_asset.c.id).where(seen(unit))


def visible(unit: Unit, id: str) -> Row:
    """The device, if the caller may see it."""
    return unit.one(Asset, _asset.c.id == id, seen(unit))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end of the transaction and checked against `If-Match`."""
    return unit.one(Asset, _asset.c.id == id, seen(unit), lock=True)


def known(unit: Unit, id: str) -> Row | None:
    """The visible device for a body's `asset_id`, or None."""
    found = unit.first(select(*_asset.c).where(_asset.c.id == id, seen(unit)))
    return None if found is None else Row(_asset, found)


def by_serial(unit: Unit, serial: str) -> Row | None:
    """The visible device with exactly this serial, or None."""
    found = unit.first(select(*_asset.c).where(_asset.c.serial == serial, seen(unit)))
    return None if found is None else Row(_asset, found)


def serial_taken(unit: Unit, serial: str) -> bool:
    """Whether any device in the network has the serial: serials are unique."""
    return unit.value(select(_asset.c.id).where(_asset.c.serial == serial)) is not None


def _selected() -> Select[Any]:
    return (
        select(
            *_asset.c, _product.c.model, _product.c.name.label("product_name"), _product.c.family,
            _customer.c.name.label("customer_name"), _customer.c.customer_class, _site.c.label.label("site_label"),
            _site.c.address, _station.c.code, _station.c.name.label("station_name"),
        )
        .join(_product, _product.c.id == _asset.c.product_id)
        .join(_customer, _customer.c.id == _asset.c.customer_id)
        .join(_station, _station.c.id == _asset.c.station_id)
        .outerjoin(_site, _site.c.id == _asset.c.site_id)
    )  # fmt: skip


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One device as `AssetRead`."""
    row = unit.first(_selected().where(_asset.c.id == id, seen(unit)))
    if row is None:
        visible(unit, id)
        raise AssertionError("a visible device has its product, customer and station")
    kept = (
        "id", "version", "serial", "product_id", "model", "product_name", "family", "invoice_date", "accepted_on",
        "factory_date", "warranty_starts_on", "warranty_basis", "warranty_ends_on", "on_site_ends_on", "location_note",
        "created_at",
    )  # fmt: skip
    site = {"id": row["site_id"], "label": row["site_label"], "address": row["address"]} if row["site_id"] else None
    return {key: row[key] for key in kept} | {
        "customer": _customer_ref(row),
        "site": site,
        "station": {"id": row["station_id"], "code": row["code"], "name": row["station_name"]},
    }


def _customer_ref(row: dict[str, Any]) -> dict[str, Any]:
    return {"id": row["customer_id"], "name": row["customer_name"], "class": row["customer_class"]}


def listed(unit: Unit, query: schemas.AssetsQuery) -> dict[str, Any]:
    """A page of `AssetRow`."""
    statement = _selected().where(seen(unit))
    if query.q:
        found = search.matching(unit, "asset", query.q, unit.actor.reach(P.ASSETS_VIEW))
        statement = statement.where(_asset.c.id.in_(found))
    if query.customer_id:
        statement = statement.where(_asset.c.customer_id == query.customer_id)
    if query.product_id:
        statement = statement.where(_asset.c.product_id == query.product_id)
    if query.serial:
        statement = statement.where(_asset.c.serial == query.serial.strip().upper())
    answer = listing.page(unit, statement, query, _ORDERS, sort=query.sort)
    answer["items"] = _rows(unit, answer["items"])
    return answer


def _rows(unit: Unit, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    on = unit.today
    agreements = contracts.covering(unit, [row["id"] for row in rows], on)
    kept = ("id", "serial", "model", "product_name", "site_label", "warranty_ends_on", "on_site_ends_on")
    return [
        {key: row[key] for key in kept}
        | {
            "customer": _customer_ref(row),
            "verdict": rules.decide(facts_of(row, agreements.get(row["id"], [])), rules.Question(on=on)).verdict,
        }
        for row in rows
    ]


def facts_of(row: dict[str, Any], agreements: list[dict[str, Any]]) -> rules.Facts:
    """What the rules need to know of a device."""
    return rules.Facts(
        starts_on=row["warranty_starts_on"],
        basis=row["warranty_basis"],
        warranty_ends_on=row["warranty_ends_on"],
        on_site_ends_on=row["on_site_ends_on"],
        factory_date=row["factory_date"],
        contracts=tuple(
            rules.Agreement(
                id=agreement["id"],
                number=agreement["number"],
                starts_on=agreement["starts_on"],
                ends_on=min(filter(None, (agreement["ends_on"], agreement["ended_on"]))),
                on_site=agreement["covers_on_site"],
                labour=agreement["covers_labour"],
                parts=agreement["covers_parts"],
            )
            for agreement in agreements
        ),
    )


def refs(unit: Unit, ids: list[str]) -> dict[str, dict[str, Any]]:
    """`AssetRef` by device id, for devices named by visible rows of rooms above."""
    if not ids:
        return {}
    columns = (_asset.c.id, _asset.c.serial, _product.c.model, _product.c.name.label("product_name"))
    joined = select(*columns).join(_product, _product.c.id == _asset.c.product_id)
    return {row["id"]: row for row in unit.rows(joined.where(_asset.c.id.in_(ids)))}


def of_customers(unit: Unit, customer_ids: list[str]) -> list[dict[str, Any]]:
    """All columns and names of visible devices of these customers, for the screens of an incoming call."""
    if not customer_ids:
        return []
    return unit.rows(
        _selected().where(_asset.c.customer_id.in_(customer_ids), seen(unit)).order_by(_asset.c.serial).limit(200)
    )
