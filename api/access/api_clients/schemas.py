"""API clients: programs that sign in with a secret, for named permissions at named stations until a day."""

from __future__ import annotations

from datetime import date, datetime
from ipaddress import ip_network
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from api.access.api_clients.scopes import GRANTABLE
from api.access.me.schemas import StationName
from api.kit.ids import Id
from api.kit.listing import Page, Search, list_of
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Moment, ask, line, page
from api.kit.validation import Said
from api.kit.words import Words

if TYPE_CHECKING:
    Grantable = str
else:
    Grantable = Literal[GRANTABLE]
Status = Literal["active", "disabled", "expired"]
Approval = Literal["none", "waiting", "approved"]


def _network(text: Any) -> Any:
    if not isinstance(text, str) or len(text) > 49:
        return text
    try:
        return str(ip_network(text, strict=False))
    except ValueError as error:
        words = Words(
            "地址写成 203.0.113.7、203.0.113.0/24 或 2001:db8::/32",
            "An address is written 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32",
        )
        raise Said("network", words) from error


Network = Annotated[
    str,
    StringConstraints(min_length=2, max_length=49, pattern=r"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"),
    BeforeValidator(_network),
]
"""An address, or a network in CIDR notation, IPv4 or IPv6."""
Addresses = Annotated[list[Network], Field(min_length=1, max_length=50)]
PerMinute = Annotated[int, Field(ge=1, le=60_000, strict=True)]
Scopes = Annotated[list[Grantable], Field(min_length=1, max_length=80)]
Stations = Annotated[list[Id], Field(min_length=1, max_length=200)]


class ApiClientsQuery(Page):
    """`ends_before` and `limited` find those that ask for attention: which end soon, which were told to wait."""

    sort: Literal["name", "ends_at"] = "name"
    q: Annotated[Search, Field(description="Part of its name or purpose.")] = None
    status: Annotated[Status | Literal["ended"] | None, Field(description="`ended` is disabled or expired.")] = None
    ends_before: Moment | None = None
    approval: Approval | None = None
    limited: Annotated[
        bool | None, Field(description="Whether it was told to wait since yesterday, the network's day.")
    ] = None


class Registrar(Answer):
    """Who registered or approved it; `active`: he can still sign in, so that somebody answers for it."""

    id: str
    name: str
    active: bool


class ApiClientRow(Answer):
    """`expired` follows from `ends_at`; `former_secret_until`: a rotated secret that still works; `addresses`: networks
    from which it may come, null is anywhere; `recent_requests`, `recent_refused`: since yesterday, the
    network's day; `approval`: of those scopes that show personal fields whole, `none` if it has none of them. Until it is
    `approved` they are not held, and the fields stay masked."""

    id: str
    version: int
    name: str
    purpose: str | None
    scopes: list[str]
    approval: Approval
    approval_label: str
    stations: list[StationName]
    status: Status
    status_label: str
    ends_at: datetime
    former_secret_until: datetime | None
    addresses: list[str] | None
    per_minute: int
    used_at: datetime | None
    recent_requests: int
    recent_refused: int
    created_at: datetime


class DayOfUse(Answer):
    """A day of the network on which it came."""

    day: date
    requests: int
    refused: int


class ApiClientRead(ApiClientRow):
    """`this_minute` is what the servers have taken of the quota so far; `days` of the last fortnight, the latest first."""

    registrar: Registrar | None
    approver: Registrar | None
    approved_at: datetime | None
    this_minute: int
    days: list[DayOfUse]
    offered: list[Offer]


class ScopeRead(Answer):
    """`writes`: it changes something; `needs_approval`: it shows personal fields whole, once headquarters approved it."""

    scope: str
    label: str
    action_label: str
    resource: str
    resource_label: str
    writes: bool
    needs_approval: bool


class ScopeCatalogue(Answer):
    items: list[ScopeRead]


class ApiClientSecret(ApiClientRead):
    """`client_secret` is shown this once; `id` is the `client_id`."""

    client_secret: str


ApiClientList: Any = list_of(ApiClientRow)


class MakeApiClient(Body):
    """At most a year; then somebody must think again whether it is needed. `addresses` must be said; null is anywhere."""

    name: line(80)  # type: ignore[valid-type]
    purpose: line(200) | None = None  # type: ignore[valid-type]
    scopes: Scopes
    station_ids: Stations
    addresses: Addresses | None
    per_minute: PerMinute = 600
    ends_at: Moment


class ChangeApiClient(Body):
    """Only what is sent changes; `addresses: null` is anywhere. It holds within 10 s everywhere."""

    name: line(80) | None = None  # type: ignore[valid-type]
    purpose: line(200) | None = None  # type: ignore[valid-type]
    scopes: Scopes | None = None
    station_ids: Stations | None = None
    addresses: Addresses | None = None
    per_minute: PerMinute | None = None
    ends_at: Moment | None = None


class Rotate(Body):
    overlap_hours: Annotated[int, Field(ge=0, le=24, strict=True)] = ask(
        "旧密钥再用几小时", "Hours the old secret still works", kind="integer", default=24
    )


class Approve(Body):
    """It may see whole numbers; the reason is kept."""

    reason: page(500) = ask("为什么要看完整号码", "Why it must see whole numbers", kind="textarea")  # type: ignore[valid-type]


class Disable(Body):
    reason: page(500) = ask("原因", "Reason", kind="textarea")  # type: ignore[valid-type]
