"""Movements over the wire: one command is one slip."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.text import Answer, Body, Fen, FieldCommand, Moment, Reason, line
from api.network.employees.refs import EmployeeRef
from api.parts.catalogue.refs import PartRef
from api.parts.places.schemas import PlaceRef
from api.parts.stock.schemas import MovementKind
from api.parts.taking import Piece

Pieces = Annotated[list[Piece], Field(min_length=1, max_length=100)]


class MovementsQuery(Page):
    """Which movements; `from` and `to` bound the time when they happened, `to` excluded."""

    part_id: Id | None = None
    place_id: Id | None = None
    order_id: Id | None = None
    transfer_id: Id | None = None
    count_id: Id | None = None
    kind: MovementKind | None = None
    number: line(40) | None = None  # type: ignore[valid-type]
    from_: Annotated[Moment | None, Field(alias="from")] = None
    to: Moment | None = None
    sort: Literal["-created_at"] = "-created_at"


class Received(Piece):
    """One line of a goods receipt; `value_fen` is what all its pieces cost together."""

    value_fen: Fen


class Receive(Body):
    """Goods that come in from outside (进货登记, R185)."""

    to_place_id: Id
    lines: Annotated[list[Received], Field(min_length=1, max_length=100)]
    reason: Annotated[Reason | None, Field(description="Delivery note or supplier.")] = None


class Issue(Body):
    """Parts that leave stock for a job (发料单, R108, R148, R184). What is reserved for the job is taken first."""

    order_id: Id
    from_place_id: Id
    lines: Pieces


class Return(FieldCommand):
    """Parts issued for a job that were not needed come back (退料), at what they left for."""

    order_id: Id
    to_place_id: Id
    lines: Pieces
    reason: Reason | None = None


class Move(Body):
    """From bin to bin within a station (货位调整, R188)."""

    from_place_id: Id
    to_place_id: Id
    lines: Pieces


class Scrap(Body):
    """Written off, with a reason and by somebody who may approve it."""

    from_place_id: Id
    lines: Pieces
    reason: Reason


class Reverse(Body):
    """Why a movement was wrong; the opposite is posted, nothing is deleted."""

    reason: Reason


class MovementRead(Answer):
    """So many pieces of a part from a place to a place; no place is outside."""

    id: str
    number: str
    line: int
    kind: MovementKind
    kind_label: str
    part: PartRef
    quantity: int
    value_fen: int
    from_place: PlaceRef | None
    to_place: PlaceRef | None
    serials: list[str] | None
    order_id: str | None
    order_number: str | None
    reason: str | None
    employee: EmployeeRef | None
    reverses_id: str | None
    reversed_by_id: str | None
    occurred_at: datetime
    recorded_at: datetime
    reversible: Annotated[bool, Field(description="Whether the caller may reverse it.")]


class SlipRead(Answer):
    """One paper with its lines; `id` is that of the first."""

    id: str
    number: str
    kind: MovementKind
    kind_label: str
    movements: list[MovementRead]
