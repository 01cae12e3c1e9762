"""What happens to invoices."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words

_KIND: dict[str, dict[str, Words]] = {
    "kind": {"general": Words("普通发票", "general invoice"), "special": Words("专用发票", "special invoice")}
}


@dataclass(frozen=True, slots=True)
class InvoiceRequested(Fact):
    type = "invoice.requested"
    sentence = Words("申请开{kind}，{yuan} 元", "Asked for a {kind} of CNY {yuan}")
    personal = ("title",)
    spoken = _KIND
    number: str
    kind: str
    amount_fen: int
    yuan: str
    title: str


@dataclass(frozen=True, slots=True)
class InvoiceIssued(Fact):
    type = "invoice.issued"
    sentence = Words("开出发票 {invoice_no}，{yuan} 元", "Issued the invoice {invoice_no}, CNY {yuan}")
    number: str
    invoice_no: str
    amount_fen: int
    tax_fen: int
    yuan: str


@dataclass(frozen=True, slots=True)
class InvoiceRedLettered(Fact):
    type = "invoice.red_lettered"
    sentence = Words("红冲发票 {invoice_no}：{reason}", "Red-lettered the invoice {invoice_no}: {reason}")
    personal = ("reason",)
    invoice_no: str
    red_invoice_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class InvoiceWithdrawn(Fact):
    type = "invoice.withdrawn"
    sentence = Words("撤回开票申请", "Withdrew the request for an invoice")


@dataclass(frozen=True, slots=True)
class InvoiceTaken(Fact):
    """Taken along on a visit (R156): it comes back or is handed out the same day (D25)."""

    type = "invoice.taken"
    sentence = Words("{employee_id} 带走发票 {invoice_no}", "{employee_id} took the invoice {invoice_no} along")
    invoice_no: str
    employee_id: str


@dataclass(frozen=True, slots=True)
class InvoiceHandedOut(Fact):
    type = "invoice.handed_out"
    sentence = Words("发票 {invoice_no} 已交给客户", "Handed the invoice {invoice_no} to the customer")
    invoice_no: str


@dataclass(frozen=True, slots=True)
class InvoiceBroughtBack(Fact):
    type = "invoice.brought_back"
    sentence = Words("发票 {invoice_no} 带回", "Brought the invoice {invoice_no} back")
    invoice_no: str
