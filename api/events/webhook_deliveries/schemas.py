"""Deliveries over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from api.kit.ids import Id
from api.kit.listing import Page, list_of
from api.kit.offers import Offer
from api.kit.text import Answer, Body

State = Literal["waiting", "delivered", "failed", "withheld"]
Outcome = Literal[
    "delivered",
    "refused",
    "redirect",
    "gone",
    "timeout",
    "no_connection",
    "tls",
    "unreadable",
    "blocked",
    "secret_lost",
]


class DeliveriesQuery(Page):
    """Which deliveries, the newest first."""

    webhook_id: Id | None = None
    state: State | None = None
    type: Annotated[str | None, Field(max_length=60, pattern=r"^[a-z_]+\.[a-z_]+$")] = None


class WebhookRef(Answer):
    id: str
    name: str


class DeliveryRow(Answer):
    """`message_id` is the `webhook-id` on the wire; `withheld`: its API client may no longer see what it tells."""

    id: str
    message_id: str
    webhook: WebhookRef
    type: str
    type_label: str
    subject_id: str | None
    state: State
    state_label: str
    tries: int
    last_outcome: Outcome | None
    last_outcome_label: str | None
    last_status: int | None
    created_at: datetime
    ended_at: datetime | None


class AttemptRead(Answer):
    """One try. `excerpt` is the beginning of what a public address answered instead of success."""

    at: datetime
    outcome: Outcome
    outcome_label: str
    status: int | None
    duration_ms: int
    excerpt: str | None


class DeliveryRead(DeliveryRow):
    """With the body as it is sent, and the newest 50 attempts, newest first.

    `next_try_at` is null while others of the same subject stand before it, or while it is being sent.
    """

    body: dict[str, Any]
    webhook_status: Literal["active", "paused", "disabled"]
    next_try_at: datetime | None
    attempts: list[AttemptRead]
    offered: list[Offer]


class ReplayOne(Body):
    """Sent again with the same id."""


DeliveryList: Any = list_of(DeliveryRow)
