"""`/bookings`: who is taken when; jobs are booked through their orders, leave here."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import Order, list_of, moment, page
from api.kit.problems import Clash
from api.kit.unit import Unit
from api.network.bookings import queries, schemas, service
from api.network.bookings.model import Booking

resource = Resource("/bookings", visible=queries.visible)
router = resource.router
_booking = Booking.__table__  # type: ignore[attr-defined]


@resource.get(permission=P.BOOKINGS_VIEW, answer=list_of(schemas.BookingRead))
def list_bookings(unit: Unit, query: schemas.BookingQuery) -> dict[str, Any]:
    """What holds in the span, by its start; released bookings are left out."""
    statement = queries.listed(unit).where(_booking.c.released_at.is_(None))
    if query.from_:
        statement = statement.where(_booking.c.blocked_to > query.from_)
    if query.to:
        statement = statement.where(_booking.c.blocked_from < query.to)
    if query.station_id:
        statement = statement.where(_booking.c.station_id == query.station_id)
    if query.employee_id:
        statement = statement.where(_booking.c.employee_id == query.employee_id)
    order = Order(_booking.c.starts_at, _booking.c.id, of=moment)
    found = page(unit, statement, query, {"starts_at": order}, sort="starts_at")
    return found | {"items": service.shown(unit, found["items"])}


@resource.post(permission=P.BOOKINGS_ASSIGN, answer=schemas.BookingRead, refuses=(Clash,), key="required")
def take_leave(unit: Unit, command: schemas.TakeLeave) -> dict[str, Any]:
    """Block an employee's time for leave."""
    return service.take_leave(unit, command)


@resource.get("/{id}", permission=P.BOOKINGS_VIEW, answer=schemas.BookingRead)
def read_booking(unit: Unit, id: Id) -> dict[str, Any]:
    """One booking, released ones too."""
    return service.read(unit, id)


@resource.post(
    "/{id}/move",
    permission=P.BOOKINGS_ASSIGN,
    answer=schemas.BookingRead,
    refuses=(Clash,),
    key="required",
    match="required",
    status=200,
)
def move_use(unit: Unit, id: Id, command: schemas.MoveUse) -> dict[str, Any]:
    """Give a vehicle or a bench another time, or the time another vehicle or bench; jobs are moved with their orders."""
    return service.move_use(unit, id, command)


@resource.post(
    "/{id}/release",
    permission=P.BOOKINGS_VOID,
    answer=schemas.BookingRead,
    refuses=(Clash,),
    key="required",
    status=200,
)
def end_leave(unit: Unit, id: Id, command: schemas.EndLeave) -> dict[str, Any]:
    """Give leave back, or the time of a vehicle or a bench."""
    return service.end_leave(unit, id, command)
