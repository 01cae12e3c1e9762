"""`/customer-contacts`: the log of contacts with customers (R397)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.customers.contact_log import queries, schemas, service
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit

resource = Resource("/customer-contacts", visible=queries.visible)
router = resource.router


@resource.get(permission=P.CUSTOMER_CONTACTS_VIEW, answer=list_of(schemas.ContactRow))
def list_customer_contacts(unit: Unit, query: schemas.ContactsQuery) -> dict[str, Any]:
    """Contacts, the newest first."""
    return service.listed(unit, query)


@resource.post(permission=P.CUSTOMER_CONTACTS_CREATE, answer=schemas.ContactRow)
def note_customer_contact(unit: Unit, command: schemas.ContactLogged) -> dict[str, Any]:
    """Write a contact down, with what comes next."""
    return service.note(unit, command)


@resource.get("/{id}", permission=P.CUSTOMER_CONTACTS_VIEW, answer=schemas.ContactRow)
def read_customer_contact(unit: Unit, id: Id) -> dict[str, Any]:
    """One contact."""
    return service.read(unit, id)


@resource.post("/{id}/report-up", permission=P.CUSTOMER_CONTACTS_EDIT, answer=schemas.ContactRow, status=200)
def report_customer_need(unit: Unit, id: Id, command: schemas.ReportUp) -> dict[str, Any]:
    """Report a need that this level cannot meet to the level above (R396)."""
    return service.report_up(unit, id, command)
