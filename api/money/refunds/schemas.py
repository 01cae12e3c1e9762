"""Refunds over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from api.customers.customers.schemas import CustomerRef
from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Reason, ask
from api.money.ledger.chart import Way
from api.money.payments.schemas import Amount, Slip
from api.money.settlement_bills.schemas import CaseRef
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Status = Literal["requested", "approved", "paid", "rejected", "failed"]


class RefundsQuery(Page):
    """Which refunds."""

    case_id: Id | None = None
    payment_id: Id | None = None
    status: Status | None = None
    sort: Literal["-created_at", "created_at"] = "-created_at"


class RefundCreate(Body):
    """Money back out of one payment, for a reason; another person approves."""

    id: Id | None = None
    payment_id: Id
    amount_fen: Amount
    reason: Reason


class Approve(Body):
    """Agreed."""


class Reject(Body):
    """Not agreed, with the reason."""

    reason: Reason = ask("不同意的原因", "Why it is turned down", kind="textarea")


class PayOut(Body):
    """The cashier gives it out of the drawer, or the bank's or card's slip says so."""

    reference: Slip | None = ask("凭证号（现金可不填）", "Number of the slip (not for cash)", default=None)


class RefundRow(Answer):
    """One line of the list."""

    id: str
    number: str
    version: int
    status: Status
    status_label: str
    payment_id: str
    payment_number: str
    way: Way
    way_label: str
    amount_fen: int
    origin: Literal["staff", "provider"]
    case: CaseRef
    customer: CustomerRef
    station: StationRef
    requested_by: EmployeeRef | None
    created_at: datetime


class RefundRead(RefundRow):
    """The whole refund."""

    reason: str
    approved_by: EmployeeRef | None
    approved_at: datetime | None
    paid_by: EmployeeRef | None
    paid_at: datetime | None
    reference: str | None
    rejected_reason: str | None
    offered: list[Offer]
