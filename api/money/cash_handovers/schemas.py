"""Handovers over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Fen, FieldCommand, Flag, Note, ask
from api.money.ledger.chart import Way
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Status = Literal["presented", "confirmed", "withdrawn"]
Denomination = Literal["10000", "5000", "2000", "1000", "500", "100", "50", "10"]
"""Notes and coins in fen."""
Counts = Annotated[
    dict[Denomination, Annotated[int, Field(ge=0, le=100_000, strict=True)]],
    Field(max_length=8, description="Pieces by denomination in fen."),
]


class HandoversQuery(Page):
    """Which slips."""

    status: Status | None = None
    giver_id: Id | None = None
    sort: Literal["-created_at", "created_at"] = "-created_at"


class HandoverCreate(FieldCommand):
    """Without payments: everything that the giver has collected and not handed over."""

    id: Id | None = None
    payment_ids: Annotated[list[Id], Field(min_length=1, max_length=200)] | None = None
    note: Note | None = None


class Receive(Body):
    """The receiver's own count of the cash; with pieces by denomination, they must add up to it."""

    counted_fen: Fen = ask("点到的现金", "Cash counted, in fen", kind="money")
    counts: Counts | None = None
    note: Note | None = ask("说明", "Remark", kind="textarea", default=None)


class Withdraw(Body):
    """The slip is taken back before it was received."""


class HandoverRow(Answer):
    """One line of the list."""

    id: str
    number: str
    version: int
    status: Status
    status_label: str
    station: StationRef
    giver: EmployeeRef
    receiver: EmployeeRef | None
    declared_fen: int
    counted_fen: int | None
    difference_fen: int | None
    created_at: datetime
    confirmed_at: datetime | None


class HandoverLine(Answer):
    """One payment on the slip."""

    payment_id: str
    payment_number: str
    case_id: str
    case_number: str
    customer_name: str
    way: Way
    way_label: str
    amount_fen: int
    collected_at: datetime | None


class HandoverRead(HandoverRow):
    """The whole slip."""

    lines: list[HandoverLine]
    counts: dict[str, int] | None
    note: str | None
    receiver_note: str | None
    offered: list[Offer]


class HeldLine(HandoverLine):
    """A payment in somebody's hands, and until when it may stay there (D24)."""

    due_at: datetime | None
    overdue: Flag


class Holding(Answer):
    """What one person holds."""

    employee: EmployeeRef
    station: StationRef
    cash_fen: int
    lines: list[HeldLine]
    due_at: datetime | None
    overdue: Flag


class Holdings(Answer):
    """What the people in the caller's sight hold, late first (R157: open ones are listed daily)."""

    items: list[Holding]
    cash_fen: int


class HoldingsQuery(Body):
    """`mine=true`: only what the caller holds himself."""

    mine: bool = False
