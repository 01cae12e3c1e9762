"""Webhooks over the wire: never with their secret, except once when it is made."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from api.kit.ids import Id
from api.kit.listing import Page, Search, list_of
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Moment, Name, Reason, ask
from api.kit.words import Words

Url = Annotated[
    str,
    StringConstraints(min_length=9, max_length=500, pattern=r"^https?://[\x21-\x7e]+$"),
    Field(description="https, port 443 or 8443, a public name."),
]
Pattern = Annotated[str, StringConstraints(max_length=60, pattern=r"^[a-z_]+\.([a-z_]+|\*)$")]
Patterns = Annotated[
    list[Pattern],
    Field(max_length=100, description="Such as `work_order.assigned` or `work_order.*`; an empty list is everything."),
]
Status = Literal["active", "paused", "disabled"]
Health = Literal["good", "new", "waiting", "failing", "silent", "off"]


class WebhooksQuery(Page):
    """Which webhooks, by name."""

    q: Annotated[Search, Field(description="Part of its name, its address or its API client's name.")] = None
    client_id: Id | None = None
    status: Status | None = None
    attention: Annotated[
        Literal["yes"] | None, Field(description="Only those that somebody should look at: failing, silent, given up.")
    ] = None


class WebhookCreate(Body):
    """`client_id` is the API client in whose name it is told of facts, so it needs the scope `events:view`."""

    id: Id | None = None
    name: Name
    url: Url
    client_id: Id
    event_types: Patterns = []


class WebhookChange(Body):
    """Only what is sent changes; `event_types` replaces the list."""

    name: Name | None = None
    url: Url | None = None
    event_types: Patterns | None = None


class Rotate(Body):
    overlap_hours: Annotated[int, Field(ge=0, le=168, strict=True)] = ask(
        "旧密钥再签几小时", "Hours the old secret still signs too", kind="integer", default=24
    )


class Test(Body):
    """A message of the type `webhook.test`, at once."""


class Pause(Body):
    reason: Reason = ask("原因", "Reason", kind="textarea")


class Resume(Body):
    """What waited is sent now."""


class Disable(Body):
    reason: Reason = ask("原因", "Reason", kind="textarea")


class Enable(Body):
    missed: Literal["send", "skip"] = ask(
        "停用期间的事件", "What happened meanwhile", kind="choice",
        options={"send": Words("补发", "Send it"), "skip": Words("不补发", "Skip it")},
    )  # fmt: skip


class Replay(Body):
    """Sends again, with the same ids, what was queued between two moments; at most 10,000 at once."""

    since: Moment = ask("从", "From", kind="datetime")
    until: Moment | None = ask("到（不填为现在）", "Until (now if empty)", kind="datetime", default=None)
    which: Literal["failed", "all"] = ask(
        "哪些", "Which", kind="choice", default="failed",
        options={"failed": Words("没送达的", "Not delivered"), "all": Words("全部", "All")},
    )  # fmt: skip


class ClientRef(Answer):
    """The API client in whose name it is told of facts."""

    id: str
    name: str
    living: bool


class WebhookRow(Answer):
    """`health`: `failing` since `failing_since`, `silent` if its API client is disabled or expired, `waiting` a backlog.

    `waiting` counts what is to be sent; `retry_at` is when a failing address is tried again.
    """

    id: str
    version: int
    name: str
    url: str
    client: ClientRef
    event_types: list[str]
    status: Status
    status_label: str
    off_because: Literal["by_hand", "gone", "failing"] | None
    off_because_label: str | None
    health: Health
    health_label: str
    waiting: int
    failing_since: datetime | None
    retry_at: datetime | None
    delivered_at: datetime | None
    former_secret_until: datetime | None
    created_at: datetime


class WebhookRead(WebhookRow):
    """`reason`: why it was paused or disabled by hand. `position`: facts up to here were looked at."""

    reason: str | None
    position: int
    offered: list[Offer]


class WebhookSecret(WebhookRead):
    """`signing_secret` is shown this once."""

    signing_secret: str


WebhookList: Any = list_of(WebhookRow)


class EventType(Answer):
    """A kind of fact that an API client can be told of. `words` says what it tells, `…` for what differs."""

    type: str
    subject: str
    subject_label: str
    words: str


class EventTypes(Answer):
    items: list[EventType]
