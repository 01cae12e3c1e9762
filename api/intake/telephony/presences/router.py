"""`/presences`: who is there for calls; `/telephony/line`: the caller's own telephone."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.intake.telephony.presences import queries, schemas, service
from api.intake.telephony.presences.workflow import WORKFLOW
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import Clash
from api.kit.unit import Unit

resource = Resource("/presences", visible=queries.visible)
router = resource.router
line = Resource("/telephony")
line_router = line.router


@resource.get(permission=P.PRESENCES_VIEW, answer=list_of(schemas.PresenceRow))
def list_presences(unit: Unit, query: schemas.Query) -> dict[str, Any]:
    """Who is there for calls."""
    return queries.listed(unit, query)


@resource.post(permission=P.PRESENCES_CREATE, answer=schemas.PresenceRead, refuses=(Clash,))
def sign_on(unit: Unit, command: schemas.SignOn) -> dict[str, Any]:
    """Be there for calls, at this extension."""
    return service.sign_on(unit, command)


@resource.get("/{id}", permission=P.PRESENCES_VIEW, answer=schemas.PresenceRead)
def read_presence(unit: Unit, id: Id) -> dict[str, Any]:
    """One person's presence."""
    return queries.read(unit, id)


resource.actions(WORKFLOW, service, answer=schemas.PresenceRead)


@line.get("/line", permission=P.PRESENCES_CREATE, answer=schemas.LineRead)
def read_line(unit: Unit) -> dict[str, Any]:
    """The caller's own telephone: connected or not, extension, presence, and how many calls wait."""
    return service.line(unit)
