"""Integrations: programs that sign in with a secret, for named permissions at named stations until a day."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from api.access.me.schemas import StationName
from api.access.policy import RIGHTS, Role
from api.kit.ids import Id
from api.kit.listing import Page, list_of
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Moment, ask, line, page

if TYPE_CHECKING:
    Grantable = str
else:
    Grantable = Literal[tuple(sorted(RIGHTS[Role.INTEGRATION_CLIENT]))]
"""Permissions that the policy lets an integration hold at all."""
Status = Literal["active", "disabled", "expired"]


class ApiClientsQuery(Page):
    sort: Literal["name"] = "name"


class ApiClientRow(Answer):
    """`expired` follows from `ends_at`; `former_secret_until`: a rotated secret that still works."""

    id: str
    version: int
    name: str
    scopes: list[str]
    stations: list[StationName]
    status: Status
    status_label: str
    ends_at: datetime
    former_secret_until: datetime | None
    used_at: datetime | None
    created_at: datetime


class ApiClientRead(ApiClientRow):
    offered: list[Offer]


class ApiClientSecret(ApiClientRead):
    """`client_secret` is shown this once; `id` is the `client_id`."""

    client_secret: str


ApiClientList: Any = list_of(ApiClientRow)


class MakeApiClient(Body):
    """At most a year; then somebody must think again whether it is needed."""

    name: line(80)  # type: ignore[valid-type]
    scopes: Annotated[list[Grantable], Field(min_length=1, max_length=60)]
    station_ids: Annotated[list[Id], Field(min_length=1, max_length=200)]
    ends_at: Moment


class Rotate(Body):
    overlap_hours: Annotated[int, Field(ge=0, le=24, strict=True)] = ask(
        "旧密钥再用几小时", "Hours the old secret still works", kind="integer", default=24
    )


class Disable(Body):
    reason: page(500) = ask("原因", "Reason", kind="textarea")  # type: ignore[valid-type]
