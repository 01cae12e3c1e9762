"""Contacts with customers over the wire."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from api.customers.customers.schemas import CustomerRef
from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.text import Answer, Body, Day, Flag, Moment, Reason, line, page
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Way = Literal["call", "visit", "message", "mail", "counter", "meeting", "forum"]
Purpose = Literal["care", "usage", "business", "talk", "complaint", "survey", "other"]


class ContactsQuery(Page):
    """Which contacts."""

    customer_id: Id | None = None
    station_id: Id | None = None
    by_id: Id | None = None
    purpose: Purpose | None = None
    way: Way | None = None
    sort: Literal["-at"] = "-at"


class ContactLogged(Body):
    """A word with a customer: how, what for, with what result, and what comes next."""

    id: Id | None = None
    customer_id: Id
    contact_id: Id | None = None
    at: Annotated[Moment | None, Field(description="When; now unless said.")] = None
    way: Way
    purpose: Purpose
    result: page(1000)  # type: ignore[valid-type]
    rehearsed_with_id: Annotated[
        Id | None, Field(description="With whom a talk of weight was rehearsed; required for `talk` (R394).")
    ] = None
    reminder_id: Annotated[Id | None, Field(description="The open reminder that this fulfils.")] = None
    next_on: Annotated[Day | None, Field(description="A day for what comes next makes a reminder of it.")] = None
    next_what: line(200) | None = None  # type: ignore[valid-type]
    call_id: Id | None = None
    quiet: Annotated[Flag, Field(description="Nobody was reached: the rhythm goes on as before.")] = False


class ReportUp(Body):
    """What this level cannot do for the customer (R396)."""

    need: Reason


class ContactRow(Answer):
    """One contact."""

    id: str
    version: int
    customer: CustomerRef
    station: StationRef
    contact_id: str | None
    contact_name: str | None
    by: EmployeeRef | None
    at: datetime
    way: Way
    way_label: str
    purpose: Purpose
    purpose_label: str
    result: str
    rehearsed_with: EmployeeRef | None
    next_contact_on: Annotated[date | None, Field(description="When the next word with this customer is due.")]
    may_report_up: bool
