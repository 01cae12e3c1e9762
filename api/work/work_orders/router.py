"""`/work-orders`: visits to customers, from the coordinator's desk to the signed record."""

from __future__ import annotations

from typing import Any

from fastapi import Response

from api.access.policy import P
from api.events.feed import timeline
from api.events.schemas import TimelineRead
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import Clash, NotFound
from api.kit.unit import Unit
from api.network.clocks import explain
from api.network.clocks.schemas import ClockList
from api.parts.problems import SerialElsewhere, StockShort
from api.work.work_orders import answers, assignment, coordination, parts, queries, schemas, visit
from api.work.work_orders.workflow import WORKFLOW

resource = Resource("/work-orders", visible=queries.visible)
router = resource.router


@resource.get(permission=P.WORK_ORDERS_VIEW, answer=list_of(schemas.WorkOrderRow))
def list_work_orders(unit: Unit, query: schemas.Query) -> dict[str, Any]:
    """Orders in the caller's sight; `sort=due` shows what is late first."""
    return queries.page(unit, query, lambda row: answers.line(unit, row))


@resource.get("/{id}", permission=P.WORK_ORDERS_VIEW, answer=schemas.WorkOrderRead)
def read_work_order(unit: Unit, id: Id) -> dict[str, Any]:
    """One order with what may be done now, and what is still lacking for the rest."""
    return answers.read(unit, id)


@resource.get("/{id}/clocks", permission=P.WORK_ORDERS_VIEW, answer=ClockList)
def list_work_order_clocks(unit: Unit, id: Id) -> dict[str, Any]:
    """Every clock of the order, with what it was worked out from."""
    order = queries.one(unit, id)
    return {"items": explain.read(unit, subject_id=order.id)}


@resource.get("/{id}/events", permission=P.WORK_ORDERS_VIEW, answer=TimelineRead)
def list_work_order_events(unit: Unit, id: Id) -> dict[str, Any]:
    """What happened to the order and to its clocks, oldest first."""
    order = queries.one(unit, id)
    return timeline(unit, "work_order", order.id)


@resource.get("/{id}/signature", permission=P.WORK_ORDERS_VIEW, answer=None, media="image/png")
def read_signature(unit: Unit, id: Id) -> Response:
    """The customer's signature as a PNG picture (R77)."""
    picture = queries.picture(unit, id)
    if picture is None:
        raise NotFound
    headers = {"cache-control": "no-store", "content-disposition": 'inline; filename="signature.png"'}
    return Response(picture, 200, headers, "image/png")


resource.actions(
    WORKFLOW, coordination, assignment, visit, parts, answer=schemas.WorkOrderRead,
    refuses=(Clash, StockShort, SerialElsewhere),
)  # fmt: skip
