"""Reservations over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Day, Flag, Note, Reason, ask
from api.network.employees.refs import EmployeeRef
from api.parts.catalogue.refs import PartRef
from api.parts.places.schemas import PlaceRef
from api.parts.taking import Quantity, Serials

Status = Literal["waiting", "held", "issued", "released"]


class ReservationsQuery(Page):
    """Which reservations."""

    status: Status | None = None
    order_id: Id | None = None
    part_id: Id | None = None
    place_id: Id | None = None
    station_id: Id | None = None
    sort: Literal["created_at", "-created_at"] = "-created_at"


class ReservationCreate(Body):
    """So many pieces for an order. Without a place: where the order's station has them. With `wait`, what is not there is
    requested (R107, R182); without it, the quantity must be there (R166)."""

    id: Id | None = None
    order_id: Id
    part_id: Id
    quantity: Quantity
    place_id: Id | None = None
    wait: Annotated[Flag, Field(description="Request what is not in stock.")] = False
    needed_on: Day | None = None
    note: Note | None = None


class Issue(Body):
    """Everything outstanding is issued; a part tracked by serial number names the pieces."""

    serials: Serials | None = None


class Expect(Body):
    """When what is waited for will be here (R107: the customer is told)."""

    expected_on: Day = ask("预计到货日（年-月-日）", "Expected on (YYYY-MM-DD)")


class Release(Body):
    """Why it is not wanted any more."""

    reason: Reason = ask("为什么不留了", "Why it is released", kind="textarea")


class ReservationRead(Answer):
    """A reservation; `substitutes` tells how many pieces of parts that may stand in are free where the caller sees."""

    id: str
    version: int
    number: str
    status: Status
    status_label: str
    part: PartRef
    place: PlaceRef
    station_id: str
    quantity: int
    issued: int
    outstanding: int
    order_id: str
    order_number: str
    engineer: EmployeeRef | None
    needed_on: str | None
    expected_on: str | None
    note: str | None
    reason: str | None
    created_by: EmployeeRef | None
    created_at: datetime
    offered: list[Offer]
