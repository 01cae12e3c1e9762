"""Exceptions over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Reason, ask
from api.network.employees.refs import EmployeeRef
from api.parts.catalogue.refs import PartRef
from api.parts.places.schemas import PlaceRef

Status = Literal["open", "posted", "dismissed"]


class ExceptionsQuery(Page):
    """Which exceptions."""

    status: Status | None = None
    order_id: Id | None = None
    station_id: Id | None = None
    sort: Literal["-created_at"] = "-created_at"


class Settle(Body):
    """How it came about."""

    reason: Reason = ask("查明的情况", "What was found out", kind="textarea")


class ExceptionRead(Answer):
    """A use of a part that the book could not carry, and how it was settled."""

    id: str
    version: int
    number: str
    status: Status
    status_label: str
    part: PartRef
    place: PlaceRef
    station_id: str
    quantity: int
    there: int
    serials: list[str] | None
    order_id: str
    order_number: str
    employee: EmployeeRef | None
    occurred_at: datetime
    recorded_at: datetime
    settled_by: EmployeeRef | None
    settled_at: datetime | None
    reason: str | None
    offered: list[Offer]
