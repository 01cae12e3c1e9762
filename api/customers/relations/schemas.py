"""How customers stand with the house, over the wire."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from api.customers.contacts.schemas import PhoneRead
from api.customers.customers.schemas import Class, CustomerRef
from api.customers.relations.worth import Activity, Alert, Satisfaction
from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.text import Answer, Body
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Due = Literal["contact", "visit"]
Lacking = Literal["persons"]


class RelationsQuery(Page):
    """Which customers; `due` are those with whom a word or a visit is due by today (D30, R218)."""

    station_id: Id | None = None
    due: Due | None = None
    class_: Annotated[Class | None, Field(alias="class")] = None
    activity: Activity | None = None
    alert: Alert | None = None
    satisfaction: Satisfaction | None = None
    person_id: Annotated[Id | None, Field(description="Service person or account person.")] = None
    lacking: Annotated[Lacking | None, Field(description="Customers without both persons (R391).")] = None
    sort: Literal["next_contact_on", "-revenue_fen"] = "next_contact_on"


class SummaryQuery(Body):
    """Of which station; without one, of all that the caller sees."""

    station_id: Id | None = None


class PersonsSet(Body):
    """The two persons who follow a customer (R391); null takes one away."""

    service_person_id: Id | None
    account_person_id: Id | None


class RelationRow(Answer):
    """A customer with how he stands."""

    id: Annotated[str, Field(description="The customer's.")]
    customer: CustomerRef
    station: StationRef
    contact_id: str | None
    contact_name: str | None
    phone: PhoneRead | None
    do_not_call: bool
    service_person: EmployeeRef | None
    account_person: EmployeeRef | None
    activity: Activity
    activity_label: str
    alert: Alert | None
    alert_label: str | None
    satisfaction: Satisfaction
    satisfaction_label: str
    revenue_fen: int
    devices: int
    last_job_on: date | None
    last_contact_at: datetime | None
    next_contact_on: Annotated[date | None, Field(description="Null: the class is not called by rhythm.")]
    next_visit_on: date | None


class RelationRead(RelationRow):
    """How one customer stands, with the figures it follows from (R392)."""

    version: int
    counted_on: date | None
    former_revenue_fen: int
    jobs: int
    usual_days: int | None
    last_visit_at: datetime | None
    class_set_on: date | None
    why: Annotated[list[str], Field(description="Which figure or limit each judgement follows from.")]
    may_name_persons: bool


class Counted(Answer):
    """How many customers stand so, and what they brought in twelve months."""

    value: str
    label: str
    customers: int
    revenue_fen: int


class RelationSummary(Answer):
    """Active and lost customers, classes and satisfaction counted (R401)."""

    customers: int
    due: int
    without_persons: int
    by_class: list[Counted]
    by_activity: list[Counted]
    by_satisfaction: list[Counted]
    by_alert: list[Counted]
