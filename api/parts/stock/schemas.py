"""Positions over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.kit.ids import Id
from api.kit.listing import Page, Search
from api.kit.text import Answer
from api.network.employees.refs import EmployeeRef
from api.parts.catalogue.refs import PartRef
from api.parts.places.schemas import Kind, PlaceRef

Level = Literal["scarce", "low", "fine", "over"]
MovementKind = Literal["receipt", "issue", "return", "transfer", "move", "surplus", "shortage", "scrap", "reversal"]


class StockQuery(Page):
    """Which positions."""

    q: Search = None
    part_id: Id | None = None
    place_id: Annotated[Id | None, Field(description="This place and all below it.")] = None
    station_id: Id | None = None
    kind: Kind | None = None
    level: Annotated[Level | None, Field(description="By the limits of the part; stores and centres only.")] = None
    mine: Annotated[bool | None, Field(description="What lies in the caller's own van or on his bench.")] = None
    empty: Annotated[bool | None, Field(description="`false` leaves out what has run out.")] = None
    sort: Literal["part", "-value"] = "part"


class PositionRow(Answer):
    """How much of a part lies at a place; `average_fen` is the moving average of one piece (D26)."""

    id: str
    part: PartRef
    place: PlaceRef
    station_id: str
    quantity: int
    reserved: int
    available: int
    value_fen: int
    average_fen: int | None
    level: Level | None
    level_label: str | None


class SerialRead(Answer):
    """A piece by its number, the oldest first (D26)."""

    serial: str
    received_at: datetime


class PositionRead(PositionRow):
    """A position with the pieces that are known by number."""

    serials: list[SerialRead]


class CardLine(Answer):
    """One line of the stock card: what came or went, and what lay there after it."""

    id: str
    number: str
    kind: MovementKind
    kind_label: str
    change: int
    change_fen: int
    balance: int
    balance_fen: int
    other_place: PlaceRef | None
    order_id: str | None
    order_number: str | None
    serials: list[str] | None
    reason: str | None
    employee: EmployeeRef | None
    occurred_at: datetime
    recorded_at: datetime


class CardQuery(Page):
    """The newest first."""
