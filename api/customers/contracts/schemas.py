"""Service agreements over the wire."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from api.customers.assets.schemas import AssetRef
from api.customers.customers.schemas import CustomerRef
from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.text import Answer, Body, Day, Flag, Reason
from api.kit.validation import Said
from api.kit.words import Words

Assets = Annotated[list[Id], Field(min_length=1, max_length=200)]
Status = Literal["upcoming", "active", "ended"]
BACKWARDS = Said("ends_before_start", Words("截止日不能早于开始日", "It cannot end before it starts"))


class ContractsQuery(Page):
    """Which agreements."""

    customer_id: Id | None = None
    sort: Literal["-created_at", "number"] = "-created_at"


class ContractCreate(Body):
    """An agreement from one day to another, both included, and what it covers."""

    id: Id | None = None
    customer_id: Id
    asset_ids: Assets
    starts_on: Day
    ends_on: Day
    covers_on_site: Flag = False
    covers_labour: Flag = False
    covers_parts: Flag = False

    @model_validator(mode="after")
    def _forwards(self) -> ContractCreate:
        if self.ends_on < self.starts_on:
            raise Said(BACKWARDS.code, BACKWARDS.words)
        return self


class ContractChange(Body):
    """Only what is sent changes; `asset_ids` replaces the list."""

    asset_ids: Assets | None = None
    starts_on: Day | None = None
    ends_on: Day | None = None
    covers_on_site: Flag | None = None
    covers_labour: Flag | None = None
    covers_parts: Flag | None = None


class ContractEnd(Body):
    """Ended before its time; `on` is the last day that it covers."""

    on: Day
    reason: Reason


class ContractRead(Answer):
    """An agreement; `status` follows from today's date."""

    id: str
    number: str
    version: int
    customer: CustomerRef
    assets: list[AssetRef]
    starts_on: date
    ends_on: date
    ended_on: date | None
    covers_on_site: bool
    covers_labour: bool
    covers_parts: bool
    status: Status
