"""`/sealed-queues`: what phones could not send before they were wiped."""

from __future__ import annotations

from typing import Any

from api.field.devices.problems import DeviceSecretWrong
from api.field.sealed_queues import schemas, service
from api.field.sealed_queues.problems import NotOpenable
from api.kit.edge import PUBLIC, Resource
from api.kit.problems import KeyReused
from api.kit.unit import Unit

resource = Resource("/sealed-queues")
router = resource.router


@resource.post(
    permission=PUBLIC, answer=schemas.SealedQueueRead, refuses=(DeviceSecretWrong, NotOpenable, KeyReused), key="none",
    status=200,
)  # fmt: skip
def receive_sealed_queue(unit: Unit, command: schemas.SealedQueueCreate) -> dict[str, Any]:
    """Open what a wiped or signed-out phone sealed, and do it as its owner, in order and at his own times."""
    return service.receive(unit, command)
