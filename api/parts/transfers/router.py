"""`/stock-transfers`: parts between places, stations and vans, in two steps by two persons."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit
from api.parts.problems import SerialElsewhere, StockShort
from api.parts.transfers import queries, schemas, service
from api.parts.transfers.workflow import WORKFLOW

resource = Resource("/stock-transfers", visible=queries.visible)
router = resource.router
REFUSES = (StockShort, SerialElsewhere)


@resource.get(permission=P.STOCK_TRANSFERS_VIEW, answer=list_of(schemas.TransferRead))
def list_stock_transfers(unit: Unit, query: schemas.TransfersQuery) -> dict[str, Any]:
    """Transfers to and from the caller's stations, or to his van."""
    return queries.listed(unit, query)


@resource.post(permission=P.STOCK_TRANSFERS_CREATE, answer=schemas.TransferRead, key="required", refuses=REFUSES)
def send_stock(unit: Unit, command: schemas.Send) -> dict[str, Any]:
    """Send a part on its way."""
    return service.send(unit, command)


@resource.get("/{id}", permission=P.STOCK_TRANSFERS_VIEW, answer=schemas.TransferRead)
def read_stock_transfer(unit: Unit, id: Id) -> dict[str, Any]:
    """One transfer."""
    return queries.read(unit, id)


resource.actions(WORKFLOW, service, answer=schemas.TransferRead, refuses=REFUSES)
