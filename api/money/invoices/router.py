"""`/invoices`: VAT invoices as data (D25)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import Duplicate, TransitionRefused
from api.kit.unit import Unit
from api.money.invoices import answers, queries, schemas, service
from api.money.invoices.problems import MoreThanBilled
from api.money.invoices.workflow import WORKFLOW

resource = Resource("/invoices", visible=queries.visible)
router = resource.router


@resource.get(permission=P.INVOICES_VIEW, answer=list_of(schemas.InvoiceRow))
def list_invoices(unit: Unit, query: schemas.InvoicesQuery) -> dict[str, Any]:
    """Invoices in the caller's sight; `out=true` those that somebody has with him (D25)."""
    return queries.page(unit, query, lambda row: answers.line(unit, row))


@resource.post(
    permission=P.INVOICES_CREATE, answer=schemas.InvoiceRead, key="required",
    refuses=(TransitionRefused, MoreThanBilled),
)  # fmt: skip
def request_invoice(unit: Unit, command: schemas.InvoiceCreate) -> dict[str, Any]:
    """Ask for an invoice."""
    return service.request(unit, command)


@resource.get("/{id}", permission=P.INVOICES_VIEW, answer=schemas.InvoiceRead)
def read_invoice(unit: Unit, id: Id) -> dict[str, Any]:
    """One invoice."""
    return answers.read(unit, id)


resource.actions(WORKFLOW, service, answer=schemas.InvoiceRead, refuses=(Duplicate,))
