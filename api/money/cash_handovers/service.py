"""Handing over: the giver's slip, the receiver's count; a difference is posted and told (R157, R179, D24)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import update

from api.events import log
from api.kit.ids import new_id
from api.kit.numbering import next_number
from api.kit.problems import Forbidden, Invalid, TransitionRefused
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.money.cash_handovers import answers, facts, queries, schemas
from api.money.cash_handovers.model import CashHandover, CashHandoverLine
from api.money.cash_handovers.workflow import WORKFLOW
from api.money.ledger import service as ledger
from api.money.ledger.days import local_day
from api.money.ledger.yuan import yuan
from api.money.payments import custody
from api.network.stations import queries as stations

_lines = CashHandoverLine.__table__  # type: ignore[attr-defined]


def present(unit: Unit, command: schemas.HandoverCreate) -> dict[str, Any]:
    """A slip over what the caller has collected at one station: every amount has its line (R157).

    That the money was collected before it is handed in (R154) needs no asking: the lines are collected payments.

    :raises Forbidden: the caller is no employee.
    :raises Invalid: one of the payments is not in his hands, or of another station than the first.
    :raises TransitionRefused: he holds nothing.
    """
    giver = unit.actor.employee_id
    if giver is None:
        raise Forbidden(permission="cash-handovers:create")
    found = queries.in_hand(unit, giver, command.payment_ids)
    if command.payment_ids:
        held = {payment.id for payment in found}
        for index, id in enumerate(command.payment_ids):
            if id not in held:
                words = Words("这笔款不在您手里", "This payment is not in your hands")
                raise Invalid.field(f"/body/payment_ids/{index}", "not_held", words)
    if not found:
        raise TransitionRefused(Words("您手里没有要交的款", "You hold nothing to hand over"), offered=[])
    station_id = found[0].station_id
    if command.payment_ids:
        of = {payment.id: payment.station_id for payment in found}
        station_id = of[command.payment_ids[0]]
        for index, id in enumerate(command.payment_ids):
            if of[id] != station_id:
                words = Words("一张交款单只交一个站的款", "A slip is over the money of one station")
                raise Invalid.field(f"/body/payment_ids/{index}", "another_station", words)
    found = [payment for payment in found if payment.station_id == station_id]
    declared = sum(payment.amount_fen for payment in found if payment.way == "cash")
    code = stations.known(unit, station_id).code
    slip = unit.insert(
        CashHandover, id=command.id, number=next_number(unit, "CH", code, local_day(unit, station_id)),
        station_id=station_id, giver_id=giver, status="presented", declared_fen=declared, note=command.note,
    )  # fmt: skip
    unit.insert_many(CashHandoverLine, [_line(slip.id, payment) for payment in found])
    fact = facts.CashHandoverPresented(number=slip.number, declared_fen=declared, yuan=yuan(declared), lines=len(found))
    log.append(unit, slip, fact)
    return answers.read(unit, slip.id, scoped=False)


def _line(handover_id: str, payment: Row) -> dict[str, Any]:
    return {
        "id": new_id(), "handover_id": handover_id, "payment_id": payment.id, "way": payment.way,
        "amount_fen": payment.amount_fen, "active": True,
    }  # fmt: skip


def confirm(unit: Unit, id: str, command: schemas.Receive) -> dict[str, Any]:
    """The admin specialist counts it in.

    :raises Invalid: the pieces do not add up to the sum.
    """
    return _received(unit, "confirm", id, command)


def receive_from_cashier(unit: Unit, id: str, command: schemas.Receive) -> dict[str, Any]:
    """The manager counts in what the admin specialist himself collected. Refusals as in `confirm`."""
    return _received(unit, "receive-from-cashier", id, command)


def adds_up(counts: dict[Any, int] | None, total: int, pointer: str = "/body/counts") -> None:
    """Pieces by denomination are worth what was counted.

    :raises Invalid: they are not.
    """
    if counts is not None and (worth := sum(int(piece) * number for piece, number in counts.items())) != total:
        words = Words("按面额合计是 {yuan} 元", "The pieces add up to CNY {yuan}").format(yuan=yuan(worth))
        raise Invalid.field(pointer, "does_not_add_up", words)


def _received(unit: Unit, action: str, id: str, command: schemas.Receive) -> dict[str, Any]:
    slip = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, action, slip, answers.BASE)
    adds_up(command.counts, command.counted_fen)
    difference = command.counted_fen - slip.declared_fen
    giver = {"credit_holder_id": slip.giver_id}
    about = {"station_id": slip.station_id, "handover_id": slip.id}
    if (whole := min(slip.declared_fen, command.counted_fen)) > 0:
        ledger.post(unit, "handed_over", "drawer", "cash_held", whole, **about, **giver)
    if difference < 0:
        ledger.post(unit, "difference", "difference", "cash_held", -difference, **about, **giver)
    elif difference > 0:
        ledger.post(unit, "difference", "drawer", "difference", difference, **about)
    for payment in queries.payments_on(unit, slip.id):
        if payment.way == "cash":
            custody.end(unit, payment)
    fact = facts.CashHandoverConfirmed(
        number=slip.number, declared_fen=slip.declared_fen, counted_fen=command.counted_fen,
        difference_fen=difference, yuan=yuan(command.counted_fen), difference_yuan=yuan(difference),
    )  # fmt: skip
    log.append(
        unit, slip, fact, **changes, receiver_id=unit.actor.employee_id, counted_fen=command.counted_fen,
        counts=command.counts, receiver_note=command.note, confirmed_at=unit.now,
    )  # fmt: skip
    return answers.read(unit, slip.id, scoped=False)


def withdraw(unit: Unit, id: str, command: schemas.Withdraw) -> dict[str, Any]:
    """The giver takes the slip back; the money is in his hands as before."""
    slip = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "withdraw", slip, answers.BASE)
    unit.conn.execute(update(_lines).where(_lines.c.handover_id == slip.id).values(active=False))
    log.append(unit, slip, facts.CashHandoverWithdrawn(number=slip.number), **changes)
    return answers.read(unit, slip.id, scoped=False)
