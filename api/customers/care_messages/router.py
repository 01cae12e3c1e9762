"""`/care-messages`: greetings, tips, arrivals and prices (R388, R398); `/message-consents`: who agreed to them (D43)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.customers.care_messages import queries, schemas, service
from api.customers.care_messages.problems import ConsentRequired
from api.customers.care_messages.workflow import WORKFLOW
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit

resource = Resource("/care-messages", visible=queries.visible)
router = resource.router
consents = Resource("/message-consents", visible=queries.consent_visible)
consents_router = consents.router


@resource.get(permission=P.CARE_MESSAGES_VIEW, answer=list_of(schemas.MessageRow))
def list_care_messages(unit: Unit, query: schemas.MessagesQuery) -> dict[str, Any]:
    """Messages, the newest first."""
    return service.listed(unit, query)


@resource.post(permission=P.CARE_MESSAGES_CREATE, answer=schemas.MessageRow, refuses=(ConsentRequired,))
def write_care_message(unit: Unit, command: schemas.MessageCreate) -> dict[str, Any]:
    """Write a message to a person who agreed; it waits until somebody sends it by hand."""
    return service.write(unit, command)


@resource.get("/{id}", permission=P.CARE_MESSAGES_VIEW, answer=schemas.MessageRow)
def read_care_message(unit: Unit, id: Id) -> dict[str, Any]:
    """One message with what may be done now."""
    return service.read(unit, id)


resource.actions(WORKFLOW, service, answer=schemas.MessageRow)


@consents.get(permission=P.CARE_MESSAGES_VIEW, answer=list_of(schemas.ConsentRow))
def list_message_consents(unit: Unit, query: schemas.ConsentsQuery) -> dict[str, Any]:
    """What a customer's people said about messages, the newest first."""
    return service.consents(unit, query)


@consents.post(permission=P.CARE_MESSAGES_CREATE, answer=schemas.ConsentRow)
def keep_message_consent(unit: Unit, command: schemas.ConsentCreate) -> dict[str, Any]:
    """Keep that a person agreed to messages, or that he wants no more."""
    return service.consent(unit, command)
