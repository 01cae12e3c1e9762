"""Providers' callbacks: signed, each once, in any order, late or doubled (T18, T30)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.money.steps import Till, said, tell

_callback = models.payments.PaymentCallback.__table__


def told(db: Database) -> dict[str, int]:
    with db.read() as conn:
        rows = conn.execute(
            select(_callback.c.outcome, func.count().label("number")).group_by(_callback.c.outcome)
        ).all()
    return {row.outcome: row.number for row in rows}


def test_t18_unsigned_stale_or_altered_leaves_no_row(till: Till, db: Database) -> None:
    payment = till.pay(till.bill(till.case()), 100, "wechat")
    now, client, data = datetime.now(UTC), till.who("CA"), said(payment)
    bare = client.post("payments/callbacks/sandbox", json={"type": "payment.succeeded"})
    wrong = tell(client, "payment.succeeded", data, secret=b"x" * 32)
    stale = tell(client, "payment.succeeded", data, at=now - timedelta(minutes=6))
    ahead = tell(client, "payment.succeeded", data, at=now + timedelta(minutes=6))
    altered = tell(client, "payment.succeeded", data, alter=b'{"type":"payment.succeeded"}')
    for answer in (bare, wrong, stale, ahead, altered):
        assert answer.status_code == 401, answer.text
        assert answer.json()["type"] == "/problems/bad-signature"
    assert told(db) == {}
    assert client.post("payments/callbacks/nobody", json={}).status_code == 404
    assert till.who("FE").read(f"payments/{payment['id']}")["status"] == "pending"


def test_signed_nonsense_is_refused(till: Till, db: Database) -> None:
    assert tell(till.who("CA"), "payment.exploded", {"payment_id": new_id()}).status_code == 400
    assert told(db) == {}


def test_told_twice_it_happens_once(till: Till, db: Database) -> None:
    bill = till.bill(till.case())
    payment = till.pay(bill, way="wechat")
    assert [till.paid(payment, "evt-1").json()["known"] for _ in range(3)] == [False, True, True]
    assert till.paid(payment, "evt-2").json()["known"] is False, "another event about the same transaction"
    assert till.who("FE").read(f"settlement-bills/{bill['id']}")["paid_fen"] == 110000
    assert till.who("FE").read(f"payments/{payment['id']}")["free_fen"] == 0
    assert told(db) == {"done": 1, "known": 1}


def test_paid_before_the_charge_is_made(till: Till) -> None:
    payment = till.pay(till.bill(till.case()), 100, "alipay")
    till.paid(payment)
    assert till.work_jobs() == 1
    assert till.who("FE").read(f"payments/{payment['id']}")["status"] == "collected"


def test_told_before_the_payment_is_here(till: Till, db: Database) -> None:
    bill, id = till.bill(till.case()), new_id()
    till.tell("payment.succeeded", said({"id": id, "amount_fen": 500}))
    assert told(db) == {"waiting": 1}
    made = till.pay(bill, 500, "wechat", id=id)
    assert made["status"] == "collected", "what waited takes effect as soon as it can"
    assert told(db) == {"done": 1}


def test_refunded_before_paid(till: Till, db: Database) -> None:
    """A chargeback told before its payment waits for it; then the bill is owed again."""
    bill = till.bill(till.case())
    payment = till.pay(bill, way="wechat")
    back = said(payment, amount_fen=30000, transaction_id="rf-1")
    till.tell("refund.succeeded", back)
    assert told(db) == {"waiting": 1}
    till.paid(payment)
    assert told(db) == {"done": 2}
    owed = till.who("FE").read(f"settlement-bills/{bill['id']}")
    assert (owed["status"], owed["open_fen"]) == ("issued", 30000)
    [refund] = till.who("CA").read("refunds")["items"]
    assert (refund["origin"], refund["status"], refund["amount_fen"]) == ("provider", "paid", 30000)
    till.tell("refund.succeeded", back, "evt-again")
    assert len(till.who("CA").read("refunds")["items"]) == 1


def test_failed_then_paid_counts_as_paid_and_never_the_other_way(till: Till) -> None:
    first, second = (till.pay(till.bill(till.case()), 100, "wechat") for _ in range(2))
    till.tell("payment.failed", said(first))
    assert till.who("FE").read(f"payments/{first['id']}")["status"] == "failed"
    till.paid(first)
    assert till.who("FE").read(f"payments/{first['id']}")["status"] == "collected"
    till.paid(second)
    till.tell("payment.failed", said(second))
    assert till.who("FE").read(f"payments/{second['id']}")["status"] == "collected"


def test_paid_after_it_was_withdrawn_is_money_all_the_same(till: Till) -> None:
    bill = till.bill(till.case())
    payment = till.pay(bill, way="wechat")
    till.act("FE", f"payments/{payment['id']}/cancel")
    till.pay(bill, way="cash")
    till.paid(payment)
    late = till.who("FE").read(f"payments/{payment['id']}")
    assert (late["status"], late["free_fen"]) == ("collected", 110000), "the bill is paid, so it is the customer's"


def test_what_does_not_fit_is_held_and_moves_nothing(till: Till, db: Database) -> None:
    payment = till.pay(till.bill(till.case()), 100, "wechat")
    till.tell("payment.succeeded", said(payment, amount_fen=99))
    assert till.who("FE").read(f"payments/{payment['id']}")["status"] == "pending"
    till.paid(payment)
    till.tell("payment.succeeded", said(payment, transaction_id="another"))
    assert told(db) == {"held": 2, "done": 1}
    events = [event["type"] for event in till.who("CA").read(f"payments/{payment['id']}/events")["items"]]
    assert events.count("payment.callback_held") == 2
    assert events.count("payment.collected") == 1
