"""`/conflicts`: fields that two changed, and what a person decided of them."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.field.conflicts import answers, queries, schemas, service
from api.field.conflicts.workflow import WORKFLOW
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit

resource = Resource("/conflicts", visible=queries.visible)
router = resource.router


@resource.get(permission=P.CONFLICTS_VIEW, answer=list_of(schemas.ConflictRow))
def list_conflicts(unit: Unit, query: schemas.ConflictsQuery) -> dict[str, Any]:
    """Conflicts in the caller's sight, newest first."""
    return queries.page(unit, query, lambda row: answers.line(unit, row))


@resource.get("/{id}", permission=P.CONFLICTS_VIEW, answer=schemas.ConflictRead)
def read_conflict(unit: Unit, id: Id) -> dict[str, Any]:
    """One conflict with both values and what stands there now."""
    return answers.read(unit, id)


resource.actions(WORKFLOW, service, answer=schemas.ConflictRead)
