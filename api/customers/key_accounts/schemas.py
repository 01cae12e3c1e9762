"""Key-account files over the wire."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from api.customers.customers.schemas import CustomerRef
from api.customers.relations.worth import Activity, Alert, Satisfaction
from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.text import Answer, Body, Day, Note, Reason
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Status = Literal["active", "ended"]


class KeyAccountsQuery(Page):
    """Which files."""

    customer_id: Id | None = None
    station_id: Id | None = None
    status: Status | None = None
    sort: Literal["-created_at"] = "-created_at"


class KeyAccountCreate(Body):
    """A file for a large customer."""

    id: Id | None = None
    customer_id: Id
    since: Day
    goals: Note
    usage_note: Note | None = None
    terms_note: Note | None = None


class KeyAccountChange(Body):
    """Only what is sent changes."""

    goals: Note | None = None
    usage_note: Note | None = None
    terms_note: Note | None = None


class KeyAccountEnd(Body):
    """He is a customer like others from now on."""

    reason: Reason


class KeyAccountRead(Answer):
    """A file, with what follows from the customer's records: use, visits, worth (R395)."""

    id: str
    version: int
    created_at: datetime
    customer: CustomerRef
    station: StationRef
    status: Status
    since: date
    goals: str
    usage_note: str | None
    terms_note: str | None
    ended_on: date | None
    reason: str | None
    account_person: EmployeeRef | None
    revenue_fen: int
    former_revenue_fen: int
    devices: int
    jobs: int
    activity: Activity | None
    alert: Alert | None
    satisfaction: Satisfaction | None
    visits: Annotated[int, Field(description="Visits and forums of the last 365 days.")]
    last_visit_at: datetime | None
    next_visit_on: date | None
