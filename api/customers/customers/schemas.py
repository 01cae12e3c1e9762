"""Customers over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.customers.contacts.schemas import ContactNew, ContactRead, PhoneRead
from api.customers.sites.schemas import SiteNew, SiteRead
from api.kit.ids import Id
from api.kit.listing import Page, Search
from api.kit.text import Answer, Body, Flag, Note, Reason, line
from api.network.stations.refs import StationRef

Kind = Literal["person", "company"]
Class = Literal["A", "B", "C"]
"""D30: by 12-month revenue and number of devices."""


class CustomersQuery(Page):
    """Which customers; `q` finds by name, pinyin or its initials, address, whole phone or its last four digits."""

    q: Search = None
    station_id: Id | None = None
    class_: Annotated[Class | None, Field(alias="class")] = None
    sort: Literal["name", "-created_at", "created_at"] = "name"


class CustomerCreate(Body):
    """A customer with contacts and sites in one go; the first site is the main one."""

    id: Id | None = None
    kind: Kind
    name: line(120)  # type: ignore[valid-type]
    note: Note | None = None
    do_not_call: Flag = False
    contacts: Annotated[list[ContactNew], Field(max_length=20)] = []
    sites: Annotated[list[SiteNew], Field(max_length=20)] = []
    confirmed_new: Annotated[
        Flag, Field(description="The caller has seen the `candidates` of `duplicate-customer` and it is none of them.")
    ] = False


class CustomerChange(Body):
    """Facts of the file; only what is sent changes."""

    kind: Kind | None = None
    name: line(120) | None = None  # type: ignore[valid-type]
    note: Note | None = None
    do_not_call: Flag | None = None
    class_: Annotated[Class | None, Field(alias="class")] = None


class Merge(Body):
    """Into which file, and why they are the same."""

    into_customer_id: Id
    reason: Reason


class MergedInto(Answer):
    """The file that this one went into."""

    id: str
    name: str


class CustomerRef(Answer):
    """A customer named in another resource."""

    id: str
    name: str
    class_: Annotated[Class, Field(alias="class")]


class CustomerRow(Answer):
    """A customer in a list."""

    id: str
    name: str
    kind: Kind
    class_: Annotated[Class, Field(alias="class")]
    station: StationRef
    city: str | None
    contact_name: str | None
    phone: PhoneRead | None
    open_cases: int
    assets: int


class CustomerRead(Answer):
    """The whole file (R386)."""

    id: str
    version: int
    kind: Kind
    name: str
    class_: Annotated[Class, Field(alias="class")]
    note: str | None
    station: StationRef
    contacts: list[ContactRead]
    sites: list[SiteRead]
    do_not_call: bool
    created_at: datetime
    merged_into: MergedInto | None
