"""`/bookable-resources`: vehicles and benches, whose time is booked like people's."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import Clash
from api.kit.unit import Unit
from api.network.bookable_resources import queries, schemas, service
from api.network.bookings import queries as bookings
from api.network.bookings.schemas import BookingRead, UseThing

resource = Resource("/bookable-resources", visible=queries.visible)
router = resource.router


@resource.get(permission=P.BOOKABLE_RESOURCES_VIEW, answer=list_of(schemas.BookableResourceRead))
def list_bookable_resources(unit: Unit, query: schemas.Query) -> dict[str, Any]:
    """Vehicles and benches in use, by name."""
    return queries.listed(unit, query)


@resource.post(permission=P.BOOKABLE_RESOURCES_CREATE, answer=schemas.BookableResourceRead)
def add_bookable_resource(unit: Unit, command: schemas.Add) -> dict[str, Any]:
    """Put a vehicle or a bench on file."""
    return service.add(unit, command)


@resource.get("/{id}", permission=P.BOOKABLE_RESOURCES_VIEW, answer=schemas.BookableResourceRead)
def read_bookable_resource(unit: Unit, id: Id) -> dict[str, Any]:
    """One vehicle or bench."""
    return queries.shown(queries.one(unit, id))


@resource.patch("/{id}", permission=P.BOOKABLE_RESOURCES_EDIT, answer=schemas.BookableResourceRead)
def change_bookable_resource(unit: Unit, id: Id, command: schemas.Change) -> dict[str, Any]:
    """Another name, or out of use."""
    return service.change(unit, id, command)


@resource.post(
    "/{id}/book",
    permission=P.BOOKINGS_ASSIGN,
    answer=BookingRead,
    refuses=(Clash,),
    key="required",
    location="/api/v1/bookings",
    visible=bookings.visible,
)
def book_resource(unit: Unit, id: Id, command: UseThing) -> dict[str, Any]:
    """Take a vehicle's or a bench's time; what overlaps is refused (P4)."""
    return service.book(unit, id, command)
