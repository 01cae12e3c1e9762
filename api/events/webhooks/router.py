"""`/webhooks`: addresses of API clients that are told of facts as they happen."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.events.webhook_deliveries.schemas import DeliveryRead
from api.events.webhooks import queries, schemas, service
from api.events.webhooks.workflow import ACTIONS
from api.kit import problems
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.unit import Unit

resource = Resource("/webhooks", visible=queries.visible)
router = resource.router


@resource.get(permission=P.WEBHOOKS_VIEW, answer=schemas.WebhookList)
def list_webhooks(unit: Unit, query: schemas.WebhooksQuery) -> dict[str, Any]:
    """Every webhook and how it fares."""
    return queries.listed(unit, query)


@resource.post(permission=P.WEBHOOKS_CREATE, answer=schemas.WebhookSecret, key="none")
def make_webhook(unit: Unit, command: schemas.WebhookCreate) -> dict[str, Any]:
    """Register an address; the answer holds its signing secret, once."""
    return service.make(unit, command)


@resource.get("/event-types", permission=P.WEBHOOKS_VIEW, answer=schemas.EventTypes)
def list_event_types(unit: Unit) -> dict[str, Any]:
    """What there is to be told of."""
    return queries.event_types(unit)


@resource.get("/{id}", permission=P.WEBHOOKS_VIEW, answer=schemas.WebhookRead)
def read_webhook(unit: Unit, id: Id) -> dict[str, Any]:
    """One webhook."""
    return queries.read(unit, id)


@resource.patch("/{id}", permission=P.WEBHOOKS_EDIT, answer=schemas.WebhookRead)
def change_webhook(unit: Unit, id: Id, command: schemas.WebhookChange) -> dict[str, Any]:
    """Change name, address or what it is told of."""
    return service.change(unit, id, command)


@resource.post(
    "/{id}/rotate",
    permission=P.WEBHOOKS_EDIT,
    answer=schemas.WebhookSecret,
    refuses=(problems.TransitionRefused,),
    key="none",
    match="optional",
    status=200,
)
def rotate_webhook(unit: Unit, id: Id, command: schemas.Rotate) -> dict[str, Any]:
    """A new signing secret, shown once; the former one signs too for up to a week."""
    return service.rotate(unit, id, command)


@resource.post(
    "/{id}/test",
    permission=P.WEBHOOKS_EDIT,
    answer=DeliveryRead,
    refuses=(problems.TransitionRefused,),
    match="optional",
    location="/api/v1/webhook-deliveries",
)
def test_webhook(unit: Unit, id: Id, command: schemas.Test) -> dict[str, Any]:
    """Send a message of the type `webhook.test`; read its delivery again for what came of it."""
    return service.test(unit, id, command)


resource.actions(ACTIONS, service, answer=schemas.WebhookRead)
