"""`/consultations`: the register of questions, and the queue of promised answers (R53 to R57)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.intake.consultations import queries, schemas, service, telling
from api.intake.consultations.workflow import WORKFLOW
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import Duplicate, TransitionRefused
from api.kit.unit import Unit

resource = Resource("/consultations", visible=queries.visible)
router = resource.router
assert telling


@resource.get(permission=P.CONSULTATIONS_VIEW, answer=list_of(schemas.ConsultationRow))
def list_consultations(unit: Unit, query: schemas.Query) -> dict[str, Any]:
    """What is owed, by when the customer must hear; or the register, the newest first."""
    return queries.page(unit, query, lambda row: service.line(unit, row))


@resource.post(
    permission=P.CONSULTATIONS_CREATE, answer=schemas.ConsultationRead, refuses=(Duplicate, TransitionRefused)
)
def promise_reply(unit: Unit, command: schemas.Create) -> dict[str, Any]:
    """Promise an answer by a time, or pass the question on with what was clarified."""
    return service.promise(unit, command)


@resource.get("/latest", permission=P.CONSULTATIONS_CREATE, answer=schemas.LimitRead)
def read_latest_reply(unit: Unit, query: schemas.Limit) -> dict[str, Any]:
    """The latest time that may be promised now (D12)."""
    return service.latest(unit, query)


@resource.get("/{id}", permission=P.CONSULTATIONS_VIEW, answer=schemas.ConsultationRead)
def read_consultation(unit: Unit, id: Id) -> dict[str, Any]:
    """One record."""
    return service.read(unit, id)


resource.actions(WORKFLOW, service, answer=schemas.ConsultationRead)
