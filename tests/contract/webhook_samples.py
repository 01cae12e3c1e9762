"""Samples of webhooks and of what was sent to them."""

from __future__ import annotations

from itertools import count
from typing import Any

from api import models
from api.events.webhook_deliveries import queue
from api.events.webhooks.workflow import WORKFLOW
from api.kit.ids import new_id
from api.kit.unit import Unit
from tests.world import BORN, World

_numbers = count(1)
SINCE = {"since": "2026-01-01T00:00:00Z"}


def webhook(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """A webhook of another integration than the one that may be asking."""
    client = unit.insert(
        models.access.ApiClient, name="样本", scopes=["events:view"], station_ids=[world.stations[station]], secret_hash="",
        ends_at=BORN.replace(year=2099), active=True, created_by_id=world.accounts["SA@C"],
    ).id  # fmt: skip
    return unit.insert(
        models.webhooks.Webhook, name=f"样本 {next(_numbers):06d}", url="https://receiver.example.com/sibu",
        client_id=client, event_types=[], status="active", secret_sealed="", position=0, failures=0,
        created_by_id=world.accounts["SA@C"],
    ).id  # fmt: skip


def delivery(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """A test that is still to be sent."""
    return queue.put_test(unit, webhook(unit, world, station, owner))


def samples(sample: Any) -> dict[str, Any]:
    """By the first part of the path."""
    why = {"reason": "样本"}
    return {
        "webhooks": sample(
            "webhooks", webhook,
            {
                "PATCH": {"name": f"样本 {new_id()}"}, "rotate": {}, "test": {}, "pause": why, "resume": {},
                "disable": why, "enable": {"missed": "send"}, "replay": SINCE,
            },
            WORKFLOW, ownable=False,
        ),
        "webhook-deliveries": sample("webhooks", delivery, {"replay": {}}, ownable=False),
    }  # fmt: skip
