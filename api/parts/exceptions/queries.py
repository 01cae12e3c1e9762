"""Every SELECT on exceptions."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from api.access import scope
from api.access.policy import P
from api.kit import listing
from api.kit.listing import Order
from api.kit.unit import Row, Unit
from api.network.employees.model import Employee
from api.parts.catalogue import queries as catalogue
from api.parts.catalogue.model import Part
from api.parts.exceptions import schemas
from api.parts.exceptions.model import StockException
from api.parts.exceptions.workflow import WORKFLOW
from api.parts.places import queries as places
from api.parts.places.model import StockPlace

_kept = StockException.__table__  # type: ignore[attr-defined]
_part = Part.__table__  # type: ignore[attr-defined]
_place = StockPlace.__table__  # type: ignore[attr-defined]
_user = Employee.__table__.alias("used_by")  # type: ignore[attr-defined]
_settler = Employee.__table__.alias("settler")  # type: ignore[attr-defined]
BASE = "/api/v1/stock-exceptions"
_ORDERS = {"-created_at": Order(_kept.c.created_at, _kept.c.id, descending=True, of=listing.moment)}
_OWN = (
    "id", "version", "number", "status", "station_id", "quantity", "there", "serials", "order_id", "order_number",
    "employee_id", "occurred_at", "settled_by_id", "settled_at", "reason",
)  # fmt: skip


def seen(unit: Unit) -> ColumnElement[bool]:
    """The clause of exceptions that the caller may see."""
    return scope.visible(unit, P.STOCK_EXCEPTIONS_VIEW, StockException)


def visible(unit: Unit, id: str) -> Row:
    """The exception, if the caller may see it."""
    return unit.one(StockException, _kept.c.id == id, seen(unit))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end of the transaction and checked against `If-Match`."""
    return unit.one(StockException, _kept.c.id == id, seen(unit), lock=True)


def _selected() -> Select[Any]:
    return (
        select(
            *(_kept.c[name] for name in _OWN), _kept.c.created_at.label("recorded_at"), *catalogue.REFS,
            *places.refs(_place, "place"), _user.c.name.label("user_name"), _settler.c.name.label("settler_name"),
        )
        .join(_part, _part.c.id == _kept.c.part_id)
        .join(_place, _place.c.id == _kept.c.place_id)
        .outerjoin(_user, _user.c.id == _kept.c.employee_id)
        .outerjoin(_settler, _settler.c.id == _kept.c.settled_by_id)
    )  # fmt: skip


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One exception as `ExceptionRead`."""
    visible(unit, id)
    found = unit.first(_selected().where(_kept.c.id == id))
    assert found
    return _shaped(unit, found)


def listed(unit: Unit, query: schemas.ExceptionsQuery) -> dict[str, Any]:
    """A page of exceptions, the newest first."""
    statement = _selected().where(seen(unit))
    for name in ("status", "order_id", "station_id"):
        if (wanted := getattr(query, name)) is not None:
            statement = statement.where(_kept.c[name] == wanted)
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=lambda row: _shaped(unit, row))


def open_of_orders(unit: Unit, order_ids: Collection[str]) -> list[dict[str, Any]]:
    """What of orders is not settled yet, for an order's page; unscoped, because the order was."""
    statement = _selected().where(_kept.c.order_id.in_(sorted(order_ids)), _kept.c.status == "open")
    return [_shaped(unit, row) for row in unit.rows(statement.order_by(_kept.c.id))]


def _shaped(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    subject = Row(_kept, dict(row))
    people = {
        "employee": (row.pop("employee_id"), row.pop("user_name")),
        "settled_by": (row.pop("settled_by_id"), row.pop("settler_name")),
    }
    return row | {
        "status_label": WORKFLOW.label(row["status"], unit.locale), "part": catalogue.ref(row),
        "place": places.ref(row, "place"),
        **{who: {"id": id, "name": name} if name else None for who, (id, name) in people.items()},
        "offered": WORKFLOW.offered(unit, subject, BASE),
    }  # fmt: skip
