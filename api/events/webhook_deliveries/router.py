"""`/webhook-deliveries`: what was sent to webhooks, and what came of it."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.events.webhook_deliveries import queries, schemas, service
from api.kit import problems
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.unit import Unit

resource = Resource("/webhook-deliveries", visible=queries.visible)
router = resource.router


@resource.get(permission=P.WEBHOOKS_VIEW, answer=schemas.DeliveryList)
def list_webhook_deliveries(unit: Unit, query: schemas.DeliveriesQuery) -> dict[str, Any]:
    """Deliveries of the webhooks that the caller may see, the newest first; kept for 30 days."""
    return queries.listed(unit, query)


@resource.get("/{id}", permission=P.WEBHOOKS_VIEW, answer=schemas.DeliveryRead)
def read_webhook_delivery(unit: Unit, id: Id) -> dict[str, Any]:
    """One delivery with its body and every attempt."""
    return queries.read(unit, id)


@resource.post(
    "/{id}/replay",
    permission=P.WEBHOOKS_EDIT,
    answer=schemas.DeliveryRead,
    refuses=(problems.TransitionRefused,),
    status=200,
)
def replay_webhook_delivery(unit: Unit, id: Id, command: schemas.ReplayOne) -> dict[str, Any]:
    """Send it again with the same id."""
    return service.replay(unit, id, command)
