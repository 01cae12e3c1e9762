"""What the agent sees of a caller while the telephone rings."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import Field

from api.intake.service_requests.schemas import AssetRef, ContactRef, CustomerRef, Phone, SiteRef
from api.kit.listing import Search
from api.kit.phones import PhoneText
from api.kit.text import Answer, Body
from api.network.clocks.schemas import ClockRef
from api.network.stations.refs import StationRef


class Query(Body):
    """By telephone number, or by anything a customer is found by."""

    phone: PhoneText | None = None
    q: Search = None


class CallerCustomer(CustomerRef):
    station: StationRef


class Matter(Answer):
    """An open case of the caller, with what was promised (R42)."""

    id: str
    number: str
    subject: str
    status: str
    status_label: str
    asset: AssetRef | None
    clock: ClockRef | None
    calls: int
    promised_at: datetime | None
    order_id: str | None


class CallerAsset(AssetRef):
    """A device with what it is entitled to today."""

    site_id: str | None
    warranty_ends_on: date | None
    verdict: str
    code: str
    headline: str


class Recent(Answer):
    """A service that was given before."""

    number: str
    subject: str
    closed_at: datetime
    engineer: str | None


class Match(Answer):
    """One customer whom this caller may be."""

    customer: CallerCustomer
    contact: ContactRef | None
    sites: list[SiteRef]
    open_matters: list[Matter]
    assets: list[CallerAsset]
    recent: list[Recent]


class Callers(Answer):
    phone: Phone | None
    matches: list[Match] = Field(description="At most 10.")
