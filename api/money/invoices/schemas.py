"""Invoices over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import StringConstraints, model_validator

from api.customers.customers.schemas import CustomerRef
from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, FieldCommand, Line, Reason, ask
from api.kit.validation import Said
from api.kit.words import Words
from api.money.payments.schemas import Amount
from api.money.settlement_bills.schemas import CaseRef
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Kind = Literal["general", "special"]
Medium = Literal["electronic", "paper"]
Status = Literal["requested", "issued", "red_lettered", "withdrawn"]
Rate = Literal[0, 100, 300, 600, 900, 1300]
TaxNumber = Annotated[str, StringConstraints(pattern=r"^[0-9A-HJ-NPQRTUWXY]{15,20}$")]
InvoiceCode = Annotated[str, StringConstraints(pattern=r"^(\d{10}|\d{12})$")]
InvoiceNo = Annotated[str, StringConstraints(pattern=r"^\d{8,20}$")]


class InvoicesQuery(Page):
    """Which invoices; `out=true`: taken along and neither handed out nor back (D25)."""

    case_id: Id | None = None
    bill_id: Id | None = None
    status: Status | None = None
    out: bool | None = None
    sort: Literal["-created_at", "created_at"] = "-created_at"


class InvoiceCreate(Body):
    """What the customer wants on his invoice; without an amount, all that may still be invoiced."""

    id: Id | None = None
    case_id: Id
    bill_id: Id | None = None
    kind: Kind = "general"
    medium: Medium = "electronic"
    title: Line
    tax_number: TaxNumber | None = None
    content: Line
    amount_fen: Amount | None = None
    tax_rate_bp: Rate = 600

    @model_validator(mode="after")
    def _special(self) -> InvoiceCreate:
        if self.kind == "special" and self.tax_number is None:
            raise Said("tax_number", Words("专用发票要有税号", "A special invoice needs the tax number"))
        return self


class Issue(Body):
    """The number under which the tax authority knows it; an electronic one needs no code."""

    invoice_no: InvoiceNo = ask("发票号码", "Number of the invoice")
    invoice_code: InvoiceCode | None = ask("发票代码（数电票不填）", "Code of the invoice, if it has one", default=None)


class RedLetter(Body):
    """The red-letter invoice that takes a wrong one back."""

    reason: Reason = ask("错在哪里", "What was wrong", kind="textarea")
    invoice_no: InvoiceNo = ask("红字发票号码", "Number of the red-letter invoice")
    invoice_code: InvoiceCode | None = ask("红字发票代码（数电票不填）", "Code of the red-letter invoice", default=None)


class Withdraw(Body):
    """Not wanted any more, before it was issued."""


class Carry(FieldCommand):
    """What happens to a paper invoice on a visit."""


class InvoiceRow(Answer):
    """One line of the list."""

    id: str
    number: str
    version: int
    status: Status
    status_label: str
    kind: Kind
    medium: Medium
    title: str
    amount_fen: int
    tax_rate_bp: int
    net_fen: int
    tax_fen: int
    invoice_code: str
    invoice_no: str | None
    issued_at: datetime | None
    red_of_id: str | None
    bill_id: str | None
    case: CaseRef
    customer: CustomerRef
    station: StationRef
    taken_by: EmployeeRef | None
    taken_at: datetime | None
    created_at: datetime


class InvoiceRead(InvoiceRow):
    """The whole invoice."""

    tax_number: str | None
    content: str
    reason: str | None
    requested_by: EmployeeRef | None
    issued_by: EmployeeRef | None
    handed_out_at: datetime | None
    returned_at: datetime | None
    offered: list[Offer]
