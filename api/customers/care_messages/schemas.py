"""Messages of care and consents over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.customers.contacts.schemas import ContactRef
from api.customers.customers.schemas import CustomerRef
from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Flag, Reason, ask, page
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Kind = Literal["greeting", "usage_tip", "arrival", "price_change", "offer"]
Way = Literal["sms", "wechat", "mail"]
Status = Literal["ready", "sent", "withdrawn"]
How = Literal["call", "message", "form", "counter"]


class MessagesQuery(Page):
    """Which messages."""

    customer_id: Id | None = None
    station_id: Id | None = None
    status: Status | None = None
    kind: Kind | None = None
    sort: Literal["-created_at"] = "-created_at"


class MessageCreate(Body):
    """A message to one person; refused without his consent."""

    id: Id | None = None
    contact_id: Id
    kind: Kind
    way: Way
    body: page(500)  # type: ignore[valid-type]


class MarkSent(Body):
    """It was sent by hand, just now."""


class Withdraw(Body):
    """It will not be sent."""

    reason: Annotated[Reason, ask("原因", "Reason", "textarea")]


class MessageRow(Answer):
    """A message; `sent` is the word of whoever sent it, since no provider is connected."""

    id: str
    version: int
    customer: CustomerRef
    contact: ContactRef
    station: StationRef
    kind: Kind
    kind_label: str
    way: Way
    way_label: str
    body: str
    status: Status
    status_label: str
    created_at: datetime
    sent_at: datetime | None
    sent_by: EmployeeRef | None
    consented: Annotated[bool, Field(description="Whether the consent still holds; without it nothing is sent.")]
    offered: list[Offer]


class ConsentsQuery(Page):
    """Whose words about messages."""

    customer_id: Id | None = None
    sort: Literal["-created_at"] = "-created_at"


class ConsentCreate(Body):
    """What a person said about messages, and how; the newest word counts."""

    id: Id | None = None
    contact_id: Id
    given: Flag
    told_how: How
    wording: Annotated[Reason | None, Field(description="In his words.")] = None


class ConsentRow(Answer):
    """One word about messages; `holds` for the newest of its person."""

    id: str
    contact: ContactRef
    given: bool
    told_how: How
    told_how_label: str
    wording: str | None
    by: EmployeeRef | None
    created_at: datetime
    holds: bool
