"""Every SELECT on transfers; the sending station sees them beside the receiving one."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from api.access import scope
from api.access.policy import P
from api.kit import listing
from api.kit.listing import Order
from api.kit.unit import Row, Unit
from api.network.employees.model import Employee
from api.parts.catalogue import queries as catalogue
from api.parts.catalogue.model import Part
from api.parts.places import queries as places
from api.parts.places.model import StockPlace
from api.parts.transfers import schemas
from api.parts.transfers.model import StockTransfer
from api.parts.transfers.workflow import WORKFLOW

_transfer = StockTransfer.__table__  # type: ignore[attr-defined]
_part = Part.__table__  # type: ignore[attr-defined]
_from = StockPlace.__table__.alias("from_place")  # type: ignore[attr-defined]
_to = StockPlace.__table__.alias("to_place")  # type: ignore[attr-defined]
_sender = Employee.__table__.alias("sender")  # type: ignore[attr-defined]
_receiver = Employee.__table__.alias("receiver")  # type: ignore[attr-defined]
BASE = "/api/v1/stock-transfers"
_ORDERS = {"-created_at": Order(_transfer.c.created_at, _transfer.c.id, descending=True, of=listing.moment)}
_OWN = (
    "id", "version", "number", "status", "quantity", "serials", "station_id", "from_station_id", "sent_by_id",
    "received_by_id", "sender_id", "receiver_id", "created_at", "received_at", "note", "reason",
)  # fmt: skip


def seen(unit: Unit) -> ColumnElement[bool]:
    """The clause of transfers that the caller may see: those to his stations and those from them."""
    sent = _transfer.c.from_station_id.in_(sorted(unit.actor.reach(P.STOCK_TRANSFERS_VIEW).stations))
    return or_(scope.visible(unit, P.STOCK_TRANSFERS_VIEW, StockTransfer), sent)


def visible(unit: Unit, id: str) -> Row:
    """The transfer, if the caller may see it."""
    return unit.one(StockTransfer, _transfer.c.id == id, seen(unit))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end of the transaction and checked against `If-Match`."""
    return unit.one(StockTransfer, _transfer.c.id == id, seen(unit), lock=True)


def _selected() -> Select[Any]:
    return (
        select(
            *(_transfer.c[name] for name in _OWN), *catalogue.REFS, *places.refs(_from, "from"),
            *places.refs(_to, "to"), _sender.c.name.label("sender_name"), _receiver.c.name.label("receiver_name"),
        )
        .join(_part, _part.c.id == _transfer.c.part_id)
        .join(_from, _from.c.id == _transfer.c.from_place_id)
        .join(_to, _to.c.id == _transfer.c.to_place_id)
        .outerjoin(_sender, _sender.c.id == _transfer.c.sent_by_id)
        .outerjoin(_receiver, _receiver.c.id == _transfer.c.received_by_id)
    )  # fmt: skip


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One transfer as `TransferRead`; whoever took it back sees it done."""
    visible(unit, id)
    found = unit.first(_selected().where(_transfer.c.id == id))
    assert found
    return _shaped(unit, found)


def listed(unit: Unit, query: schemas.TransfersQuery) -> dict[str, Any]:
    """A page of transfers, the newest first."""
    statement = _selected().where(seen(unit))
    if query.status:
        statement = statement.where(_transfer.c.status == query.status)
    if query.part_id:
        statement = statement.where(_transfer.c.part_id == query.part_id)
    if query.place_id:
        ends = or_(_transfer.c.from_place_id == query.place_id, _transfer.c.to_place_id == query.place_id)
        statement = statement.where(ends)
    if query.mine is not None:
        mine = func.coalesce(_transfer.c.receiver_id == unit.actor.employee_id, False)
        statement = statement.where(mine if query.mine else ~mine)
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=lambda row: _shaped(unit, row))


def _shaped(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    subject = Row(_transfer, dict(row))
    del row["sender_id"], row["receiver_id"]
    people = {
        "sent_by": (row.pop("sent_by_id"), row.pop("sender_name")),
        "received_by": (row.pop("received_by_id"), row.pop("receiver_name")),
    }
    return row | {
        "status_label": WORKFLOW.label(row["status"], unit.locale), "part": catalogue.ref(row),
        "from_place": places.ref(row, "from"), "to_place": places.ref(row, "to"),
        **{who: {"id": id, "name": name} if name else None for who, (id, name) in people.items()},
        "offered": WORKFLOW.offered(unit, subject, BASE),
    }  # fmt: skip
