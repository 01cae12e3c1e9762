"""An exchange for tests: registered through the API, it signs what it sends; agents sit at its extensions."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from api.intake.telephony import signing
from tests.client import Api

_numbers = count(1)


@dataclass
class Exchange:
    """One registered exchange; `send` signs events, `raw` sends whatever it is told."""

    api: Api
    id: str
    secret: str
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def headers(self, body: bytes, **other: Any) -> dict[str, str]:
        """The signature's headers for this body, with some of them altered."""
        id = other.get("id", f"msg-{next(_numbers)}")
        stamp = int(other.get("at", datetime.now(UTC)).timestamp())
        return {
            "telephony-exchange": other.get("exchange", self.id),
            "webhook-id": id,
            "webhook-timestamp": str(stamp),
            "webhook-signature": signing.sign(other.get("secret", self.secret), id, stamp, body),
            "content-type": "application/json",
        }

    def raw(self, path: str, body: bytes, headers: dict[str, str]) -> Any:
        """The bare answer."""
        return self.api.post(path, content=body, headers=headers)

    def post(self, path: str, body: Any, **other: Any) -> Any:
        """The answer to a signed message."""
        content = json.dumps(body).encode()
        return self.raw(path, content, self.headers(content, **other))

    def send(self, *events: dict[str, Any]) -> dict[str, Any]:
        """Tell of these events, which must be taken."""
        answer = self.post("telephony/events", {"events": list(events)})
        assert answer.status_code == 200, answer.text
        result: dict[str, Any] = answer.json()
        return result

    def take(self) -> list[dict[str, Any]]:
        """What it is asked to do."""
        answer = self.post("telephony/requests/take", {})
        assert answer.status_code == 200, answer.text
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    def settle(self, id: str, result: str = "done") -> Any:
        """Say what became of a request."""
        return self.post("telephony/requests/settle", {"id": id, "result": result})

    def event(self, call: str, kind: str, seconds: float = 0, **more: Any) -> dict[str, Any]:
        """An event so many seconds after `now`, with an id of its own."""
        return {
            "event_id": f"{call}-{kind}-{next(_numbers)}", "kind": kind, "call_id": call,
            "occurred_at": (self.now + timedelta(seconds=seconds)).isoformat(), **more,
        }  # fmt: skip


def registered(administrator: Api, anonymous: Api, station_id: str, **more: Any) -> Exchange:
    """A fresh exchange of this station."""
    made = administrator.act("telephony-exchanges", {"name": "总机", "station_id": station_id, **more})
    return Exchange(anonymous, made["id"], made["signing_secret"])
