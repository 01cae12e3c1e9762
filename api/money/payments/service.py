"""Money that has come: it stands on the account of its way, and on the bill as far as that owes."""

from __future__ import annotations

from typing import Any

from api.events import log
from api.kit.unit import Row, Unit
from api.money.ledger import service as ledger
from api.money.ledger.chart import RECEIVED_IN
from api.money.ledger.yuan import yuan
from api.money.payments import answers, custody, facts, queries, schemas
from api.money.payments.workflow import WORKFLOW
from api.money.settlement_bills import queries as bills
from api.money.settlement_bills import service as billing


def take(unit: Unit, payment: Row, *, reference: str | None = None, late: bool = False) -> None:
    """The money is here: it stands on the way's account, and on the bill as far as that owes."""
    changes: dict[str, Any] = WORKFLOW.fire(ledger.by_rule(unit), "collect", payment)
    bill = bills.any_one(unit, payment.bill_id) if payment.bill_id else None
    holder = {"debit_holder_id": payment.collected_by_id} if payment.way == "cash" else {}
    posted = ledger.post(
        unit, "collected", RECEIVED_IN[payment.way], "advance", payment.amount_fen, station_id=payment.station_id,
        case_id=payment.case_id, payment_id=payment.id, **holder,
    )  # fmt: skip
    fact = facts.PaymentCollected(
        number=payment.number, way=payment.way, amount_fen=payment.amount_fen, yuan=yuan(payment.amount_fen),
        posted_on=posted.posted_on, bill_id=payment.bill_id, reference=reference or payment.reference, late=late,
    )  # fmt: skip
    log.append(
        unit, payment, fact, **changes, reference=reference or payment.reference, collected_at=unit.now,
        occurred_at=posted.occurred_at, posted_on=posted.posted_on,
    )  # fmt: skip
    if payment.way == "cash":
        custody.begin(unit, payment)
    if bill is not None:
        billing.apply(unit, bill, payment.id, payment.amount_fen)


def cancel(unit: Unit, id: str, command: schemas.Cancel) -> dict[str, Any]:
    """Withdraw the charge; if the customer pays all the same, the money counts (its fact says that it came late)."""
    payment = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "cancel", payment, answers.BASE)
    log.append(unit, payment, facts.PaymentCancelled(), **changes)
    return answers.read(unit, payment.id, scoped=False)
