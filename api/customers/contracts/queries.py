"""Every SELECT on service agreements."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from api.access import scope
from api.access.policy import P
from api.customers.assets.model import Asset
from api.customers.contracts import schemas
from api.customers.contracts.model import Contract, ContractAsset
from api.customers.customers.model import Customer
from api.customers.products.model import Product
from api.kit import listing
from api.kit.listing import Order
from api.kit.unit import Row, Unit

_contract = Contract.__table__  # type: ignore[attr-defined]
_covered = ContractAsset.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_asset = Asset.__table__  # type: ignore[attr-defined]
_product = Product.__table__  # type: ignore[attr-defined]
_ORDERS = {
    "number": Order(_contract.c.number, _contract.c.id),
    "-created_at": Order(_contract.c.created_at, _contract.c.id, descending=True, of=listing.moment),
}


def seen(unit: Unit) -> ColumnElement[bool]:
    """The clause of agreements that the caller may see."""
    return scope.visible(unit, P.CONTRACTS_VIEW, Contract)


def visible(unit: Unit, id: str) -> Row:
    """The agreement, if the caller may see it."""
    return unit.one(Contract, _contract.c.id == id, seen(unit))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end of the transaction and checked against `If-Match`."""
    return unit.one(Contract, _contract.c.id == id, seen(unit), lock=True)


def covering(unit: Unit, asset_ids: Collection[str], on: date) -> dict[str, list[dict[str, Any]]]:
    """By device: the agreements whose term holds that day, for whoever may see the device (R47 asks for the answer).

    Whether one was ended before its time is for the rules to weigh.
    """
    if not asset_ids:
        return {}
    rows = unit.rows(
        select(*_contract.c, _covered.c.asset_id)
        .join(_covered, _covered.c.contract_id == _contract.c.id)
        .where(
            _covered.c.asset_id.in_(list(asset_ids)),
            _contract.c.starts_on <= on,
            _contract.c.ends_on >= on,
        )
        .order_by(_contract.c.ends_on.desc(), _contract.c.id)
    )
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["asset_id"], []).append(row)
    return found


def asset_ids(unit: Unit, contract_id: str) -> list[str]:
    """The devices under an agreement."""
    return list(unit.conn.execute(select(_covered.c.asset_id).where(_covered.c.contract_id == contract_id)).scalars())


def assets_of_customer(unit: Unit, ids: Collection[str], customer_id: str) -> set[str]:
    """Which of these devices belong to the customer."""
    wanted = select(_asset.c.id).where(_asset.c.id.in_(list(ids)), _asset.c.customer_id == customer_id)
    return set(unit.conn.execute(wanted).scalars())


def _selected() -> Select[Any]:
    return select(*_contract.c, _customer.c.name, _customer.c.customer_class).join(
        _customer, _customer.c.id == _contract.c.customer_id
    )


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One agreement as `ContractRead`."""
    visible(unit, id)
    found = unit.first(_selected().where(_contract.c.id == id))
    assert found
    return _shaped(unit, [found])[0]


def listed(unit: Unit, query: schemas.ContractsQuery) -> dict[str, Any]:
    """A page of agreements."""
    statement = _selected().where(seen(unit))
    if query.customer_id:
        statement = statement.where(_contract.c.customer_id == query.customer_id)
    answer = listing.page(unit, statement, query, _ORDERS, sort=query.sort)
    answer["items"] = _shaped(unit, answer["items"])
    return answer


def _shaped(unit: Unit, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    ids = [row["id"] for row in rows]
    covered = unit.rows(
        select(
            _covered.c.contract_id, _asset.c.id, _asset.c.serial, _product.c.model,
            _product.c.name.label("product_name"),
        )
        .join(_asset, _asset.c.id == _covered.c.asset_id)
        .join(_product, _product.c.id == _asset.c.product_id)
        .where(_covered.c.contract_id.in_(ids))
        .order_by(_asset.c.serial)
    )  # fmt: skip
    on = unit.today
    kept = ("starts_on", "ends_on", "ended_on", "covers_on_site", "covers_labour", "covers_parts")
    return [
        {key: row[key] for key in ("id", "number", "version", *kept)}
        | {
            "customer": {"id": row["customer_id"], "name": row["name"], "class": row["customer_class"]},
            "assets": [
                {key: asset[key] for key in ("id", "serial", "model", "product_name")}
                for asset in covered
                if asset["contract_id"] == row["id"]
            ],
            "status": _status(row, on),
        }
        for row in rows
    ]


def _status(row: dict[str, Any], on: date) -> schemas.Status:
    last = row["ends_on"] if row["ended_on"] is None else min(row["ends_on"], row["ended_on"])
    if on > last:
        return "ended"
    return "upcoming" if on < row["starts_on"] else "active"
