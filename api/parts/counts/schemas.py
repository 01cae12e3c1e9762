"""Stock-takes over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, FieldCommand, Note, Reason, ask
from api.network.employees.refs import EmployeeRef
from api.parts.catalogue.refs import PartRef
from api.parts.places.schemas import PlaceRef
from api.parts.taking import Serial

Status = Literal["counting", "submitted", "settled", "cancelled"]
Counted = Annotated[int, Field(ge=0, le=1_000_000, strict=True)]


class CountsQuery(Page):
    """Which stock-takes."""

    status: Status | None = None
    place_id: Id | None = None
    station_id: Id | None = None
    sort: Literal["-created_at"] = "-created_at"


class CountOpen(Body):
    """A sheet of a place with all below it."""

    id: Id | None = None
    place_id: Id
    note: Note | None = None


class CountedLine(Body):
    """What was found of a part at a place; of a part tracked by serial number all pieces are named."""

    part_id: Id
    place_id: Id
    counted: Counted
    serials: Annotated[list[Serial], Field(max_length=10_000)] | None = None


class Enter(FieldCommand):
    """Lines that were counted; a part that the sheet does not have may be added."""

    lines: Annotated[list[CountedLine], Field(min_length=1, max_length=500)]


class Submit(FieldCommand):
    """Everything is counted."""


class Settle(Body):
    """The differences are right: they are posted as surplus and shortage (R189)."""


class Because(Body):
    """A step that needs its reason."""

    reason: Reason = ask("原因", "Reason", kind="textarea")


class CountLineRead(Answer):
    """One line; the book and the difference show once it is counted, so that nobody counts towards them."""

    id: str
    part: PartRef
    place: PlaceRef
    counted: int | None
    expected: int | None
    difference: int | None
    difference_fen: int | None
    missing: list[str] | None
    found: list[str] | None
    counted_at: datetime | None


class CountRow(Answer):
    """One stock-take."""

    id: str
    version: int
    number: str
    status: Status
    status_label: str
    place: PlaceRef
    station_id: str
    lines: int
    open_lines: int
    differing: int
    created_by: EmployeeRef | None
    approved_by: EmployeeRef | None
    created_at: datetime
    submitted_at: datetime | None
    settled_at: datetime | None
    note: str | None
    reason: str | None
    offered: list[Offer]


class CountRead(CountRow):
    """A stock-take with its lines."""

    sheet: list[CountLineRead]
    lacks: Annotated[str | None, Field(description="Why the caller may not settle it, if it is his to approve.")]
