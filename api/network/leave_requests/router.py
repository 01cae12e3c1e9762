"""`/leave-requests`: leave, asked for and decided."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import Clash
from api.kit.unit import Unit
from api.network.leave_requests import queries, schemas, service
from api.network.leave_requests.workflow import WORKFLOW

resource = Resource("/leave-requests", visible=queries.visible)
router = resource.router


@resource.get(permission=P.LEAVE_REQUESTS_VIEW, answer=list_of(schemas.LeaveRow))
def list_leave_requests(unit: Unit, query: schemas.LeaveQuery) -> dict[str, Any]:
    """Leave, one's own or that of one's stations."""
    return queries.listed(unit, query)


@resource.post(permission=P.LEAVE_REQUESTS_CREATE, answer=schemas.LeaveRead, refuses=(Clash,))
def ask_for_leave(unit: Unit, command: schemas.LeaveCreate) -> dict[str, Any]:
    """Ask for leave, for oneself."""
    return service.ask(unit, command)


@resource.get("/{id}", permission=P.LEAVE_REQUESTS_VIEW, answer=schemas.LeaveRead)
def read_leave_request(unit: Unit, id: Id) -> dict[str, Any]:
    """One request."""
    return queries.read(unit, id)


resource.actions(WORKFLOW, service, answer=schemas.LeaveRead, refuses=(Clash,))
