"""`/service-requests`: the case."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.intake.service_requests import answers, consent, ending, judging, queries, schemas, service
from api.intake.service_requests.problems import MatterOver
from api.intake.service_requests.workflow import WORKFLOW
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import TransitionRefused
from api.kit.unit import Unit
from api.network.clocks import explain
from api.network.clocks.schemas import ClockList

resource = Resource("/service-requests", visible=queries.visible)
router = resource.router


@resource.get(permission=P.SERVICE_REQUESTS_VIEW, answer=list_of(schemas.ServiceRequestRow))
def list_service_requests(unit: Unit, query: schemas.Query) -> dict[str, Any]:
    """The queue: what is late first, then what falls due next, unless sorted otherwise."""
    return queries.page(unit, query, lambda row: answers.line(unit, row))


@resource.post(permission=P.SERVICE_REQUESTS_CREATE, answer=schemas.ServiceRequestRead, refuses=(TransitionRefused,))
def create_service_request(unit: Unit, command: schemas.Create) -> dict[str, Any]:
    """Take a need in: who, which device, where, what (R41)."""
    return service.create(unit, command)


@resource.get("/{id}", permission=P.SERVICE_REQUESTS_VIEW, answer=schemas.ServiceRequestRead)
def read_service_request(unit: Unit, id: Id) -> dict[str, Any]:
    """The case with its four steps, clocks, orders and follow-up."""
    return service.read(unit, id)


@resource.patch("/{id}", permission=P.SERVICE_REQUESTS_EDIT, answer=schemas.ServiceRequestRead, refuses=(MatterOver,))
def edit_service_request(unit: Unit, id: Id, command: schemas.Edit) -> dict[str, Any]:
    """Correct the facts of an open case."""
    return service.edit(unit, id, command)


@resource.get("/{id}/clocks", permission=P.SERVICE_REQUESTS_VIEW, answer=ClockList)
def list_service_request_clocks(unit: Unit, id: Id) -> dict[str, Any]:
    """Every promise of the case and of its orders, minute by minute."""
    queries.visible(unit, id)
    return {"items": explain.read(unit, case_id=id)}


resource.actions(WORKFLOW, judging, consent, ending, answer=schemas.ServiceRequestRead)
