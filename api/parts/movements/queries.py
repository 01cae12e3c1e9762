"""Every SELECT on movements."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from api.access import scope
from api.access.policy import P
from api.kit import listing
from api.kit.listing import Order
from api.kit.unit import Row, Unit
from api.network.employees.model import Employee
from api.parts.catalogue import queries as catalogue
from api.parts.catalogue.model import Part
from api.parts.exceptions.model import StockException
from api.parts.movements import schemas
from api.parts.places import queries as places
from api.parts.places.model import StockPlace
from api.parts.reservations.model import StockReservation
from api.parts.stock.model import StockMovement
from api.parts.stock.words import KINDS

_movement = StockMovement.__table__  # type: ignore[attr-defined]
_reversing = _movement.alias("reversing")
_reservation = StockReservation.__table__  # type: ignore[attr-defined]
_exception = StockException.__table__  # type: ignore[attr-defined]
_part = Part.__table__  # type: ignore[attr-defined]
_from = StockPlace.__table__.alias("from_place")  # type: ignore[attr-defined]
_to = StockPlace.__table__.alias("to_place")  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_ORDERS = {"-created_at": Order(_movement.c.id, _movement.c.id, descending=True)}
_OWN = (
    "id", "number", "line", "kind", "quantity", "value_fen", "serials", "order_id", "order_number", "reason",
    "reverses_id", "occurred_at", "created_by_id", "station_id", "employee_id", "transfer_id",
)  # fmt: skip


def seen(unit: Unit) -> ColumnElement[bool]:
    """The clause of movements that the caller may see."""
    return scope.visible(unit, P.STOCK_MOVEMENTS_VIEW, StockMovement)


def visible(unit: Unit, id: str) -> Row:
    """The movement, if the caller may see it."""
    return unit.one(StockMovement, _movement.c.id == id, seen(unit))


def reversal_of(unit: Unit, id: str) -> str | None:
    """What reversed this movement."""
    return unit.value(select(_movement.c.id).where(_movement.c.reverses_id == id))


def _selected() -> Select[Any]:
    return (
        select(
            *(_movement.c[name] for name in _OWN), _movement.c.created_at.label("recorded_at"), *catalogue.REFS,
            *places.refs(_from, "from"), *places.refs(_to, "to"), _employee.c.name.label("employee_name"),
            _reversing.c.id.label("reversed_by_id"),
        )
        .join(_part, _part.c.id == _movement.c.part_id)
        .outerjoin(_from, _from.c.id == _movement.c.from_place_id)
        .outerjoin(_to, _to.c.id == _movement.c.to_place_id)
        .outerjoin(_employee, _employee.c.id == _movement.c.created_by_id)
        .outerjoin(_reversing, _reversing.c.reverses_id == _movement.c.id)
    )  # fmt: skip


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One movement as `MovementRead`."""
    visible(unit, id)
    found = unit.first(_selected().where(_movement.c.id == id))
    assert found
    return _shaped(unit, found)


def slip(unit: Unit, number: str) -> dict[str, Any]:
    """One paper with its lines, for whoever just wrote it."""
    rows = unit.rows(_selected().where(_movement.c.number == number).order_by(_movement.c.line))
    lines = [_shaped(unit, row) for row in rows]
    first = lines[0]
    return {name: first[name] for name in ("id", "number", "kind", "kind_label")} | {"movements": lines}


def listed(unit: Unit, query: schemas.MovementsQuery) -> dict[str, Any]:
    """A page of movements, the newest first."""
    statement = _selected().where(seen(unit))
    for name in ("part_id", "order_id", "transfer_id", "count_id", "kind", "number"):
        if (wanted := getattr(query, name)) is not None:
            statement = statement.where(_movement.c[name] == wanted)
    if query.place_id:
        here = or_(_movement.c.from_place_id == query.place_id, _movement.c.to_place_id == query.place_id)
        statement = statement.where(here)
    if query.from_ is not None:
        statement = statement.where(_movement.c.occurred_at >= query.from_)
    if query.to is not None:
        statement = statement.where(_movement.c.occurred_at < query.to)
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=lambda row: _shaped(unit, row))


def touches(unit: Unit, order_id: str) -> bool:
    """Whether anything of parts is told of an order: most orders need none, and their page asks no further."""
    asked = (
        select(table.c.id).where(table.c.order_id == order_id).exists()
        for table in (_movement, _reservation, _exception)
    )
    return bool(unit.value(select(or_(*asked))))


def of_orders(unit: Unit, order_ids: Collection[str]) -> list[dict[str, Any]]:
    """What was issued for orders and came back, the oldest first, for an order's page; unscoped, because the order was."""
    statement = _selected().where(_movement.c.order_id.in_(sorted(order_ids)))
    return [_shaped(unit, row) for row in unit.rows(statement.order_by(_movement.c.id))]


def _shaped(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    subject = Row(_movement, dict(row))
    employee, name = row.pop("created_by_id"), row.pop("employee_name")
    transfer = row.pop("transfer_id")
    del row["station_id"], row["employee_id"]
    again = row["reversed_by_id"] is None and row["kind"] != "reversal" and transfer is None
    return row | {
        "kind_label": unit.say(KINDS[row["kind"]]), "part": catalogue.ref(row),
        "from_place": places.ref(row, "from"), "to_place": places.ref(row, "to"),
        "employee": {"id": employee, "name": name} if employee and name else None,
        "reversible": again and employee != unit.actor.employee_id
        and unit.actor.may(P.STOCK_MOVEMENTS_APPROVE, subject),
    }  # fmt: skip
