"""Payments over the wire."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from api.customers.customers.schemas import CustomerRef
from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, FieldCommand, Name, Note, Reason, ask, line
from api.kit.validation import Said
from api.kit.words import Words
from api.money.ledger.chart import Way
from api.money.settlement_bills.schemas import CaseRef
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Amount = Annotated[int, Field(ge=1, le=10**12, strict=True, description="In fen.")]
Status = Literal["pending", "collected", "failed", "cancelled", "voided"]
Purpose = Literal["bill", "special_order", "project"]
Slip = line(60)
RECEIPT = r"^RC-[A-Z0-9]{1,16}-[0-9]{8}-[0-9]{4,6}-[0-9]{4}$"


class PaymentsQuery(Page):
    """Which payments; `unhanded=true`: collected and on no slip yet (R157)."""

    case_id: Id | None = None
    bill_id: Id | None = None
    status: Status | None = None
    way: Way | None = None
    collected_by_id: Id | None = None
    unhanded: bool | None = None
    sort: Literal["-created_at", "created_at"] = "-created_at"


class PaymentCreate(FieldCommand):
    """One part by one way: for a bill, or in advance (`purpose` says for what, D22)."""

    id: Id | None = None
    case_id: Id
    bill_id: Id | None = None
    purpose: Purpose = "bill"
    way: Way
    amount_fen: Amount
    reference: Slip | None = None  # type: ignore[valid-type]
    receipt_number: Annotated[
        str | None, Field(pattern=RECEIPT, description="Given offline, from the phone's block.")
    ] = None
    payer: Name | None = None
    remark: Note | None = None

    @model_validator(mode="after")
    def _for_what(self) -> PaymentCreate:
        if (self.purpose == "bill") != (self.bill_id is not None):
            raise Said("bill", Words("收哪张结算单的钱", "For which bill, or for what in advance"))
        if self.way in ("bank", "card") and self.reference is None:
            raise Said("reference", Words("请写银行或刷卡的单号", "Give the number of the bank's or card's slip"))
        return self


class Cancel(Body):
    """The charge is withdrawn before the customer paid."""


class Correct(Body):
    """Recorded wrongly; taken out on the same day, before the day is closed."""

    reason: Reason = ask("哪里记错了", "What was recorded wrongly", kind="textarea")


class ApproveVoid(Body):
    """The manager agrees that the payment is voided."""

    reason: Reason = ask("为什么作废", "Why it is voided", kind="textarea")


class Void(Body):
    """Voided by finance after the manager's approval."""

    reason: Reason = ask("作废的原因", "Why it is voided", kind="textarea")


class PaymentRow(Answer):
    """One line of the list."""

    id: str
    number: str
    version: int
    status: Status
    status_label: str
    way: Way
    way_label: str
    purpose: Purpose
    amount_fen: int
    free_fen: int = Field(description="Neither applied to a bill nor refunded.")
    bill_id: str | None
    case: CaseRef
    customer: CustomerRef
    station: StationRef
    collected_by: EmployeeRef | None
    collected_at: datetime | None
    created_at: datetime


class PaymentRead(PaymentRow):
    """The whole payment."""

    reference: str | None
    receipt_number: str | None
    payer: str | None
    remark: str | None
    occurred_at: datetime | None
    posted_on: date | None
    provider: str | None
    qr_text: str | None
    qr: list[str] | None = Field(description="The code to show, row by row: 1 is dark.")
    expires_at: datetime | None
    handover_id: str | None
    voided_at: datetime | None
    voided_reason: str | None
    offered: list[Offer]


class CallbackTaken(Answer):
    """What a provider is told: whether this event was new to us."""

    known: bool


class DemoPayment(Body):
    """What the demo's customer does with the code before him."""

    payment_id: Id
    outcome: Literal["paid", "failed"] = "paid"
