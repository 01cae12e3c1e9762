"""Rows of the webhooks for the test that goes up, down and up again."""

from __future__ import annotations

from sqlalchemy import insert

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.world import BORN, World


def told(db: Database, world: World) -> None:
    """An integration's webhook with one delivery that was tried once and waits for its next try."""
    client, hook, delivery, lane = (new_id() for _ in range(4))
    born = {"version": 1, "created_at": BORN, "created_by_id": world.accounts["SA@C"]}
    rows = (
        (
            models.access.ApiClient,
            {
                "id": client, "name": "ERP", "scopes": ["events:view"], "station_ids": [world.stations["A1"]],
                "secret_hash": "", "ends_at": BORN, "active": True, **born,
            },
        ),
        (
            models.webhooks.Webhook,
            {
                "id": hook, "name": "ERP", "url": "https://erp.example.com/hook", "client_id": client, "event_types": [],
                "status": "active", "secret_sealed": "x", "position": 0, "failures": 1, "failing_since": BORN, **born,
            },
        ),
        (
            models.webhook_deliveries.WebhookDelivery,
            {
                "id": delivery, "created_at": BORN, "webhook_id": hook, "message_id": new_id(), "lane": lane, "place": 1,
                "type": "customer.edited", "state": "waiting", "attempts": 1,
            },
        ),
        (
            models.webhook_deliveries.WebhookAttempt,
            {"id": new_id(), "delivery_id": delivery, "at": BORN, "outcome": "timeout", "duration_ms": 15_000},
        ),
        (
            models.webhook_deliveries.WebhookLane,
            {"webhook_id": hook, "lane": lane, "waiting": 1, "due_at": BORN, "token": 1, "tries": 1},
        ),
    )  # fmt: skip
    with db.write() as conn:
        for model, row in rows:
            conn.execute(insert(model.__table__), row)
