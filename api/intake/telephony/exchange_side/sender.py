"""Sends what an exchange tells, signed, and brings what it is asked to do."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Self

import httpx

from api.intake.telephony import signing
from api.kit import clock
from api.kit.ids import new_id

AT_ONCE = 100
Event = dict[str, Any]
log = logging.getLogger("sibu.exchange")


class Refused(RuntimeError):
    """The API does not take what was sent, and would not take it again."""


class Unreachable(RuntimeError):
    """The API does not answer, or not now; what was sent is to be sent again."""


class Sender:
    """Speaks for one exchange. Each sending is signed anew, a repeated one too."""

    def __init__(self, address: str, exchange_id: str, secret: str, client: httpx.Client | None = None) -> None:
        self._client = client or httpx.Client(timeout=15)
        self._base = f"{address.rstrip('/')}/api/v1/telephony"
        self._exchange_id, self._secret = exchange_id, secret

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def tell(self, events: Sequence[Event]) -> dict[str, int]:
        """Tell of at most 200 events; none at all says that the exchange is there.

        :raises Refused: :raises Unreachable:
        """
        told: dict[str, int] = self._post("/events", {"events": list(events)})
        return told

    def take(self) -> list[dict[str, Any]]:
        """What is to be done now.

        :raises Refused: :raises Unreachable:
        """
        items: list[dict[str, Any]] = self._post("/requests/take", {})["items"]
        return items

    def settle(self, id: str, *, done: bool) -> None:
        """Say what became of a request.

        :raises Refused: :raises Unreachable:
        """
        self._post("/requests/settle", {"id": id, "result": "done" if done else "refused"})

    def _post(self, path: str, body: Any) -> Any:
        content, id, stamp = json.dumps(body).encode(), new_id(), int(clock.now().timestamp())
        headers = {
            "content-type": "application/json", "telephony-exchange": self._exchange_id, "webhook-id": id,
            "webhook-timestamp": str(stamp), "webhook-signature": signing.sign(self._secret, id, stamp, content),
        }  # fmt: skip
        try:
            answer = self._client.post(self._base + path, content=content, headers=headers)
        except httpx.HTTPError as error:
            raise Unreachable(type(error).__name__) from error
        if answer.status_code >= 500 or answer.status_code == 429:
            raise Unreachable(f"status {answer.status_code}")
        if answer.status_code != 200:
            raise Refused(_why(answer))
        return answer.json()


def _why(answer: httpx.Response) -> str:
    """Slug and pointers of a refusal, never its values."""
    try:
        said = answer.json()
        pointers = [error["pointer"] for error in said.get("errors", [])]
        return f"{said['type'].rpartition('/')[2]} {' '.join(pointers)}".strip()
    except (ValueError, KeyError, TypeError, AttributeError):
        return f"status {answer.status_code}"


class Outbox:
    """Events that wait to be sent, in order; what cannot be sent now is sent late, which the API bears."""

    MOST = 100_000

    def __init__(self, sender: Sender) -> None:
        self._sender = sender
        self._waiting: list[Event] = []
        self.refused = 0

    def add(self, events: Sequence[Event]) -> None:
        """Put these behind the others; the oldest are given up when far too many wait."""
        self._waiting += events
        if len(self._waiting) > self.MOST:
            log.error("%s events were given up: the API has not answered for too long", len(self._waiting) - self.MOST)
            self._waiting = self._waiting[-self.MOST :]

    def __len__(self) -> int:
        return len(self._waiting)

    def flush(self) -> bool:
        """Send what waits; whether all of it was taken."""
        while self._waiting:
            part = self._waiting[:AT_ONCE]
            try:
                self._sender.tell(part)
            except Unreachable as error:
                log.warning("%s events wait: %s", len(self._waiting), error)
                return False
            except Refused as error:
                if len(part) > 1:  # one of them is wrong: the others are not to be lost with it
                    self._one_by_one(part)
                else:
                    self._give_up(part[0], error)
            self._waiting = self._waiting[len(part) :]
        return True

    def _one_by_one(self, part: Sequence[Event]) -> None:
        for event in part:
            try:
                self._sender.tell([event])
            except Refused as error:
                self._give_up(event, error)

    def _give_up(self, event: Event, error: Refused) -> None:
        self.refused += 1
        log.error("an event of the kind %s was refused: %s", event.get("kind"), error)


def moment(at: datetime) -> str:
    """A time as the API reads it."""
    return at.isoformat()
