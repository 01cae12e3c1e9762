"""Refunds: a second person always, never more than is free, by the way the money came."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.exc import DBAPIError

from api import models
from api.kit.db import Database
from api.money.providers import Refunded
from api.money.providers.sandbox import Sandbox
from tests.money.steps import Till, said

WHY = {"reason": "客户多付"}


def paid_in_advance(till: Till, amount: int = 20000, way: str = "cash") -> dict[str, Any]:
    payment = till.deposit(till.case(), amount, way)
    if way in ("wechat", "alipay"):
        till.paid(payment)
    return payment


def ask(till: Till, payment: dict[str, Any], amount: int = 20000, role: str = "FE") -> dict[str, Any]:
    return till.act(role, "refunds", {"payment_id": payment["id"], "amount_fen": amount} | WHY)


def test_who_asks_never_approves(till: Till, db: Database) -> None:
    refund = ask(till, paid_in_advance(till))
    till.refused("FE", f"refunds/{refund['id']}/approve", status=403)
    approved = till.act("SM", f"refunds/{refund['id']}/approve")
    assert (approved["status"], approved["approved_by"]["name"]) == ("approved", "SM A1")
    table = models.refunds.Refund.__table__
    with pytest.raises(DBAPIError, match="approver_is_another"), db.write() as conn:
        conn.execute(update(table).values(approved_by_id=table.c.requested_by_id))


def test_cash_goes_back_out_of_the_drawer(till: Till) -> None:
    payment = paid_in_advance(till)
    refund = ask(till, payment)
    till.act("SM", f"refunds/{refund['id']}/approve")
    till.refused("CA", f"refunds/{refund['id']}/pay-out", slug="overdrawn")
    till.hand_over()
    paid = till.act("CA", f"refunds/{refund['id']}/pay-out")
    assert (paid["status"], paid["paid_by"]["name"]) == ("paid", "CA A1")
    assert till.today()["book_fen"] == 0
    assert till.who("FE").read(f"payments/{payment['id']}")["free_fen"] == 0


def test_never_more_than_is_free(till: Till) -> None:
    payment = paid_in_advance(till)
    body = {"payment_id": payment["id"], "amount_fen": 20001} | WHY
    assert till.refused("FE", "refunds", body, slug="nothing-free")["free_fen"] == 20000
    ask(till, payment, 15000)
    till.refused("FE", "refunds", body | {"amount_fen": 5001}, slug="nothing-free")
    bill = till.bill(till.case())
    on_bill = till.pay(bill)
    assert till.refused("FE", "refunds", {"payment_id": on_bill["id"], "amount_fen": 1} | WHY)["free_fen"] == 0
    till.act("SM", f"settlement-bills/{bill['id']}/void", {"reason": "开错"})
    ask(till, on_bill, 110000)


def test_what_became_the_bills_meanwhile_is_not_refunded(till: Till) -> None:
    payment = paid_in_advance(till)
    refund = ask(till, payment)
    till.bill(payment["case"]["id"])
    till.refused("SM", f"refunds/{refund['id']}/approve", slug="nothing-free")
    assert till.act("SM", f"refunds/{refund['id']}/reject", {"reason": "已抵结算单"})["status"] == "rejected"


def test_a_providers_money_goes_back_through_the_provider(till: Till) -> None:
    payment = paid_in_advance(till, way="wechat")
    till.work_jobs()
    refund = ask(till, payment)
    till.act("SM", f"refunds/{refund['id']}/approve")
    assert "平台" in till.refused("CA", f"refunds/{refund['id']}/pay-out")["detail"]
    till.work_jobs()
    done = till.who("CA").read(f"refunds/{refund['id']}")
    assert done["status"] == "paid"
    again = said(payment, transaction_id="rf-9", refund_id=refund["id"])
    till.tell("refund.succeeded", again)
    till.tell("refund.failed", again)
    assert till.who("CA").read(f"refunds/{refund['id']}") == done


def test_a_refund_that_does_not_go_out_frees_the_money(till: Till) -> None:
    payment = paid_in_advance(till, way="wechat")
    refund = ask(till, payment)
    till.act("SM", f"refunds/{refund['id']}/approve")
    assert till.who("FE").read(f"payments/{payment['id']}")["free_fen"] == 0
    till.tell("refund.failed", said(payment, transaction_id="rf-9", refund_id=refund["id"]))
    assert till.who("CA").read(f"refunds/{refund['id']}")["status"] == "failed"
    assert till.who("FE").read(f"payments/{payment['id']}")["free_fen"] == 20000
    till.refused("CA", f"payments/{payment['id']}/correct", {"reason": "x"}, slug="transition-refused")


@pytest.mark.parametrize("reference", ["acc-1", None])
def test_a_callback_that_does_not_name_our_refund_books_no_second_one(
    till: Till, monkeypatch: pytest.MonkeyPatch, reference: str | None
) -> None:
    """What a provider accepted is found by its reference, and without one by payment and amount."""
    monkeypatch.setattr(Sandbox, "refund", lambda self, wanted: Refunded("accepted", reference))
    payment = paid_in_advance(till, way="wechat")
    refund = ask(till, payment, 5000)
    till.act("SM", f"refunds/{refund['id']}/approve")
    till.work_jobs()
    assert till.who("CA").read(f"refunds/{refund['id']}")["status"] == "approved"
    if reference:
        other = said(payment, amount_fen=5000, transaction_id="chargeback")
        till.tell("refund.succeeded", other)
        assert till.who("CA").read(f"refunds/{refund['id']}")["status"] == "approved", "another reference is another"
    told = said(payment, amount_fen=5000, transaction_id="acc-1")
    till.tell("refund.succeeded", told)
    till.tell("refund.succeeded", told, "evt-again")
    assert till.who("CA").read(f"refunds/{refund['id']}")["status"] == "paid"
    origins = sorted(row["origin"] for row in till.who("CA").read("refunds")["items"])
    assert origins == (["provider", "staff"] if reference else ["staff"])


def test_a_refund_that_was_accepted_and_did_not_go_out_is_found_by_its_reference(
    till: Till, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Sandbox, "refund", lambda self, wanted: Refunded("accepted", "acc-1"))
    payment = paid_in_advance(till, way="wechat")
    refund = ask(till, payment)
    till.act("SM", f"refunds/{refund['id']}/approve")
    till.work_jobs()
    till.tell("refund.failed", said(payment, transaction_id="acc-1"))
    assert till.who("CA").read(f"refunds/{refund['id']}")["status"] == "failed"
