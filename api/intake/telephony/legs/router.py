"""`/call-legs`: an agent's side of a call; what pops up on his screen."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.intake.telephony.legs import queries, schemas, service
from api.intake.telephony.legs.workflow import WORKFLOW
from api.intake.telephony.requests.problems import LineDown
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit

resource = Resource("/call-legs", visible=queries.visible)
router = resource.router


@resource.get(permission=P.CALL_LEGS_VIEW, answer=list_of(schemas.LegRead))
def list_call_legs(unit: Unit, query: schemas.Query) -> dict[str, Any]:
    """Sides of calls, the newest first; `live` are those that ring or talk now."""
    return service.listed(unit, query)


@resource.get("/{id}", permission=P.CALL_LEGS_VIEW, answer=schemas.LegRead)
def read_call_leg(unit: Unit, id: Id) -> dict[str, Any]:
    """One side of a call: who calls, what is open for him, and what may be done."""
    return service.read(unit, id)


resource.actions(WORKFLOW, service, answer=schemas.LegRead, refuses=(LineDown,))
