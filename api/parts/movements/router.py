"""`/stock-movements`: the ledger itself; only ever added to."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import Clash
from api.kit.unit import Unit
from api.parts.movements import queries, schemas, service
from api.parts.problems import OrderClosed, SerialElsewhere, StockShort

resource = Resource("/stock-movements", visible=queries.visible)
router = resource.router
SHORT = (StockShort, SerialElsewhere)


@resource.get(permission=P.STOCK_MOVEMENTS_VIEW, answer=list_of(schemas.MovementRead))
def list_stock_movements(unit: Unit, query: schemas.MovementsQuery) -> dict[str, Any]:
    """Movements by part, place, order and time, the newest first."""
    return queries.listed(unit, query)


@resource.post("/receive", permission=P.STOCK_MOVEMENTS_CREATE, answer=schemas.SlipRead, key="required",
               refuses=SHORT, location="/api/v1/stock-movements")  # fmt: skip
def receive_stock(unit: Unit, command: schemas.Receive) -> dict[str, Any]:
    """Goods come in from outside."""
    return service.receive(unit, command)


@resource.post("/issue", permission=P.STOCK_MOVEMENTS_CREATE, answer=schemas.SlipRead, key="required",
               refuses=(*SHORT, OrderClosed), location="/api/v1/stock-movements")  # fmt: skip
def issue_stock(unit: Unit, command: schemas.Issue) -> dict[str, Any]:
    """Parts leave stock for an order that is open."""
    return service.issue(unit, command)


@resource.post("/return", permission=P.STOCK_MOVEMENTS_EDIT, answer=schemas.SlipRead, key="required",
               refuses=(*SHORT, Clash), location="/api/v1/stock-movements")  # fmt: skip
def return_stock(unit: Unit, command: schemas.Return) -> dict[str, Any]:
    """Parts issued for an order and not needed come back."""
    return service.take_back(unit, command)


@resource.post("/move", permission=P.STOCK_MOVEMENTS_ASSIGN, answer=schemas.SlipRead, key="required",
               refuses=SHORT, location="/api/v1/stock-movements")  # fmt: skip
def move_stock(unit: Unit, command: schemas.Move) -> dict[str, Any]:
    """From one shelf to another of the same station."""
    return service.move(unit, command)


@resource.post("/scrap", permission=P.STOCK_MOVEMENTS_APPROVE, answer=schemas.SlipRead, key="required",
               refuses=SHORT, location="/api/v1/stock-movements")  # fmt: skip
def scrap_stock(unit: Unit, command: schemas.Scrap) -> dict[str, Any]:
    """Write parts off, with a reason."""
    return service.scrap(unit, command)


@resource.get("/{id}", permission=P.STOCK_MOVEMENTS_VIEW, answer=schemas.MovementRead)
def read_stock_movement(unit: Unit, id: Id) -> dict[str, Any]:
    """One movement."""
    return queries.read(unit, id)


@resource.post("/{id}/reverse", permission=P.STOCK_MOVEMENTS_APPROVE, answer=schemas.SlipRead, key="required",
               refuses=(*SHORT, Clash), location="/api/v1/stock-movements")  # fmt: skip
def reverse_stock_movement(unit: Unit, id: Id, command: schemas.Reverse) -> dict[str, Any]:
    """Post the opposite of a movement that was wrong."""
    return service.reverse(unit, id, command)
