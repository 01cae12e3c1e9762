"""Verbs on invoices: asked for, issued, taken along, red-lettered; nothing is deleted (D25)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.events import log
from api.events.facts import Fact
from api.kit.numbering import next_number
from api.kit.problems import Invalid, TransitionRefused
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.money.invoices import answers, facts, queries, schemas
from api.money.invoices.model import Invoice
from api.money.invoices.problems import MoreThanBilled
from api.money.invoices.workflow import WORKFLOW
from api.money.ledger.days import local_day
from api.money.ledger.yuan import yuan
from api.money.settlement_bills import queries as bills
from api.money.settlement_bills.service import own_case
from api.network.stations import queries as stations


def net_of(amount_fen: int, rate_bp: int) -> int:
    """What of an amount is not tax, rounded half up to the fen; exact for the tax authority's sums."""
    whole = 10_000 + rate_bp
    return (amount_fen * 10_000 * 2 + whole) // (whole * 2)


def request(unit: Unit, command: schemas.InvoiceCreate) -> dict[str, Any]:
    """Ask for an invoice: on a bill, or beforehand on what was consented to, to be taken along (R156).

    :raises MoreThanBilled: more than the bill, or the case, leaves to be invoiced.
    """
    case = own_case(unit, command.case_id, P.INVOICES_CREATE)
    left = _left(unit, case, command)
    amount = left if command.amount_fen is None else command.amount_fen
    if amount > left or left <= 0:
        words = Words("还可开票 {left} 元", "CNY {left} may still be invoiced").format(left=yuan(max(left, 0)))
        raise MoreThanBilled(words, left_fen=max(left, 0))
    net = net_of(amount, command.tax_rate_bp)
    invoice = _insert(
        unit, case.station_id, id=command.id, case_id=case.id, bill_id=command.bill_id, customer_id=case.customer_id,
        kind=command.kind, medium=command.medium, title=command.title, tax_number=command.tax_number,
        content=command.content, amount_fen=amount, tax_rate_bp=command.tax_rate_bp, net_fen=net,
        tax_fen=amount - net, status="requested", invoice_code="", requested_by_id=unit.actor.employee_id,
    )  # fmt: skip
    fact = facts.InvoiceRequested(
        number=invoice.number, kind=invoice.kind, amount_fen=amount, yuan=yuan(amount), title=invoice.title
    )
    log.append(unit, invoice, fact)
    return answers.read(unit, invoice.id, scoped=False)


def _insert(unit: Unit, station_id: str, **values: Any) -> Row:
    code = stations.known(unit, station_id).code
    number = next_number(unit, "IV", code, local_day(unit, station_id))
    return unit.insert(Invoice, station_id=station_id, number=number, **values)


def _left(unit: Unit, case: Row, command: schemas.InvoiceCreate) -> int:
    account = bills.account(unit, case.id, lock=True)
    if account is None:
        raise TransitionRefused(
            Words("还缺客户对报价的同意", "The customer has not yet agreed to the quote"), offered=[]
        )
    left = account["consented_fen"] - queries.standing(unit, case_id=case.id)
    if command.bill_id is None:
        return left
    bill = bills.known(unit, command.bill_id, case.id)
    if bill is None or bill.status == "voided":
        words = Words("这件事没有这张结算单", "The case has no such bill")
        raise Invalid.field("/body/bill_id", "unknown", words)
    return min(left, bill.total_fen - queries.standing(unit, bill_id=bill.id))


def issue(unit: Unit, id: str, command: schemas.Issue) -> dict[str, Any]:
    """It has its number.

    :raises Duplicate: the number is another invoice's.
    """
    invoice = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "issue", invoice, answers.BASE)
    fact = facts.InvoiceIssued(
        number=invoice.number, invoice_no=command.invoice_no, amount_fen=invoice.amount_fen, tax_fen=invoice.tax_fen,
        yuan=yuan(invoice.amount_fen),
    )  # fmt: skip
    log.append(
        unit, invoice, fact, **changes, invoice_no=command.invoice_no, invoice_code=command.invoice_code or "",
        issued_at=unit.now, issued_by_id=unit.actor.employee_id,
    )  # fmt: skip
    return answers.read(unit, invoice.id, scoped=False)


def red_letter(unit: Unit, id: str, command: schemas.RedLetter) -> dict[str, Any]:
    """A wrong invoice is taken back by one with the same figures below nothing; both stay."""
    invoice = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "red-letter", invoice, answers.BASE)
    red = _insert(
        unit, invoice.station_id, case_id=invoice.case_id, bill_id=invoice.bill_id, customer_id=invoice.customer_id,
        kind=invoice.kind, medium=invoice.medium, title=invoice.title, tax_number=invoice.tax_number,
        content=invoice.content, amount_fen=-invoice.amount_fen, tax_rate_bp=invoice.tax_rate_bp,
        net_fen=-invoice.net_fen, tax_fen=-invoice.tax_fen, status="issued", invoice_no=command.invoice_no,
        invoice_code=command.invoice_code or "", issued_at=unit.now, red_of_id=invoice.id, reason=command.reason,
        requested_by_id=unit.actor.employee_id, issued_by_id=unit.actor.employee_id,
    )  # fmt: skip
    fact = facts.InvoiceIssued(
        number=red.number, invoice_no=command.invoice_no, amount_fen=red.amount_fen, tax_fen=red.tax_fen,
        yuan=yuan(red.amount_fen),
    )  # fmt: skip
    log.append(unit, red, fact)
    told = facts.InvoiceRedLettered(invoice_no=invoice.invoice_no, red_invoice_id=red.id, reason=command.reason)
    log.append(unit, invoice, told, **changes, reason=command.reason)
    return answers.read(unit, invoice.id, scoped=False)


def withdraw(unit: Unit, id: str, command: schemas.Withdraw) -> dict[str, Any]:
    """Not wanted any more."""
    invoice = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "withdraw", invoice, answers.BASE)
    log.append(unit, invoice, facts.InvoiceWithdrawn(), **changes)
    return answers.read(unit, invoice.id, scoped=False)


def take_along(unit: Unit, id: str, command: schemas.Carry) -> dict[str, Any]:
    """Taken on a visit (R156)."""
    fact = facts.InvoiceTaken(
        invoice_no=queries.one(unit, id).invoice_no or "",
        employee_id=unit.actor.employee_id or "",
    )
    return _carried(
        unit, id, "take-along", fact, taken_by_id=unit.actor.employee_id, taken_at=unit.now, returned_at=None
    )


def hand_out(unit: Unit, id: str, command: schemas.Carry) -> dict[str, Any]:
    """The customer has it (R178)."""
    fact = facts.InvoiceHandedOut(invoice_no=queries.one(unit, id).invoice_no or "")
    return _carried(unit, id, "hand-out", fact, handed_out_at=unit.now)


def bring_back(unit: Unit, id: str, command: schemas.Carry) -> dict[str, Any]:
    """It is at the station again."""
    fact = facts.InvoiceBroughtBack(invoice_no=queries.one(unit, id).invoice_no or "")
    return _carried(unit, id, "bring-back", fact, returned_at=unit.now)


def _carried(unit: Unit, id: str, action: str, fact: Fact, **told: Any) -> dict[str, Any]:
    invoice = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, action, invoice, answers.BASE)
    log.append(unit, invoice, fact, **changes, **told)
    return answers.read(unit, invoice.id, scoped=False)
