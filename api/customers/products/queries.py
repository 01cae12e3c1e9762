"""Every SELECT on products; the catalogue is the same for everybody who may see it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, func, or_, select

from api.access import scope
from api.access.policy import P
from api.customers.products import schemas
from api.customers.products.model import Product
from api.kit import listing
from api.kit.listing import Order
from api.kit.pinyin import fold
from api.kit.unit import Row, Unit
from api.network.employees.model import Skill

_product = Product.__table__  # type: ignore[attr-defined]
_skill = Skill.__table__  # type: ignore[attr-defined]
_ORDERS = {
    "model": Order(_product.c.model, _product.c.id),
    "-created_at": Order(_product.c.created_at, _product.c.id, descending=True, of=listing.moment),
}


def visible(unit: Unit, id: str) -> Row:
    """The product."""
    return unit.one(Product, _product.c.id == id, scope.visible(unit, P.PRODUCTS_VIEW, Product))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end of the transaction and checked against `If-Match`."""
    return unit.one(Product, _product.c.id == id, scope.visible(unit, P.PRODUCTS_VIEW, Product), lock=True)


def known(unit: Unit, id: str) -> Row | None:
    """The product for a body's `product_id`, or None."""
    found = unit.first(select(*_product.c).where(_product.c.id == id))
    return None if found is None else Row(_product, found)


def model_taken(unit: Unit, model: str) -> bool:
    """Whether a product of this model is there."""
    return unit.value(select(_product.c.id).where(_product.c.model == model)) is not None


def skill_known(unit: Unit, id: str) -> bool:
    """Whether there is such a skill."""
    return unit.value(select(_skill.c.id).where(_skill.c.id == id)) is not None


def by_serial(unit: Unit, serial: str) -> dict[str, Any] | None:
    """The product whose prefix the serial begins with, the longest one (D1)."""
    prefixes = [serial[:length] for length in range(2, min(len(serial), 20) + 1)]
    return unit.first(
        select(_product.c.id, _product.c.model, _product.c.serial_prefix)
        .where(_product.c.serial_prefix.in_(prefixes))
        .order_by(func.length(_product.c.serial_prefix).desc(), _product.c.id)
        .limit(1)
    )


def _selected() -> Select[Any]:
    return select(
        _product.c.id, _product.c.version, _product.c.model, _product.c.name, _product.c.family,
        _product.c.warranty_months, _product.c.on_site_months, _product.c.serial_prefix, _product.c.active,
        _product.c.skill_id, _skill.c.code, _skill.c.name.label("skill_name"), _skill.c.name_en,
    ).outerjoin(_skill, _skill.c.id == _product.c.skill_id)  # fmt: skip


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One product as `ProductRead`."""
    visible(unit, id)
    found = unit.first(_selected().where(_product.c.id == id))
    assert found
    return _shaped(unit, found)


def listed(unit: Unit, query: schemas.ProductsQuery) -> dict[str, Any]:
    """A page of products; the catalogue is small enough to be looked through."""
    statement = _selected().where(scope.visible(unit, P.PRODUCTS_VIEW, Product))
    if query.q:
        part = fold(query.q).strip()
        columns = (func.lower(_product.c.model), func.lower(_product.c.name), _product.c.name_key, _product.c.family)
        statement = statement.where(or_(*(column.contains(part, autoescape=True) for column in columns)))
    if query.active:
        statement = statement.where(_product.c.active.is_(query.active == "true"))
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=lambda row: _shaped(unit, row))


def _shaped(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    name = row["name_en"] if unit.locale.startswith("en") else row["skill_name"]
    skill = {"id": row["skill_id"], "code": row["code"], "name": name} if row["skill_id"] else None
    kept = ("id", "version", "model", "name", "family", "warranty_months", "on_site_months", "serial_prefix", "active")
    return {key: row[key] for key in kept} | {"skill": skill}
