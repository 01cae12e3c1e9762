"""`/documents`: papers of records, each printing kept and told (R162); rights are always the record's own (T2)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.access.reveals import RevealLimit
from api.kit.edge import Afterwards, Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit
from api.paper.documents import bills as _bills
from api.paper.documents import consultations as _consultations
from api.paper.documents import handovers as _handovers
from api.paper.documents import issues as _issues
from api.paper.documents import queries, reading, schemas, service
from api.paper.documents import quotations as _quotations
from api.paper.documents import visits as _visits
from api.paper.documents.kinds import of_subject
from api.paper.documents.problems import NotReady

KINDS_TOLD = (_visits, _consultations, _quotations, _bills, _handovers, _issues)
"""Rooms' papers; each registers its kinds when it is imported."""
resource = Resource("/documents", visible=queries.visible)
router = resource.router


@resource.get(permission=P.DOCUMENTS_VIEW, answer=list_of(schemas.DocumentRead))
def list_documents(unit: Unit, query: schemas.Query) -> dict[str, Any]:
    """The printings of one record, the newest first."""
    of_subject(query.subject)[0].find(unit, query.subject_id)
    found = queries.page(unit, query)
    return found | {"items": [service.shown(unit, row) for row in found["items"]]}


@resource.get("/kinds", permission=P.DOCUMENTS_VIEW, answer=schemas.KindList)
def list_document_kinds(unit: Unit, query: schemas.OfSubject) -> dict[str, Any]:
    """What may be printed of a record, in which copies, and how often it was."""
    return service.offers(unit, query)


@resource.get("/preview", permission=P.DOCUMENTS_CREATE, answer=schemas.PreviewRead, refuses=(NotReady,))
def preview_document(unit: Unit, query: schemas.PreviewQuery) -> Afterwards:
    """The paper as it would be printed now: pictures of its pages, marked as a preview, numbers masked."""
    return reading.preview(unit, query)


@resource.post(
    permission=P.DOCUMENTS_CREATE, answer=schemas.DocumentRead, refuses=(NotReady, RevealLimit)
)  # fmt: skip
def create_document(unit: Unit, command: schemas.Print) -> dict[str, Any]:
    """Print a record: what stands on the paper is kept; `content_href` gives the PDF."""
    return service.print_one(unit, command)


@resource.post("/batch", permission=P.DOCUMENTS_EXPORT, answer=schemas.Batch, refuses=(NotReady, RevealLimit))
def create_document_batch(unit: Unit, command: schemas.PrintBatch) -> dict[str, Any]:
    """Print up to 50 records of one kind; all of them or none."""
    return service.print_batch(unit, command)


@resource.get("/{id}", permission=P.DOCUMENTS_VIEW, answer=schemas.DocumentRead)
def read_document(unit: Unit, id: Id) -> dict[str, Any]:
    """One printing."""
    return service.shown(unit, queries.visible(unit, id))


@resource.get("/{id}/content", permission=P.DOCUMENTS_VIEW, answer=None, media="application/pdf")
def read_document_content(unit: Unit, id: Id) -> Afterwards:
    """The PDF as it was printed. A number in full is given again only to who printed it, while he may see it."""
    return reading.content(unit, id)


@resource.get("/{id}/batch", permission=P.DOCUMENTS_VIEW, answer=None, media="application/pdf")
def read_document_batch(unit: Unit, id: Id) -> Afterwards:
    """All that was printed together with this document, in one PDF."""
    return reading.batch(unit, id)


assert KINDS_TOLD
