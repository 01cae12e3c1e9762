"""`/stock-reservations`: what is kept for an order, and what an order waits for (D26, R107, R182)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit
from api.parts.problems import OrderClosed, SerialElsewhere, StockShort
from api.parts.reservations import queries, schemas, service
from api.parts.reservations.workflow import WORKFLOW

resource = Resource("/stock-reservations", visible=queries.visible)
router = resource.router
REFUSES = (StockShort, SerialElsewhere, OrderClosed)


@resource.get(permission=P.STOCK_RESERVATIONS_VIEW, answer=list_of(schemas.ReservationRead))
def list_stock_reservations(unit: Unit, query: schemas.ReservationsQuery) -> dict[str, Any]:
    """Reservations and requests, of one order or of all."""
    return queries.listed(unit, query)


@resource.post(permission=P.STOCK_RESERVATIONS_CREATE, answer=schemas.ReservationRead, key="required", refuses=REFUSES)
def reserve_stock(unit: Unit, command: schemas.ReservationCreate) -> dict[str, Any]:
    """Keep pieces for an order, or request what is not there."""
    return service.reserve(unit, command)


@resource.get("/{id}", permission=P.STOCK_RESERVATIONS_VIEW, answer=schemas.ReservationRead)
def read_stock_reservation(unit: Unit, id: Id) -> dict[str, Any]:
    """One reservation."""
    return queries.read(unit, id)


resource.actions(WORKFLOW, service, answer=schemas.ReservationRead, refuses=REFUSES)
