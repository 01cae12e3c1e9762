"""`/customer-reminders`: what is not to be forgotten about customers (R397)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.customers.reminders import queries, schemas, service
from api.customers.reminders.workflow import WORKFLOW
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit

resource = Resource("/customer-reminders", visible=queries.visible)
router = resource.router


@resource.get(permission=P.CUSTOMER_CONTACTS_VIEW, answer=list_of(schemas.ReminderRow))
def list_customer_reminders(unit: Unit, query: schemas.RemindersQuery) -> dict[str, Any]:
    """Reminders, the oldest day first."""
    return service.listed(unit, query)


@resource.post(permission=P.CUSTOMER_CONTACTS_CREATE, answer=schemas.ReminderRow)
def make_customer_reminder(unit: Unit, command: schemas.ReminderCreate) -> dict[str, Any]:
    """Do not forget this about a customer."""
    return service.make(unit, command)


@resource.get("/{id}", permission=P.CUSTOMER_CONTACTS_VIEW, answer=schemas.ReminderRow)
def read_customer_reminder(unit: Unit, id: Id) -> dict[str, Any]:
    """One reminder with what may be done now."""
    return service.read(unit, id)


@resource.patch("/{id}", permission=P.CUSTOMER_CONTACTS_EDIT, answer=schemas.ReminderRow)
def move_customer_reminder(unit: Unit, id: Id, command: schemas.Move) -> dict[str, Any]:
    """Another day, perhaps another person."""
    return service.move(unit, id, command)


resource.actions(WORKFLOW, service, answer=schemas.ReminderRow)
