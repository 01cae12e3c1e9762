"""Transfers over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, FieldCommand, Note, Reason, ask
from api.network.employees.refs import EmployeeRef
from api.parts.catalogue.refs import PartRef
from api.parts.places.schemas import PlaceRef
from api.parts.taking import Quantity, Serials

Status = Literal["sent", "received", "taken_back"]


class TransfersQuery(Page):
    """Which transfers; `mine` are those for the caller's own van."""

    status: Status | None = None
    part_id: Id | None = None
    place_id: Id | None = None
    mine: bool | None = None
    sort: Literal["-created_at"] = "-created_at"


class Send(Body):
    """One part from a place to a place, of the same or another station, or to a van."""

    id: Id | None = None
    from_place_id: Id
    to_place_id: Id
    part_id: Id
    quantity: Quantity
    serials: Serials | None = None
    note: Note | None = None


class Receive(FieldCommand):
    """It is here, whole; whoever sent it does not receive it."""


class TakeBack(Body):
    """It goes back to where it came from."""

    reason: Reason = ask("为什么退回", "Why it is taken back", kind="textarea")


class TransferRead(Answer):
    """One part on its way, or arrived."""

    id: str
    version: int
    number: str
    status: Status
    status_label: str
    part: PartRef
    quantity: int
    serials: list[str] | None
    from_place: PlaceRef
    to_place: PlaceRef
    station_id: str
    from_station_id: str
    sent_by: EmployeeRef | None
    received_by: EmployeeRef | None
    created_at: datetime
    received_at: datetime | None
    note: str | None
    reason: str | None
    offered: list[Offer]
