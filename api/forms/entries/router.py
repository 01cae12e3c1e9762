"""`/entries`: what was filled in, about which record, and by whom it was signed."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Response
from pydantic import StringConstraints

from api.access.policy import P
from api.events import timelines
from api.forms.entries import answers, asking, queries, schemas, service, signing
from api.forms.entries.workflow import WORKFLOW
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import Clash, NotFound, TransitionRefused
from api.kit.unit import Unit

Place = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_.]{1,40}$")]
resource = Resource("/entries", visible=queries.visible)
router = resource.router


@resource.get(permission=P.ENTRIES_VIEW, answer=list_of(schemas.EntryRow))
def list_entries(unit: Unit, query: schemas.EntriesQuery) -> dict[str, Any]:
    """Entries in the caller's sight, newest first."""
    return queries.page(unit, query, lambda row: answers.line(unit, row))


@resource.post(permission=P.ENTRIES_CREATE, answer=schemas.EntryRead, refuses=(TransitionRefused,))
def open_entry(unit: Unit, command: schemas.EntryOpen) -> dict[str, Any]:
    """Begin to fill in a form about a record."""
    return service.open_entry(unit, command)


@resource.get("/asked", permission=P.ENTRIES_VIEW, answer=schemas.AskedList)
def list_asked_entries(unit: Unit, query: schemas.AskedQuery) -> dict[str, Any]:
    """The forms that a record asks for, each with its newest entry that counts."""
    return asking.asked(unit, query)


@resource.get("/{id}", permission=P.ENTRIES_VIEW, answer=schemas.EntryRead)
def read_entry(unit: Unit, id: Id) -> dict[str, Any]:
    """One entry with the layout and schema of its own version."""
    return answers.read(unit, id)


@resource.patch("/{id}", permission=P.ENTRIES_EDIT, answer=schemas.EntryRead, refuses=(TransitionRefused,))
def edit_entry(unit: Unit, id: Id, command: schemas.EntryEdit) -> dict[str, Any]:
    """Write some fields of an open entry."""
    return service.edit(unit, id, command)


@resource.get("/{id}/signatures/{key}", permission=P.ENTRIES_VIEW, answer=None, media="image/png")
def read_entry_signature(unit: Unit, id: Id, key: Place) -> Response:
    """A drawn signature as a PNG picture."""
    picture = queries.picture(unit, id, key)
    if picture is None:
        raise NotFound
    headers = {"cache-control": "no-store", "content-disposition": 'inline; filename="signature.png"'}
    return Response(picture, 200, headers, "image/png")


resource.actions(WORKFLOW, service, signing, answer=schemas.EntryRead, refuses=(Clash,))
timelines.tell(resource, "entry")
