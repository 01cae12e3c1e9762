"""Every SELECT on the catalogue; the same for everybody who may see it, while quantities are those of his own sight."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, func, or_, select

from api.access import scope
from api.access.policy import P
from api.customers.products.model import Product
from api.kit import listing
from api.kit.listing import Order
from api.kit.pinyin import fold
from api.kit.unit import Row, Unit
from api.parts.catalogue import schemas
from api.parts.catalogue.model import Part, PartProduct, PartSubstitute
from api.parts.places.model import StockPlace
from api.parts.stock.model import StockPosition

_part = Part.__table__  # type: ignore[attr-defined]
_instead = PartSubstitute.__table__  # type: ignore[attr-defined]
_fits = PartProduct.__table__  # type: ignore[attr-defined]
_product = Product.__table__  # type: ignore[attr-defined]
_position = StockPosition.__table__  # type: ignore[attr-defined]
_place = StockPlace.__table__  # type: ignore[attr-defined]
_ORDERS = {
    "number": Order(_part.c.number, _part.c.id),
    "name": Order(_part.c.name_key, _part.c.id),
    "-created_at": Order(_part.c.created_at, _part.c.id, descending=True, of=listing.moment),
}
REF = ("id", "number", "name", "unit", "serial_tracked")
USABLE = ("centre", "store", "bin", "van", "bench")
"""Places whose stock may be taken; defective parts and those on their way may not."""


def visible(unit: Unit, id: str) -> Row:
    """The part."""
    return unit.one(Part, _part.c.id == id, scope.visible(unit, P.PARTS_VIEW, Part))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end of the transaction and checked against `If-Match`."""
    return unit.one(Part, _part.c.id == id, scope.visible(unit, P.PARTS_VIEW, Part), lock=True)


def known(unit: Unit, ids: Collection[str]) -> dict[str, Row]:
    """These parts by id, for the rooms' own use; unknown ids are left out."""
    if not ids:
        return {}
    rows = unit.rows(select(*_part.c).where(_part.c.id.in_(sorted(ids))))
    return {row["id"]: Row(_part, row) for row in rows}


def products_known(unit: Unit, ids: Collection[str]) -> set[str]:
    """Which of these models there are."""
    return set(unit.conn.execute(select(_product.c.id).where(_product.c.id.in_(sorted(ids)))).scalars())


def number_taken(unit: Unit, number: str) -> bool:
    """Whether a part of this number is there."""
    return unit.value(select(_part.c.id).where(_part.c.number == number)) is not None


def matching(term: str) -> Any:
    """The clause of parts whose number, name, sound or family hold this."""
    part = fold(term).strip()
    columns = (func.lower(_part.c.number), func.lower(_part.c.name), _part.c.name_key, func.lower(_part.c.family))
    return or_(*(column.contains(part, autoescape=True) for column in columns))


def _held(unit: Unit, pieces: Any) -> Any:
    """What lies where it may be taken from, as far as the caller sees stock; asked for the rows of a page only."""
    return func.coalesce(
        select(func.sum(pieces))
        .join(_place, _place.c.id == _position.c.place_id)
        .where(
            _position.c.part_id == _part.c.id, _place.c.kind.in_(USABLE),
            scope.visible(unit, P.STOCK_VIEW, StockPosition),
        )
        .correlate(_part)
        .scalar_subquery(),
        0,
    )  # fmt: skip


def _selected(unit: Unit) -> Select[Any]:
    return select(
        *(_part.c[name] for name in (*REF, "version", "family", "low_at", "scarce_at", "high_at", "active", "note")),
        _held(unit, _position.c.quantity).label("quantity"),
        _held(unit, _position.c.quantity - _position.c.reserved).label("available"),
    )  # fmt: skip


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One part as `PartRead`."""
    found = unit.first(_selected(unit).where(_part.c.id == id, scope.visible(unit, P.PARTS_VIEW, Part)))
    if found is None:
        visible(unit, id)
    assert found
    substitutes = unit.rows(
        select(
            *(_part.c[name] for name in REF),
            _held(unit, _position.c.quantity - _position.c.reserved).label("available"),
        )
        .join(_instead, _instead.c.substitute_id == _part.c.id)
        .where(_instead.c.part_id == id)
        .order_by(_part.c.number)
    )
    stands_in_for = unit.rows(
        select(*(_part.c[name] for name in REF))
        .join(_instead, _instead.c.part_id == _part.c.id)
        .where(_instead.c.substitute_id == id)
        .order_by(_part.c.number)
    )
    products = unit.rows(
        select(_product.c.id, _product.c.model, _product.c.name)
        .join(_fits, _fits.c.product_id == _product.c.id)
        .where(_fits.c.part_id == id)
        .order_by(_product.c.model)
    )
    return found | {"substitutes": substitutes, "stands_in_for": stands_in_for, "products": products}


def listed(unit: Unit, query: schemas.PartsQuery) -> dict[str, Any]:
    """A page of parts; the catalogue is small enough to be looked through."""
    statement = _selected(unit).where(scope.visible(unit, P.PARTS_VIEW, Part))
    if query.q:
        statement = statement.where(matching(query.q))
    if query.family:
        statement = statement.where(_part.c.family == query.family)
    if query.product_id:
        statement = statement.where(
            _part.c.id.in_(select(_fits.c.part_id).where(_fits.c.product_id == query.product_id))
        )
    if query.active:
        statement = statement.where(_part.c.active.is_(query.active == "true"))
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=_row)


def _row(row: dict[str, Any]) -> dict[str, Any]:
    del row["note"]
    return row


def ref(row: dict[str, Any]) -> dict[str, Any]:
    """A part's few words out of a row whose columns are labelled `part_…` (see `REFS`)."""
    return {name: row.pop(f"part_{name}") for name in REF}


REFS = tuple(_part.c[name].label(f"part_{name}") for name in REF)
"""Columns that `ref` gathers."""
