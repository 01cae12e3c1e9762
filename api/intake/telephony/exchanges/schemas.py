"""Exchanges over the wire: never with their secret, except once when it is made."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Name, Reason, ask
from api.network.stations.refs import StationRef

AreaCode = Annotated[str, Field(pattern=r"^0[1-9][0-9]{1,2}$", description="Such as 010.")]
Status = Literal["active", "disabled"]


class Query(Page):
    """Every exchange, by name."""


class Make(Body):
    """`area_code` stands before numbers of seven or eight digits, which exchanges tell without one."""

    name: Name
    station_id: Id
    area_code: AreaCode | None = None


class Change(Body):
    """Only what is sent changes."""

    name: Name | None = None
    area_code: AreaCode | None = None


class Rotate(Body):
    overlap_hours: Annotated[int, Field(ge=0, le=24, strict=True)] = ask(
        "旧密钥再用几小时", "Hours the old secret still works", kind="integer", default=24
    )


class Disable(Body):
    reason: Reason = ask("原因", "Reason", kind="textarea")


class ExchangeRow(Answer):
    """`connected`: it was heard from within the last minute."""

    id: str
    version: int
    name: str
    station: StationRef
    area_code: str | None
    status: Status
    status_label: str
    connected: bool
    heard_at: datetime | None
    former_secret_until: datetime | None
    created_at: datetime


class ExchangeRead(ExchangeRow):
    offered: list[Offer]


class ExchangeSecret(ExchangeRead):
    """`signing_secret` is shown this once; `id` goes into the header `telephony-exchange`."""

    signing_secret: str
