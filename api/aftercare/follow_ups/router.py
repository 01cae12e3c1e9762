"""`/follow-ups`: the calls of the fourth step."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.aftercare.follow_ups import answers, queries, schemas, service
from api.aftercare.follow_ups.problems import OutsideCallHours
from api.aftercare.follow_ups.workflow import WORKFLOW
from api.events.feed import timeline
from api.events.schemas import TimelineRead
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit
from api.network.clocks import explain
from api.network.clocks.schemas import ClockList

resource = Resource("/follow-ups", visible=queries.visible)
router = resource.router


@resource.get(permission=P.FOLLOW_UPS_VIEW, answer=list_of(schemas.FollowUpRow))
def list_follow_ups(unit: Unit, query: schemas.Query) -> dict[str, Any]:
    """Follow-ups in the caller's sight, those due first."""
    return queries.page(unit, query, lambda row: answers.line(unit, row))


@resource.get("/{id}", permission=P.FOLLOW_UPS_VIEW, answer=schemas.FollowUpRead)
def read_follow_up(unit: Unit, id: Id) -> dict[str, Any]:
    """One call with its script, its questions and the job it is about."""
    return answers.read(unit, id)


@resource.get("/{id}/clocks", permission=P.FOLLOW_UPS_VIEW, answer=ClockList)
def list_follow_up_clocks(unit: Unit, id: Id) -> dict[str, Any]:
    """Every clock of the follow-up, with what it was worked out from."""
    row = queries.one(unit, id)
    return {"items": explain.read(unit, subject_id=row.id)}


@resource.get("/{id}/events", permission=P.FOLLOW_UPS_VIEW, answer=TimelineRead)
def list_follow_up_events(unit: Unit, id: Id) -> dict[str, Any]:
    """What happened in the fourth step, oldest first."""
    row = queries.one(unit, id)
    return timeline(unit, "follow_up", row.id)


resource.actions(WORKFLOW, service, answer=schemas.FollowUpRead, refuses=(OutsideCallHours,))
