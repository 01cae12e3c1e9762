"""Asking for money: in parts and by way, for a bill or in advance; what a provider serves waits for the customer's phone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from api.access.demo import queries as demo
from api.access.policy import P
from api.events import log
from api.kit import jobs
from api.kit.numbering import next_number
from api.kit.problems import Invalid, TransitionRefused
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.money import providers
from api.money.ledger import queries as sums
from api.money.ledger.chart import WAYS, Way
from api.money.ledger.days import local_day
from api.money.ledger.yuan import yuan
from api.money.payments import answers, callbacks, facts, queries, receipts, schemas, service
from api.money.payments.model import Payment
from api.money.payments.problems import DepositTooHigh, MoreThanOwed
from api.money.settlement_bills import queries as bills
from api.money.settlement_bills import service as billing
from api.network.settings import limits
from api.network.stations import queries as stations

SHARES = {"special_order": "deposit.special_order_share", "project": "deposit.project_share"}


def collect(unit: Unit, command: schemas.PaymentCreate) -> dict[str, Any]:
    """One part by one way. Cash, bank and card are collected now; a charge waits for its callback.

    Nothing is collected without a bill or a consented deposit: there is no private charge (R87, R170).

    :raises TransitionRefused: no provider serves this way here.
    :raises MoreThanOwed: above what the bill still owes, what customers are just being asked for included.
    :raises DepositTooHigh: above the share that may be taken in advance (D22).
    """
    case = billing.own_case(unit, command.case_id, P.PAYMENTS_CREATE)
    if command.way == "cash" and unit.actor.employee_id is None:
        words = Words("现金要有收款的人", "Somebody must hold the cash")
        raise Invalid.field("/body/way", "nobody_holds_it", words)
    receipts.demand(unit, command.receipt_number)
    if command.bill_id:
        _owed(unit, case, command)
    else:
        _depositable(unit, case, command)
    provider = _provider(unit, command.way)
    code = stations.known(unit, case.station_id).code
    minutes = limits.get(unit, "payment.charge_minutes", case.station_id)
    payment = unit.insert(
        Payment, id=command.id, station_id=case.station_id, case_id=case.id, customer_id=case.customer_id,
        number=next_number(unit, "PM", code, local_day(unit, case.station_id)), bill_id=command.bill_id,
        purpose=command.purpose, way=command.way, amount_fen=command.amount_fen, status="pending",
        collected_by_id=unit.actor.employee_id, reference=command.reference,
        receipt_number=command.receipt_number, payer=command.payer,
        remark=command.remark, provider=provider and provider.name,
        expires_at=provider and unit.now + timedelta(minutes=minutes),
    )  # fmt: skip
    if provider is None:
        service.take(unit, payment)
    else:
        fact = facts.PaymentAsked(
            number=payment.number, way=payment.way, amount_fen=payment.amount_fen, yuan=yuan(payment.amount_fen),
            bill_id=payment.bill_id,
        )  # fmt: skip
        log.append(unit, payment, fact)
        job = {"kind": "payment.charge", "key": f"charge:{payment.id}", "payload": charge_of(payment)}
        jobs.enqueue(unit.conn, unit.now, [job])
        callbacks.work_off(unit, payment.id)  # the provider may have been faster, where the client brought the id
    return answers.read(unit, payment.id, scoped=False)


def _provider(unit: Unit, way: Way) -> providers.Provider | None:
    provider = providers.for_way(way, demo=demo.is_demo(unit))
    if provider is None and way in providers.BY_PHONE:
        words = Words(
            "这里还没有接通{way}，请用现金、刷卡或银行转账",
            "{way} is not set up here; take cash, card or a bank transfer",
        )
        raise TransitionRefused(words.format(way=WAYS[way]), offered=[])
    return provider


def charge_of(payment: Row) -> dict[str, Any]:
    """What the job tells the provider."""
    return {
        "payment_id": payment.id, "number": payment.number, "way": payment.way, "amount_fen": payment.amount_fen,
        "expires_at": payment.expires_at.isoformat(), "provider": payment.provider,
    }  # fmt: skip


def _owed(unit: Unit, case: Row, command: schemas.PaymentCreate) -> None:
    bill = bills.known(unit, command.bill_id, case.id)
    if bill is None:
        words = Words("这件事没有这张结算单", "The case has no such bill")
        raise Invalid.field("/body/bill_id", "unknown", words)
    if bill.status != "issued":
        words = Words("这张结算单不用收款了", "Nothing is owed on this bill")
        raise TransitionRefused(words, offered=[])
    left = sums.of_bill(unit, bill.id) - queries.pending_of(unit, bill.id)
    if command.amount_fen > left:
        words = Words("这张结算单还可收 {left} 元", "CNY {left} may still be collected").format(left=yuan(left))
        raise MoreThanOwed(words, left_fen=left)


def _depositable(unit: Unit, case: Row, command: schemas.PaymentCreate) -> None:
    account = bills.account(unit, case.id, lock=True)
    if account is None or not account["consented_fen"]:
        words = Words("还缺客户对报价的同意", "The customer has not yet agreed to the quote")
        raise TransitionRefused(words, offered=[])
    left = max(0, deposit_limit(unit, case, command.purpose) - queries.deposits_of(unit, case.id, command.purpose))
    if command.amount_fen > left:
        words = Words("定金最多还可收 {left} 元", "At most CNY {left} may be taken in advance").format(left=yuan(left))
        raise DepositTooHigh(words, left_fen=left)


def deposit_limit(unit: Unit, case: Row, purpose: str) -> int:
    """What may be taken in advance: of the parts for a special order, of the whole for a project (D22, R167)."""
    share = limits.get(unit, SHARES[purpose], case.station_id)
    lines = bills.consented_lines(unit, case.id)
    base = sum(line["amount_fen"] for line in lines if purpose == "project" or line["kind"] == "part")
    return base * round(share * 10_000) // 10_000
