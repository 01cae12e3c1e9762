"""Who may be calling, and everything about them that the agent needs in the call (R42)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, or_, select

from api.access import scope
from api.access.policy import P
from api.customers.assets.model import Asset
from api.customers.customers import queries as known
from api.customers.customers.model import Contact, Customer, Phone, Site
from api.customers.products.model import Product
from api.intake.service_requests.model import ServiceRequest
from api.kit import search
from api.kit.unit import Unit
from api.network.stations.model import Station

MATCHES, SITES, MATTERS, RECENT = 10, 50, 50, 3
"""How much of each one answer holds; a call leaves no time for more."""

_customer = Customer.__table__  # type: ignore[attr-defined]
_contact = Contact.__table__  # type: ignore[attr-defined]
_phone = Phone.__table__  # type: ignore[attr-defined]
_site = Site.__table__  # type: ignore[attr-defined]
_asset = Asset.__table__  # type: ignore[attr-defined]
_product = Product.__table__  # type: ignore[attr-defined]
_case = ServiceRequest.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]


def customers(unit: Unit, phone: str | None, q: str | None) -> list[dict[str, Any]]:
    """Customers whom the caller of the endpoint may see, by whole number or by search; `contact_id` where a number fits."""
    statement = (
        select(
            _customer.c.id, _customer.c.name, _customer.c.customer_class.label("class"), _customer.c.station_id,
            _station.c.code.label("station_code"), _station.c.name.label("station_name"),
        )
        .join(_station, _station.c.id == _customer.c.station_id)
        .where(scope.visible(unit, P.CUSTOMERS_VIEW, Customer), _customer.c.merged_into_id.is_(None))
        .order_by(_customer.c.name_key, _customer.c.id)
        .limit(MATCHES)
    )  # fmt: skip
    if phone:
        statement = statement.where(_customer.c.id.in_(select(_phone.c.customer_id).where(_phone.c.value == phone)))
    if q:
        statement = statement.where(or_(*(_customer.c.id.in_(ids) for ids in _found(unit, q))))
    return unit.rows(statement)


def _found(unit: Unit, q: str) -> list[Select[Any]]:
    """Ids of customers by name, pinyin, address or number; by a device's serial or model; by what they called about."""
    devices = search.matching(unit, "asset", q, unit.actor.reach(P.ASSETS_VIEW))
    matters = search.matching(unit, "matter", q, unit.actor.reach(P.SERVICE_REQUESTS_VIEW))
    seen = scope.visible(unit, P.ASSETS_VIEW, Asset)
    return [
        known.matching(unit, q),
        select(_asset.c.customer_id).where(_asset.c.id.in_(devices), seen),
        select(_case.c.customer_id).where(_case.c.id.in_(matters), _seen(unit)),
    ]


def contacts(unit: Unit, ids: list[str], phone: str | None) -> dict[str, dict[str, Any]]:
    """By customer: the contact with this number, else the preferred one, each with his first number."""
    statement = (
        select(
            _contact.c.customer_id, _contact.c.id, _contact.c.name, _contact.c.title, _contact.c.preferred,
            _phone.c.value,
        )
        .outerjoin(_phone, _phone.c.contact_id == _contact.c.id)
        .where(_contact.c.customer_id.in_(ids))
        .order_by(_contact.c.preferred.desc(), _contact.c.id, _phone.c.id)
    )  # fmt: skip
    found: dict[str, dict[str, Any]] = {}
    for row in unit.rows(statement):
        if row["customer_id"] not in found or (phone and row["value"] == phone):
            found[row["customer_id"]] = row
    return found


def sites(unit: Unit, ids: list[str]) -> list[dict[str, Any]]:
    """Their places."""
    told = select(_site.c.customer_id, _site.c.id, _site.c.label, _site.c.address)
    return unit.rows(told.where(_site.c.customer_id.in_(ids)).order_by(_site.c.id).limit(SITES * len(ids)))


def matters(unit: Unit, ids: list[str]) -> list[dict[str, Any]]:
    """Their open cases, what is due first coming first."""
    return unit.rows(
        select(
            _case.c.id, _case.c.customer_id, _case.c.number, _case.c.version, _case.c.subject, _case.c.status,
            _case.c.calls, _case.c.due_at, _case.c.due_kind, _case.c.due_state, _case.c.due_soon_at,
            _case.c.due_started_at, _case.c.asset_id, _asset.c.serial, _product.c.model,
            _product.c.name.label("product_name"),
        )
        .outerjoin(_asset, _asset.c.id == _case.c.asset_id)
        .outerjoin(_product, _product.c.id == _asset.c.product_id)
        .where(_case.c.customer_id.in_(ids), _case.c.open, _seen(unit))
        .order_by(_case.c.due_at, _case.c.id)
        .limit(MATTERS)
    )  # fmt: skip


def recent(unit: Unit, ids: list[str]) -> list[dict[str, Any]]:
    """What was done for them lately, the newest first."""
    return unit.rows(
        select(
            _case.c.id, _case.c.version, _case.c.customer_id, _case.c.number, _case.c.subject, _case.c.closed_at,
        )
        .where(_case.c.customer_id.in_(ids), ~_case.c.open, _case.c.closed_at.is_not(None), _seen(unit))
        .order_by(_case.c.closed_at.desc(), _case.c.id)
        .limit(RECENT * len(ids))
    )  # fmt: skip


def _seen(unit: Unit) -> Any:
    return scope.visible(unit, P.SERVICE_REQUESTS_VIEW, ServiceRequest)
