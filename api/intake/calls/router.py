"""`/calls`: telephone contacts, taken by the agent."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.intake.calls import dialling, queries, schemas, service
from api.intake.calls.workflow import WORKFLOW
from api.intake.service_requests.problems import MatterOver
from api.intake.telephony.requests.problems import LineDown, NoSeat
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit

resource = Resource("/calls", visible=queries.visible)
router = resource.router


@resource.get(permission=P.CALLS_VIEW, answer=list_of(schemas.CallRow))
def list_calls(unit: Unit, query: schemas.Query) -> dict[str, Any]:
    """Calls, the newest first."""
    return queries.page(unit, query, lambda row: service.line(unit, row))


@resource.post(permission=P.CALLS_CREATE, answer=schemas.CallRead)
def create_call(unit: Unit, command: schemas.Create) -> dict[str, Any]:
    """Record a call as answered by the caller, with its rings or its waiting time (R39)."""
    return service.create(unit, command)


@resource.post("/dial", permission=P.CALLS_CREATE, answer=schemas.CallRead, refuses=(LineDown, NoSeat))
def dial_call(unit: Unit, command: schemas.Dial) -> dict[str, Any]:
    """Call somebody through the exchange; his number is not shown."""
    return dialling.dial(unit, command)


@resource.get("/{id}", permission=P.CALLS_VIEW, answer=schemas.CallRead)
def read_call(unit: Unit, id: Id) -> dict[str, Any]:
    """One call."""
    return service.read(unit, id)


resource.actions(WORKFLOW, service, answer=schemas.CallRead, refuses=(MatterOver,))
