"""Verbs on devices."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Any

from api.access import scope
from api.access.policy import P
from api.customers.assets import facts, queries, schemas
from api.customers.assets.model import Asset
from api.customers.assets.problems import DuplicateSerial
from api.customers.customers import queries as customers
from api.customers.entitlements import terms
from api.customers.finder import entries
from api.customers.products import queries as products
from api.customers.sites import queries as sites
from api.events import log
from api.kit import edits
from api.kit.problems import Forbidden, Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.settings import limits

_PERIODS = ("warranty_starts_on", "warranty_basis", "warranty_ends_on", "on_site_ends_on")
_DATES = {"invoice_date", "accepted_on", "factory_date", "product_id", "serial"}
_YEAR_MONTH = re.compile(r"-?(\d{2})(0[1-9]|1[0-2])(?:\D|$)")


def register(unit: Unit, command: schemas.AssetCreate) -> dict[str, Any]:
    """Put a device on file at the station of its site, else of its customer.

    :raises DuplicateSerial: the serial is registered.
    :raises Invalid: customer, site or product are not there for the caller, or the serial is another model's (D1).
    :raises Forbidden: that station is not the caller's to write for.
    """
    values = command.model_dump(exclude={"id"})
    product = _product(unit, command.product_id)
    customer, site = _place(unit, command.customer_id, command.site_id)
    station = _station(unit, customer, site)
    _check_serial(unit, command.serial, product)
    values["factory_date"] = command.factory_date or made_in(command.serial, product.serial_prefix)
    row = unit.insert(
        Asset,
        id=command.id,
        created_by_id=unit.actor.employee_id,
        station_id=station,
        serial_reversed=command.serial[::-1],
        **values,
        **_periods(unit, values, product),
    )
    fact = facts.AssetRegistered(
        serial=row.serial,
        customer_id=row.customer_id,
        warranty_basis=row.warranty_basis,
        warranty_ends_on=row.warranty_ends_on,
        on_site_ends_on=row.on_site_ends_on,
    )
    log.append(unit, row, fact)
    entries.asset(unit, row.id)
    return queries.read(unit, row.id)


def change(unit: Unit, id: str, command: schemas.AssetChange) -> dict[str, Any]:
    """Change what was sent; both periods are worked out anew when a date, the serial or the product changes (D1, D2).

    :raises Forbidden: visible, but not the caller's to edit.
    """
    row = queries.one(unit, id)
    scope.demand(unit, P.ASSETS_EDIT, row)
    sent = {name: getattr(command, name) for name in command.model_fields_set}
    if not sent:
        return queries.read(unit, id)
    for name in ("serial", "product_id", "customer_id"):
        if name in sent and sent[name] is None:
            raise Invalid.field(f"/body/{name}", "missing", Words("不能空着", "Must not be empty"))
    now = {name: sent.get(name, getattr(row, name)) for name in schemas.AssetChange.model_fields}
    product = _product(unit, now["product_id"])
    if "customer_id" in sent or "site_id" in sent:
        if "customer_id" in sent and "site_id" not in sent and now["customer_id"] != row.customer_id:
            sent["site_id"] = now["site_id"] = None  # the former owner's site is not the new one's
        customer, site = _place(unit, now["customer_id"], now["site_id"])
        sent["station_id"] = _station(unit, customer, site, former=row.station_id)
    if "serial" in sent:
        if sent["serial"] != row.serial:
            _check_serial(unit, sent["serial"], product)
        sent["serial_reversed"] = sent["serial"][::-1]
    if sent.keys() & _DATES:
        sent |= _periods(unit, now, product)
    fact = facts.AssetChanged(
        fields=sorted(command.model_fields_set),
        **{name: sent.get(name, getattr(row, name)) for name in _PERIODS[1:]},
        values={name: plain(now[name]) for name in command.model_fields_set},
        former={name: plain(getattr(row, name)) for name in command.model_fields_set},
    )
    log.append(unit, row, fact, **sent)
    entries.asset(unit, id)
    return queries.read(unit, id)


LABELS = {
    "serial": Words("序列号", "Serial"), "product_id": Words("型号", "Model"), "customer_id": Words("客户", "Customer"),
    "site_id": Words("地点", "Site"), "invoice_date": Words("发票日期", "Invoice date"),
    "accepted_on": Words("验收日期", "Accepted on"), "factory_date": Words("出厂日期", "Factory date"),
    "location_note": Words("安装位置", "Where it stands"),
}  # fmt: skip


def fill(unit: Unit, id: str, command: schemas.AssetFill) -> dict[str, Any]:
    """Write what a phone changed: other fields merge, and what somebody else changed meanwhile is not overwritten.

    :raises Clash: the same field was changed, and no phone sent this.
    """
    row = queries.one(unit, id)
    scope.demand(unit, P.ASSETS_EDIT, row)
    changes = {field: edit for field, edit in command.changes if edit is not None}
    now = {field: plain(getattr(row, field)) for field in changes}
    found, clashes = edits.split(now, changes, LABELS, plain)
    edits.keep(unit, row, row.serial, clashes)
    return change(unit, id, schemas.AssetChange.model_validate(found)) if found else queries.read(unit, id)


def plain(value: Any) -> Any:
    """A value as it goes over the wire."""
    return value.isoformat() if isinstance(value, date) else value


def made_in(serial: str, prefix: str | None) -> date | None:
    """The factory date that the serial tells (D1): `WQ51-2509-002245` left the factory in September 2025.

    Only the month is known; its last day is taken, in the customer's favour.
    """
    if not prefix or not serial.startswith(prefix):
        return None
    found = _YEAR_MONTH.match(serial[len(prefix) :])
    if not found:
        return None
    year, month = 2000 + int(found[1]), int(found[2])
    return date(year, month, monthrange(year, month)[1])


def _product(unit: Unit, id: str) -> Row:
    product = products.known(unit, id)
    if product is None:
        raise Invalid.field("/body/product_id", "unknown", Words("没有这个型号", "There is no such product"))
    return product


def _place(unit: Unit, customer_id: str, site_id: str | None) -> tuple[Row, Row | None]:
    customer = customers.known(unit, customer_id)
    if customer is None:
        raise Invalid.field("/body/customer_id", "unknown", Words("没有这位客户", "There is no such customer"))
    site = sites.known(unit, site_id, customer_id) if site_id else None
    if site_id and site is None:
        raise Invalid.field("/body/site_id", "unknown", Words("这位客户没有这个地点", "This customer has no such site"))
    return customer, site


def _station(unit: Unit, customer: Row, site: Row | None, former: str | None = None) -> str:
    """The site's station where the caller may write for it, else the customer's."""
    reach = unit.actor.reach(P.ASSETS_CREATE if former is None else P.ASSETS_EDIT)
    for station in ([site.station_id] if site else []) + [customer.station_id]:
        if reach.everywhere or station in reach.stations or station == former:
            return station
    if reach.own:
        return customer.station_id
    raise Forbidden(permission=str(P.ASSETS_CREATE))


def _check_serial(unit: Unit, serial: str, product: Row) -> None:
    if queries.serial_taken(unit, serial):
        seen = queries.by_serial(unit, serial)
        raise DuplicateSerial(asset_id=seen.id if seen else None)
    decided = products.by_serial(unit, serial)
    if decided and decided["id"] != product.id:
        words = Words("这是 {model} 的序列号", "This is a serial of {model}").format(model=decided["model"])
        raise Invalid.field("/body/serial", "serial_of_other_model", words)


def _periods(unit: Unit, values: dict[str, Any], product: Row) -> dict[str, Any]:
    found = terms.of_asset(
        accepted_on=values["accepted_on"],
        invoice_date=values["invoice_date"],
        factory_date=values["factory_date"],
        warranty_months=product.warranty_months,
        on_site_months=product.on_site_months,
        factory_days=limits.get(unit, "entitlement.factory_days"),
    )
    return {
        "warranty_starts_on": found.starts_on,
        "warranty_basis": found.basis,
        "warranty_ends_on": found.warranty_ends_on,
        "on_site_ends_on": found.on_site_ends_on,
    }
