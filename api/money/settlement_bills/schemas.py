"""Settlement bills over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.customers.customers.schemas import CustomerRef
from api.kit.ids import Id
from api.kit.listing import Page, Search
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Fen, FieldCommand, Flag, Note, Reason, ask
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Quantity = Annotated[int, Field(ge=1, le=10**9, strict=True)]
"""Thousandths of the unit."""
Status = Literal["issued", "settled", "voided"]


class BillsQuery(Page):
    """Which bills; `open=true`: those on which something is owed (R163)."""

    case_id: Id | None = None
    customer_id: Id | None = None
    status: Status | None = None
    open: bool | None = None
    q: Search = None
    sort: Literal["-created_at", "created_at"] = "-created_at"


class BillLineWanted(Body):
    """A line of the consented quote, whole or for less."""

    quote_line_id: Id
    quantity: Quantity | None = None
    amount_fen: Fen | None = None


class BillCreate(FieldCommand):
    """Without lines: everything consented to that no bill has yet."""

    id: Id | None = None
    case_id: Id
    lines: Annotated[list[BillLineWanted], Field(min_length=1, max_length=100)] | None = None
    remark: Note | None = None


class Void(Body):
    """A wrong bill ends with its reason; what was paid on it is the customer's money on account again."""

    reason: Reason = ask("作废的原因", "Why it is voided", kind="textarea")


class CaseRef(Answer):
    """A case named in another resource."""

    id: str
    number: str
    subject: str


class BillRow(Answer):
    """One line of the list."""

    id: str
    number: str
    version: int
    status: Status
    status_label: str
    case: CaseRef
    customer: CustomerRef
    station: StationRef
    total_fen: int
    paid_fen: int
    open_fen: int
    created_at: datetime


class BillLine(Answer):
    """One line of a bill."""

    position: int
    quote_line_id: str
    kind: str
    description: str
    unit: str
    quantity: int
    unit_fen: int
    amount_fen: int


class BillRead(BillRow):
    """The whole bill."""

    lines: list[BillLine]
    remark: str | None
    issued_by: EmployeeRef | None
    settled_at: datetime | None
    voided_at: datetime | None
    voided_by: EmployeeRef | None
    voided_reason: str | None
    offered: list[Offer]


class BillableQuery(Body):
    """Of which case."""

    case_id: Id


class BillableLine(Answer):
    """A consented line with what no bill has yet."""

    quote_line_id: str
    quote_number: str
    kind: str
    description: str
    unit: str
    quantity: int
    unit_fen: int
    amount_fen: int
    left_fen: int


class Billable(Answer):
    """What may be billed on a case, and what still hinders it."""

    case_id: str
    consented_fen: int
    billed_fen: int
    remaining_fen: int
    lines: list[BillableLine]
    missing: str | None
    may_bill: Flag
