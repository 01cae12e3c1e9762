"""Collecting in parts and by way, in advance, and taking back what was recorded wrongly (R87, R167, R178, D22)."""

from __future__ import annotations

import secrets

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError

from api import models
from api.kit.db import Database
from api.money.ledger import queries as sums
from tests.money.steps import AsRole, Till
from tests.world import World

_payment = models.payments.Payment.__table__
_posting = models.ledger.Posting.__table__


def test_r178_a_bill_is_paid_in_parts_and_by_way(till: Till) -> None:
    bill = till.bill(till.case())
    till.pay(bill, 10000)
    till.pay(bill, 20000, "card", "CA")
    till.pay(bill, 30000, "bank", "CA")
    waiting = till.pay(bill, 50000, "wechat")
    assert (waiting["status"], waiting["qr_text"], waiting["free_fen"]) == ("pending", None, 0)
    till.work_jobs()
    asked = till.who("FE").read(f"payments/{waiting['id']}")
    assert asked["qr_text"].startswith("https://sandbox.invalid/wechat/")
    assert till.paid(waiting).json() == {"known": False}
    settled = till.who("FE").read(f"settlement-bills/{bill['id']}")
    assert (settled["status"], settled["paid_fen"]) == ("settled", 110000)
    ways = {row["way"]: row["status"] for row in till.who("CA").read("payments", bill_id=bill["id"])["items"]}
    assert ways == dict.fromkeys(("cash", "card", "bank", "wechat"), "collected")


def test_r87_nothing_is_collected_beyond_what_the_customer_owes(till: Till) -> None:
    """R170 likewise: no income outside a bill."""
    case = till.case()
    bill = till.bill(case)
    problem = till.refused(
        "FE", "payments", {"case_id": case, "bill_id": bill["id"], "way": "cash", "amount_fen": 110001},
        slug="more-than-owed",
    )  # fmt: skip
    assert problem["left_fen"] == 110000
    till.pay(bill, 100000, "alipay")
    till.refused(
        "FE", "payments", {"case_id": case, "bill_id": bill["id"], "way": "cash", "amount_fen": 10001},
        slug="more-than-owed",
    )  # fmt: skip
    till.refused("FE", "payments", {"case_id": case, "way": "cash", "amount_fen": 1}, status=422)


@pytest.mark.parametrize("way", ["wechat", "alipay"])
def test_the_sandbox_serves_nobody_but_the_demo(as_role: AsRole, world: World, db: Database, way: str) -> None:
    """Where nothing real is set up, no code is shown that nobody can pay by."""
    till = Till(as_role, world, db, demo=False)
    bill = till.bill(till.case())
    body = {"case_id": bill["case"]["id"], "bill_id": bill["id"], "way": way, "amount_fen": 500}
    assert "没有接通" in till.refused("FE", "payments", body, slug="transition-refused")["detail"]
    assert till.who("FE").read("payments")["items"] == []
    assert till.pay(bill, 500)["status"] == "collected"


def test_a_slip_is_named_for_bank_and_card(till: Till) -> None:
    bill = till.bill(till.case())
    body = {"case_id": bill["case"]["id"], "bill_id": bill["id"], "way": "card", "amount_fen": 1}
    assert till.refused("CA", "payments", body, status=422)["errors"][0]["code"] == "reference"


def test_money_writes_ask_for_their_key_and_are_safe_to_repeat(till: Till) -> None:
    bill = till.bill(till.case())
    body = {"case_id": bill["case"]["id"], "bill_id": bill["id"], "way": "cash", "amount_fen": 500}
    assert till.who("FE").post("payments", json=body).status_code == 400
    key = secrets.token_hex(8)
    first, second = till.post("FE", "payments", body, key), till.post("FE", "payments", body, key)
    assert first.content == second.content
    assert till.who("FE").read(f"settlement-bills/{bill['id']}")["paid_fen"] == 500


def test_d22_in_advance_at_most_the_share(till: Till) -> None:
    """Half of specially ordered parts, 70 % of a project (R167); none for what is neither."""
    case = till.case()
    for purpose, most in (("special_order", 40000), ("project", 77000)):
        body = {"case_id": case, "way": "cash", "purpose": purpose, "amount_fen": most + 1}
        assert till.refused("FE", "payments", body, slug="deposit-too-high")["left_fen"] == most
        till.act("FE", "payments", body | {"amount_fen": most})
        till.refused("FE", "payments", body | {"amount_fen": 1}, slug="deposit-too-high")
    stock = till.case(lines=(("labour", 30000),))
    body = {"case_id": stock, "way": "cash", "purpose": "special_order", "amount_fen": 1}
    till.refused("FE", "payments", body, slug="deposit-too-high")


def test_d22_what_went_back_may_be_taken_again(till: Till) -> None:
    case = till.case()
    paid = till.deposit(case, 77000)
    till.hand_over()
    refund = till.act("FE", "refunds", {"payment_id": paid["id"], "amount_fen": 20000, "reason": "多收"})
    body = {"case_id": case, "way": "cash", "purpose": "project", "amount_fen": 20000}
    assert till.refused("FE", "payments", body, slug="deposit-too-high")["left_fen"] == 0
    till.act("SM", f"refunds/{refund['id']}/approve")
    till.act("CA", f"refunds/{refund['id']}/pay-out")
    assert till.refused("FE", "payments", body | {"amount_fen": 20001})["left_fen"] == 20000
    till.act("FE", "payments", body)


def test_d22_what_was_paid_in_advance_stands_on_the_bill(till: Till) -> None:
    case = till.case(lines=(("labour", 30000), ("labour", 70000)))
    paid = till.deposit(case, 60000)
    assert paid["free_fen"] == 60000
    line = till.who("FE").read("settlement-bills/billable", case_id=case)["lines"][0]
    small = till.bill(case, lines=[{"quote_line_id": line["quote_line_id"]}])
    assert (small["status"], small["paid_fen"]) == ("settled", 30000)
    rest = till.bill(case)
    assert (rest["open_fen"], rest["paid_fen"]) == (40000, 30000)
    statement = till.who("FE").read(f"receivables/{case}")
    assert {name: statement[name] for name in ("billed_fen", "collected_fen", "applied_fen", "free_fen", "open_fen")} == {
        "billed_fen": 100000, "collected_fen": 60000, "applied_fen": 60000, "free_fen": 0, "open_fen": 40000
    }  # fmt: skip


def test_no_deposit_before_the_consent(till: Till, db: Database) -> None:
    with db.write() as conn:
        from api.access.actor import SYSTEM
        from api.kit.unit import Unit
        from tests.contract.samples import SAMPLES

        owner = till.world.employees["FE@A1"]
        case = SAMPLES["service-requests"].make(Unit(db, conn, SYSTEM), till.world, "A1", owner)
    body = {"case_id": case, "way": "cash", "purpose": "project", "amount_fen": 1}
    till.refused("FE", "payments", body, slug="transition-refused")


def test_the_cashier_corrects_on_the_same_day_and_nobody_later(till: Till) -> None:
    bill = till.bill(till.case())
    wrong = till.pay(bill, 5000)
    till.refused("FE", f"payments/{wrong['id']}/correct", {"reason": "多写"}, status=403)
    voided = till.act("CA", f"payments/{wrong['id']}/correct", {"reason": "多写一个零"})
    assert (voided["status"], voided["free_fen"]) == ("voided", 0)
    assert till.who("FE").read(f"settlement-bills/{bill['id']}")["open_fen"] == 110000
    late = till.pay(bill, 5000)
    till.close()
    problem = till.refused("CA", f"payments/{late['id']}/correct", {"reason": "多写"})
    assert "日结" in problem["detail"]


def test_voiding_takes_a_manager_and_finance(till: Till) -> None:
    """Voids are finance's, on a manager's approval."""
    bill = till.bill(till.case())
    payment = till.pay(bill, 110000)
    till.close()
    why = {"reason": "客户没有付这笔"}
    assert "站长" in till.refused("FI", f"payments/{payment['id']}/void", why)["detail"]
    till.act("SM", f"payments/{payment['id']}/approve-void", why)
    voided = till.act("FI", f"payments/{payment['id']}/void", why)
    assert voided["status"] == "voided"
    assert till.who("FE").read(f"settlement-bills/{bill['id']}")["status"] == "issued"
    assert till.who("FE").read("cash-handovers/held", mine="true")["cash_fen"] == 0


def test_the_ledger_and_the_payments_only_grow(till: Till, db: Database) -> None:
    till.pay(till.bill(till.case()), 100)
    for change in (
        update(_posting).values(amount_fen=1), delete(_posting), update(_payment).values(amount_fen=1),
        update(_payment).values(way="bank"), delete(_payment),
    ):  # fmt: skip
        with pytest.raises(DBAPIError), db.write() as conn:
            conn.execute(change)


def test_the_database_refuses_to_apply_a_payment_twice(till: Till, db: Database) -> None:
    """The sums are guarded by the database, whoever writes."""
    till.pay(till.bill(till.case()), 100)
    with db.read() as conn:
        applied = conn.execute(select(_posting).where(_posting.c.kind == "applied")).mappings().one()
    from api.kit.ids import new_id

    with pytest.raises(DBAPIError, match="posting_overdrawn"), db.write() as conn:
        conn.execute(_posting.insert(), dict(applied) | {"id": new_id()})


def test_others_money_is_not_to_be_seen(till: Till) -> None:
    bill = till.bill(till.case())
    payment = till.pay(bill, 100)
    other = till.as_role("FE2", "A1")
    assert other.get(f"payments/{payment['id']}").status_code == 404
    assert till.as_role("CA", "B1").get(f"payments/{payment['id']}").status_code == 404
    assert till.as_role("HL", "A1").get("payments").status_code == 404


def test_p14_a_bill_voided_at_the_same_time_frees_its_payment_once(till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever voids the payment learns of the bill before it is voided and holds it afterwards, as on PostgreSQL."""
    bill = till.bill(till.case())
    payment = till.pay(bill, 10000)
    known, asked = sums.applied_from, [[{"bill_id": bill["id"], "fen": 10000}]]
    till.act("SM", f"settlement-bills/{bill['id']}/void", {"reason": "开错"})
    monkeypatch.setattr(sums, "applied_from", lambda unit, id: asked.pop() if asked else known(unit, id))
    voided = till.act("CA", f"payments/{payment['id']}/correct", {"reason": "记错"})
    assert (voided["status"], voided["free_fen"], asked) == ("voided", 0, [])
    assert till.who("FE").read(f"settlement-bills/{bill['id']}")["open_fen"] == 0
