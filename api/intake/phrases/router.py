"""`/phrases`: what is said at hotline and counter, and what is not (R43, R44, R261, R262)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.intake.phrases import queries, schemas, service
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit

resource = Resource("/phrases", visible=queries.visible)
router = resource.router


@resource.get(permission=P.PHRASES_VIEW, answer=list_of(schemas.PhraseRead))
def list_phrases(unit: Unit, query: schemas.Query) -> dict[str, Any]:
    """All phrases in their order."""
    return service.read_all(unit, query)


@resource.post(permission=P.PHRASES_CREATE, answer=schemas.PhraseRead)
def add_phrase(unit: Unit, command: schemas.Create) -> dict[str, Any]:
    """One more, for the network or for a station."""
    return service.add(unit, command)


@resource.get("/{id}", permission=P.PHRASES_VIEW, answer=schemas.PhraseRead)
def read_phrase(unit: Unit, id: Id) -> dict[str, Any]:
    """One phrase."""
    return service.read(unit, id)


@resource.patch("/{id}", permission=P.PHRASES_EDIT, answer=schemas.PhraseRead)
def change_phrase(unit: Unit, id: Id, command: schemas.Change) -> dict[str, Any]:
    """Word it better, or take it out of use."""
    return service.change(unit, id, command)
