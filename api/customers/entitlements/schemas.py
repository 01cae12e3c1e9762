"""The entitlement check over the wire."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from api.customers.entitlements.rules import Code, Mode, Verdict
from api.customers.entitlements.terms import Basis
from api.kit.ids import Id
from api.kit.listing import SEARCHABLE
from api.kit.text import Answer, Body, Day
from api.kit.validation import Said
from api.kit.words import Words

Exclusion = Literal[
    "misuse", "opened_by_others", "seal_or_serial", "foreign_parts", "liquid_or_power", "force_majeure",
    "consumables", "no_proof",
]  # fmt: skip
"""The list of D3."""


class EntitlementQuery(Body):
    """Which device, by serial or id, and what is special about the case."""

    serial: Annotated[str | None, Field(min_length=1, max_length=40, pattern=SEARCHABLE)] = None
    asset_id: Id | None = None
    on: Annotated[Day | None, Field(description="The day asked for; today if left out.")] = None
    exclusion: Annotated[Exclusion | None, Field(description="Why the warranty may not cover it (D3).")] = None
    mode: Annotated[Mode | None, Field(description="What the customer wants (D4).")] = None
    site_id: Annotated[Id | None, Field(description="Where the visit would be.")] = None
    same_fault_as: Annotated[
        str | None,
        Field(
            max_length=40,
            pattern=SEARCHABLE,
            description="Id or number of the work order after which the fault is back.",
        ),
    ] = None

    @model_validator(mode="after")
    def _one_of_both(self) -> EntitlementQuery:
        if (self.serial is None) == (self.asset_id is None):
            raise Said("one_of", Words("序列号和设备 id 填一个", "Give either the serial or the asset's id"))
        return self


class Warranty(Answer):
    """From when, by which date, until when (D1, D2)."""

    starts_on: date | None
    starts_basis: Basis
    ends_on: date | None


class OnSite(Answer):
    """Until when repair comes to the customer (R4)."""

    ends_on: date | None


class InForce(Answer):
    """The service agreement in force."""

    id: str
    number: str
    ends_on: date


class Repaired(Answer):
    """The latest repair whose fault is still free (D5)."""

    work_order_number: str
    done_on: date
    ends_on: date


class ReasonRead(Answer):
    """One rule and the days between which it holds."""

    rule: str
    text: str
    from_: Annotated[date | None, Field(alias="from")]
    to: date | None


class EntitlementRead(Answer):
    """What the customer is entitled to on that day; `headline` and `explanation` may be read out to him."""

    asset_id: str | None
    verdict: Verdict
    mode: Mode | None
    code: Code
    headline: str
    explanation: str
    on: date
    warranty: Warranty
    on_site: OnSite
    contract: InForce | None
    repaired: Repaired | None
    reasons: list[ReasonRead]
