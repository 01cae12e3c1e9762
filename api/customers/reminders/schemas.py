"""Reminders over the wire."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from api.customers.customers.schemas import CustomerRef
from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Day, Reason, ask, line
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Kind = Literal["todo", "alert", "need", "advice"]
Status = Literal["open", "done", "dropped"]


class RemindersQuery(Page):
    """Which reminders; `due` leaves out those of later days."""

    customer_id: Id | None = None
    station_id: Id | None = None
    assignee_id: Id | None = None
    status: Status | None = None
    due: Annotated[Literal["today"] | None, Field(description="Due by today.")] = None
    sort: Literal["due_on"] = "due_on"


class ReminderCreate(Body):
    """Something not to forget about a customer; without an owner it is the station's."""

    id: Id | None = None
    customer_id: Id
    kind: Literal["todo", "advice"] = "todo"
    what: line(200)  # type: ignore[valid-type]
    due_on: Day
    assignee_id: Annotated[Id | None, Field(description="Whose it is.")] = None


class Move(Body):
    """Another day, perhaps another person."""

    due_on: Day
    assignee_id: Annotated[Id | None, Field(description="Whose it is.")] = None


class Done(Body):
    """It was done."""


class Drop(Body):
    """It will not be done."""

    reason: Annotated[Reason, ask("原因", "Reason", "textarea")]


class ReminderRow(Answer):
    """A reminder; `late` once its day is over."""

    id: str
    version: int
    customer: CustomerRef
    station: StationRef
    owner: EmployeeRef | None
    kind: Kind
    kind_label: str
    what: str
    due_on: date
    late: bool
    status: Status
    status_label: str
    ended_at: datetime | None
    offered: list[Offer]
