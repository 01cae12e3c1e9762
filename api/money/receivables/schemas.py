"""What customers owe, over the wire."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from api.customers.customers.schemas import CustomerRef
from api.kit.ids import Id
from api.kit.listing import Page, Search
from api.kit.text import Answer
from api.money.settlement_bills.schemas import CaseRef
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef


class ReceivablesQuery(Page):
    """Which; `older_than_days` counts from the oldest unpaid bill."""

    customer_id: Id | None = None
    older_than_days: Annotated[int, Field(ge=0, le=36_500)] | None = None
    q: Search = None
    sort: Literal["oldest", "-open_fen"] = "oldest"


class ReceivableRow(Answer):
    """One case on which something is owed."""

    id: str
    case: CaseRef
    customer: CustomerRef
    station: StationRef
    engineer: EmployeeRef | None
    billed_fen: int
    open_fen: int
    bills: int
    oldest_at: datetime
    age_days: int


class AgeBucket(Answer):
    """What is owed for so many days: from `from_days` to below the next."""

    from_days: int
    cases: int
    open_fen: int


class ReceivablesSummary(Answer):
    """All that is owed in the caller's sight, by age."""

    as_of: date
    cases: int
    open_fen: int
    ages: list[AgeBucket]


class CaseStatement(Answer):
    """One case's money in and out (R171): each figure is a sum of the ledger."""

    id: str
    consented_fen: int
    billed_fen: int
    collected_fen: int
    applied_fen: int
    free_fen: int
    refunded_fen: int
    refunds_payable_fen: int
    open_fen: int
    collected: bool
    handed_in: bool
    deposit_limits: dict[str, int]
