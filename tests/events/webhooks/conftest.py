"""A client of the administrator whose system may speak with the loopback address, an integration, and a sender by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from sqlalchemy import insert

from api import models
from api.access import tokens
from api.events.sequencer import Sequencer
from api.events.webhook_deliveries import queue
from api.events.webhook_deliveries.sending import Postman
from api.kit import clock
from api.kit.db import Database
from api.kit.ids import new_id
from api.settings import Settings
from api.system import System
from api.worker import units
from tests.client import Api
from tests.contract.samples import SOON
from tests.events.webhooks.receiver import Receiver
from tests.world import BORN, World

CLIENT = models.access.ApiClient.__table__  # type: ignore[attr-defined]
SEEN = ["assets:view", "customers:view", "events:view", "webhooks:edit", "webhooks:view"]


@dataclass
class Post:
    """The sender of one process, worked by hand so that a test knows what was sent when."""

    system: System
    postman: Postman
    admin: Api
    world: World

    def integration(self, *stations: str, scopes: list[str] | None = None) -> str:
        """An integration that sees customers and devices of these stations (A1)."""
        id = new_id()
        row = {
            "id": id, "version": 1, "created_at": BORN, "name": "ERP", "scopes": scopes or SEEN, "secret_hash": "",
            "station_ids": [self.world.stations[code] for code in stations or ("A1",)], "ends_at": SOON.replace(year=2099),
            "active": True, "created_by_id": self.world.accounts["SA@C"],
        }  # fmt: skip
        with self.system.db.write() as conn:
            conn.execute(insert(CLIENT), row)
        return id

    def token(self, client_id: str) -> Api:
        """A client that calls as this integration."""
        return self.admin.bearing(tokens.issue(self.system.settings.secret, "client", client_id))

    def webhook(self, receiver: Receiver | str, client: str | None = None, **more: Any) -> dict[str, Any]:
        """A webhook that leads there, with its secret."""
        url = receiver if isinstance(receiver, str) else receiver.url
        body = {"name": "ERP", "url": url, "client_id": client or self.integration()} | more
        made: dict[str, Any] = self.admin.act("webhooks", body)
        return made

    def run(self) -> None:
        """Sequence what is committed, queue it, and send all that is due."""
        sequencer = Sequencer(self.system.db, "test")
        while sequencer.step():
            pass
        while self.postman.look():
            pass
        self.send()

    def send(self) -> None:
        """Send all that is due, one webhook after the other."""
        with self.system.db.read() as conn:
            due = queue.due(conn, clock.now())
        for hook in due:
            self.postman.work(hook)

    def deliveries(self, hook: dict[str, Any], **filters: str) -> list[dict[str, Any]]:
        """Of this webhook, the oldest first."""
        found = self.admin.read("webhook-deliveries", webhook_id=hook["id"], limit=200, **filters)
        return list(reversed(found["items"]))


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Webhooks may reach the loopback address."""
    return replace(settings, webhook_networks=("127.0.0.0/8",))


@pytest.fixture
def post(as_role: Callable[..., Api], settings: Settings, db: Database, world: World) -> Post:
    system = System(settings, db)
    return Post(system, Postman(system, units(system)), as_role("SA", "C"), world)
