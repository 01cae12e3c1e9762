"""The dispatcher's board over the wire: compact rows, because a week of 200 engineers is 4,000 of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from api.kit.ids import Id
from api.kit.listing import Page, Search
from api.kit.text import Answer, Body, Day
from api.work.work_orders.schemas import WorkOrderRow

Days = Annotated[int, Field(ge=1, le=7)]


class Where(Body):
    """Of one station, of all stations of a region, or of all that the caller may dispatch for."""

    station_id: Id | None = None
    region_id: Id | None = None


class BoardQuery(Where):
    """From which local day, and how many. With `booking_id` only this booking is answered, as it now stands on the
    board, so that a live change costs one row; nothing where it was given back or left the board."""

    from_: Annotated[Day, Field(alias="from")]
    days: Days = 1
    booking_id: Id | None = None


class UnassignedQuery(Page):
    """Which of the orders that wait for somebody: part of anything (`q`), the skill they need, and how they stand."""

    station_id: Id | None = None
    region_id: Id | None = None
    q: Search = None
    skill_id: Id | None = None
    state: Literal["late", "soon", "ready", "waiting"] | None = None


class BoardStation(Answer):
    """Where engineers start from; without coordinates it is not on the map."""

    id: str
    code: str
    name: str
    latitude: float | None
    longitude: float | None


class BoardEngineer(Answer):
    """One row: a field engineer posted at one of the stations in the span."""

    id: str
    name: str
    station_id: str
    skills: list[str]


class BoardThing(Answer):
    """A row below the engineers: a vehicle or a bench."""

    id: str
    kind: Literal["vehicle", "bench"]
    name: str
    station_id: str


class BoardSpan(Answer):
    """Of the calendar (D7): working time, or the break within it."""

    starts_at: datetime
    ends_at: datetime
    kind: Literal["work", "break"]


class BoardShift(Answer):
    """Somebody's turn by the roster."""

    employee_id: str
    starts_at: datetime
    ends_at: datetime
    kind: str


class BoardBooking(Answer):
    """What a row is booked for. `travel_*_seconds` are blocked too. What a job is about is null where the order is not the
    caller's to see: then only the time is taken. `moves` says whether he may move it now (`/work-orders/{id}/move` with
    `order_version`; for `use`, `/bookings/{id}/move` with `version`)."""

    id: str
    version: int
    holder_id: str
    kind: Literal["job", "leave", "use"]
    starts_at: datetime
    ends_at: datetime
    travel_before_seconds: int
    travel_after_seconds: int
    note: str | None
    moves: bool
    work_order_id: str | None
    order_version: int | None
    number: str | None
    status: str | None
    status_label: str | None
    customer_name: str | None
    subject: str | None
    model: str | None
    promised_at: datetime | None
    latitude: float | None
    longitude: float | None


class BoardOverride(Answer):
    """Why a booking stands where it clashes: who said so, when, why, and with what."""

    booking_id: str
    by: str | None
    at: datetime
    reason: str
    clash_kind: Literal["job", "leave", "use", "shift"]
    clash: str | None
    clash_starts_at: datetime | None
    clash_ends_at: datetime | None


class Waiting(Answer):
    """How many orders wait for somebody: all, late, due soon, ready to be given, waiting for a part or the customer."""

    total: int
    late: int
    soon: int
    ready: int
    waiting: int


class BoardRead(Answer):
    """Everything that the board draws, in one answer."""

    first: date
    days: int
    time_zone: str
    stations: list[BoardStation]
    calendar: list[BoardSpan]
    engineers: list[BoardEngineer]
    things: list[BoardThing]
    shifts: list[BoardShift]
    bookings: list[BoardBooking]
    overrides: list[BoardOverride]
    unassigned: Waiting


class MapRead(Answer):
    """Where the map's tiles come from, with `{z}`, `{x}` and `{y}`, and whose they are; null: a plain grid is drawn."""

    tiles: str | None
    credit: str | None


class SkillRef(Answer):
    id: str
    name: str


class UnassignedRow(WorkOrderRow):
    """An order that waits for somebody, with what decides who could go."""

    skill: SkillRef | None
    travel_seconds: int
    latitude: float | None
    longitude: float | None
