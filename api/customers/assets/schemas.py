"""Devices over the wire."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from api.customers.customers.schemas import CustomerRef
from api.customers.entitlements.terms import Basis
from api.customers.sites.schemas import SiteRef
from api.kit.edits import Change
from api.kit.ids import Id
from api.kit.listing import SEARCHABLE, Page, Search
from api.kit.text import Answer, Body, Day, FieldCommand, line
from api.network.stations.refs import StationRef

Serial = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9A-Za-z][0-9A-Za-z\-/._]{2,39}$", to_upper=True),
    Field(description="As on the type plate; kept in capitals."),
]
Verdict = Literal["free", "paid", "unknown"]


class AssetsQuery(Page):
    """Which devices; `q` finds by any part of the serial, model, or the customer's name or pinyin."""

    q: Search = None
    customer_id: Id | None = None
    product_id: Id | None = None
    serial: Annotated[str | None, Field(max_length=40, pattern=SEARCHABLE, description="Exactly this serial.")] = None
    sort: Literal["serial", "-created_at"] = "serial"


class AssetCreate(Body):
    """A device; its periods are worked out from the dates (D1) and the product (D2)."""

    id: Id | None = None
    serial: Serial
    product_id: Id
    customer_id: Id
    site_id: Id | None = None
    invoice_date: Day | None = None
    accepted_on: Day | None = None
    factory_date: Day | None = None
    location_note: line(120) | None = None  # type: ignore[valid-type]


class AssetChange(Body):
    """Only what is sent changes; the periods are worked out anew when a date changes."""

    serial: Serial | None = None
    product_id: Id | None = None
    customer_id: Id | None = None
    site_id: Id | None = None
    invoice_date: Day | None = None
    accepted_on: Day | None = None
    factory_date: Day | None = None
    location_note: line(120) | None = None  # type: ignore[valid-type]


class SerialEdit(Change):
    """A serial as the phone found it and as it is to be."""

    value: Serial | None = None


class IdEdit(Change):
    """Another resource, likewise."""

    value: Id | None = None


class DayEdit(Change):
    """A day, likewise."""

    value: Day | None = None


class PlaceEdit(Change):
    """Where a device stands, likewise."""

    value: line(120) | None = None  # type: ignore[valid-type]


class AssetEdits(Body):
    """The fields of a device that a phone changed; each by itself."""

    serial: SerialEdit | None = None
    product_id: IdEdit | None = None
    customer_id: IdEdit | None = None
    site_id: IdEdit | None = None
    invoice_date: DayEdit | None = None
    accepted_on: DayEdit | None = None
    factory_date: DayEdit | None = None
    location_note: PlaceEdit | None = None


class AssetFill(FieldCommand):
    """Changes from a phone: other fields merge, one that somebody changed meanwhile comes before a person."""

    changes: AssetEdits


class AssetRef(Answer):
    """A device named in another resource."""

    id: str
    serial: str
    model: str
    product_name: str


class AssetRow(Answer):
    """A device in a list; `verdict` is today's, without looking at former repairs."""

    id: str
    serial: str
    model: str
    product_name: str
    customer: CustomerRef
    site_label: str | None
    warranty_ends_on: date | None
    on_site_ends_on: date | None
    verdict: Verdict


class AssetRead(Answer):
    """The file of a device."""

    id: str
    version: int
    serial: str
    product_id: str
    model: str
    product_name: str
    family: str
    customer: CustomerRef
    site: SiteRef | None
    station: StationRef
    invoice_date: date | None
    accepted_on: date | None
    factory_date: date | None
    warranty_starts_on: date | None
    warranty_basis: Basis
    warranty_ends_on: date | None
    on_site_ends_on: date | None
    location_note: str | None
    created_at: datetime
