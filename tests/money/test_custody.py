"""Who holds the money, handing over, and days that stay closed (R157, R179, R180, D24)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from sqlalchemy import insert, select, update
from sqlalchemy.exc import DBAPIError

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.client import Api
from tests.money.steps import Till, consented
from tests.work.steps import always_fresh
from tests.world import World

_day = models.ledger.CashDay.__table__
_posting = models.ledger.Posting.__table__


def test_r157_every_amount_collected_has_a_handover_line(till: Till) -> None:
    bill = till.bill(till.case())
    till.pay(bill, 10000)
    till.pay(bill, 2000, "card")
    held = till.who("FE").read("cash-handovers/held", mine="true")
    assert held["cash_fen"] == 10000
    assert [line["way"] for line in held["items"][0]["lines"]] == ["cash", "card"]
    slip = till.act("FE", "cash-handovers", {})
    assert (slip["declared_fen"], len(slip["lines"])) == (10000, 2)
    assert till.who("FE").read("cash-handovers/held", mine="true")["items"] == []
    till.refused("FE", "cash-handovers", {}, slug="transition-refused")
    assert till.who("CA").read("cash-handovers", status="presented")["items"][0]["id"] == slip["id"]


def test_r179_d24_who_gives_does_not_count(till: Till) -> None:
    """The receiver is the admin specialist; the manager only for what that one collected himself."""
    bill = till.bill(till.case())
    till.pay(bill, 10000)
    slip = till.act("FE", "cash-handovers", {})
    count = {"counted_fen": 10000}
    till.refused("FE", f"cash-handovers/{slip['id']}/confirm", count, status=403)
    till.refused("SM", f"cash-handovers/{slip['id']}/receive-from-cashier", count)
    assert till.act("CA", f"cash-handovers/{slip['id']}/confirm", count)["receiver"]["name"] == "CA A1"
    till.pay(bill, 500, role="CA")
    own = till.act("CA", "cash-handovers", {})
    assert "自己" in till.refused("CA", f"cash-handovers/{own['id']}/confirm", {"counted_fen": 500})["detail"]
    till.act("SM", f"cash-handovers/{own['id']}/receive-from-cashier", {"counted_fen": 500})
    assert till.today()["book_fen"] == 10500


@pytest.mark.parametrize(("counted", "difference"), [(9900, -100), (10100, 100)])
def test_a_difference_is_recorded_and_not_hidden(till: Till, counted: int, difference: int) -> None:
    till.pay(till.bill(till.case()), 10000)
    slip = till.hand_over(counted=counted)
    assert (slip["declared_fen"], slip["counted_fen"], slip["difference_fen"]) == (10000, counted, difference)
    day = till.today()
    assert day["book_fen"] == counted
    moved = {row["account"]: row["in_fen"] - row["out_fen"] for row in day["accounts"]}
    assert moved["difference"] == -difference
    assert moved["cash_held"] == 0


def test_pieces_add_up_to_the_sum(till: Till) -> None:
    till.pay(till.bill(till.case()), 10000)
    slip = till.act("FE", "cash-handovers", {})
    wrong = {"counted_fen": 10000, "counts": {"5000": 1}}
    problem = till.refused("CA", f"cash-handovers/{slip['id']}/confirm", wrong, status=422)
    assert problem["errors"][0]["code"] == "does_not_add_up"
    right = till.act("CA", f"cash-handovers/{slip['id']}/confirm", wrong | {"counts": {"5000": 2}})
    assert right["counts"] == {"5000": 2}


def test_a_slip_is_withdrawn_by_its_giver_only_before_it_is_counted(till: Till) -> None:
    till.pay(till.bill(till.case()), 10000)
    slip = till.act("FE", "cash-handovers", {})
    till.refused("CA", f"cash-handovers/{slip['id']}/withdraw")
    till.act("FE", f"cash-handovers/{slip['id']}/withdraw")
    assert till.who("FE").read("cash-handovers/held", mine="true")["cash_fen"] == 10000
    again = till.hand_over()
    till.refused("FE", f"cash-handovers/{again['id']}/withdraw")


def test_d24_until_ten_of_the_next_working_day(anonymous: Api, world: World, db: Database) -> None:
    """Collected on a Saturday: by Monday 10:00, since Sunday is no working day."""
    till = Till(always_fresh(anonymous, world), world, db)
    saturday = datetime(2026, 11, 28, 8, 0, tzinfo=UTC)
    with time_machine.travel(saturday, tick=False):
        till.pay(till.bill(till.case()), 10000)
        [held] = till.who("CA").read("cash-handovers/held")["items"]
        assert datetime.fromisoformat(held["due_at"]) == datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
        assert not held["overdue"]
    with time_machine.travel(saturday + timedelta(days=2), tick=False):
        [late] = till.who("CA").read("cash-handovers/held")["items"]
        assert late["overdue"]
        till.hand_over()
        assert till.who("CA").read("cash-handovers/held")["items"] == []


def test_a_closed_day_is_never_written_to_again(till: Till, db: Database) -> None:
    """P14: what comes later is booked on the next open day, and the database refuses everything else."""
    bill = till.bill(till.case())
    till.pay(bill, 10000)
    till.hand_over()
    closed = till.close(banked_fen=4000, bank_slip="B-1")
    assert (closed["book_fen"], closed["counted_fen"], closed["difference_fen"]) == (6000, 6000, 0)
    late = till.pay(bill, 500)
    assert late["posted_on"] > closed["day"]
    assert till.who("CA").read(f"cash-days/{closed['id']}")["accounts"] == closed["accounts"]
    with db.read() as conn:
        first = select(_posting).where(_posting.c.kind == "collected").order_by(_posting.c.id)
        posting = dict(conn.execute(first).mappings().first() or {})

    with pytest.raises(DBAPIError, match="posting_day_closed"), db.write() as conn:
        conn.execute(_posting.insert(), posting | {"id": new_id()})
    for values in ({"counted_fen": 1}, {"status": "open"}, {"banked_fen": 0}):
        with pytest.raises(DBAPIError), db.write() as conn:
            conn.execute(update(_day).where(_day.c.id == closed["id"]).values(**values))
    till.refused("CA", f"cash-days/{closed['id']}/close", {"counted_fen": 6000})


def test_a_late_phone_brings_a_deed_of_a_closed_day(till: Till) -> None:
    bill = till.bill(till.case())
    till.pay(bill, 10000)
    till.hand_over()
    closed = till.close()
    happened = datetime.now(UTC) - timedelta(hours=30)
    late = till.pay(bill, 700, occurred_at=happened.isoformat())
    assert datetime.fromisoformat(late["occurred_at"]) == happened
    assert late["posted_on"] > closed["day"]


def test_days_close_in_order_and_not_over_slips_that_wait(till: Till) -> None:
    bill = till.bill(till.case())
    yesterday = datetime.now(UTC) - timedelta(hours=26)
    till.pay(bill, 300, occurred_at=yesterday.isoformat())
    till.pay(bill, 200)
    today = till.today()
    assert "前面" in today["hindered"]
    assert "前面" in till.refused("CA", f"cash-days/{today['id']}/close", {"counted_fen": 0})["detail"]
    first = till.who("CA").read("cash-days", sort="day")["items"][0]
    slip = till.act("FE", "cash-handovers", {})
    till.act("CA", f"cash-days/{first['id']}/close", {"counted_fen": 0})
    assert "交款单" in till.refused("CA", f"cash-days/{today['id']}/close", {"counted_fen": 0})["detail"]
    till.act("CA", f"cash-handovers/{slip['id']}/confirm", {"counted_fen": 500})
    assert till.close()["book_fen"] == 500


def test_nothing_leaves_the_drawer_before_the_former_day_is_counted(anonymous: Api, world: World, db: Database) -> None:
    """What lacked yesterday would no longer be in the books if today's payout came first."""
    till = Till(always_fresh(anonymous, world), world, db)
    monday = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
    with time_machine.travel(monday, tick=False):
        payment = till.deposit(till.case(), 10000)
        till.hand_over()
        day = till.today()
    with time_machine.travel(monday + timedelta(days=1), tick=False):
        asked = {"payment_id": payment["id"], "amount_fen": 9000, "reason": "多收"}
        refund = till.act("FE", "refunds", asked)
        till.act("SM", f"refunds/{refund['id']}/approve")
        pay_out = f"refunds/{refund['id']}/pay-out"
        assert "日结" in till.refused("CA", pay_out, slug="transition-refused")["detail"]
        closed = till.act("CA", f"cash-days/{day['id']}/close", {"counted_fen": 9000})
        assert closed["difference_fen"] == -1000
        till.act("CA", pay_out)
        assert till.today()["book_fen"] == 0


def test_a_slip_is_over_one_stations_money(till: Till, db: Database) -> None:
    with db.write() as conn:
        lent = consented(conn, till.world, "A2", engineer_id=till.world.employees["FE@A1"])
    here, there = (till.pay(till.bill(case), 100) for case in (till.case(), lent))
    both = {"payment_ids": [here["id"], there["id"]]}
    [error] = till.refused("FE", "cash-handovers", both, status=422)["errors"]
    assert (error["pointer"], error["code"]) == ("/body/payment_ids/1", "another_station")
    slip = till.act("FE", "cash-handovers", {"payment_ids": [here["id"]]})
    assert [line["payment_id"] for line in slip["lines"]] == [here["id"]]


@pytest.mark.parametrize(
    ("starts", "ends", "cashier"), [(-9, 5, True), (-9, 0, True), (2, None, False), (-9, -2, False)]
)
def test_d24_a_cashier_is_who_holds_the_post_today(
    till: Till, db: Database, starts: int, ends: int | None, cashier: bool
) -> None:
    till.pay(till.bill(till.case()), 500)
    slip = till.act("FE", "cash-handovers", {})
    today = datetime.now(UTC).astimezone(ZoneInfo("Asia/Shanghai")).date()
    post = {
        "id": new_id(), "employee_id": till.world.employees["FE@A1"], "role": "admin_specialist",
        "station_id": till.world.stations["A1"], "starts_on": today + timedelta(days=starts),
        "ends_on": None if ends is None else today + timedelta(days=ends),
    }  # fmt: skip
    with db.write() as conn:
        conn.execute(insert(models.access.Post.__table__), post)
    answer = till.post("SM", f"cash-handovers/{slip['id']}/receive-from-cashier", {"counted_fen": 500})
    assert answer.status_code == (200 if cashier else 409), answer.text


def test_r180_the_day_shows_receipts_and_payments_and_is_looked_at_by_another(till: Till) -> None:
    bill = till.bill(till.case())
    till.pay(bill, 10000)
    till.pay(bill, 2000, "card")
    till.hand_over()
    short = till.close(counted=9990, note="少一角")
    assert short["difference_fen"] == -10
    assert {row["account"]: row["in_fen"] for row in short["accounts"]}["card"] == 2000
    till.refused("CA", f"cash-days/{short['id']}/approve", status=403)
    assert till.act("SM", f"cash-days/{short['id']}/approve")["approved_by"]["name"] == "SM A1"


def test_a_day_without_money_is_opened_to_be_closed(till: Till) -> None:
    body = {"station_id": till.world.stations["A1"], "day": "2026-01-10"}
    day = till.act("CA", "cash-days", body)
    assert (day["status"], day["book_fen"], day["accounts"]) == ("open", 0, [])
    till.refused("CA", "cash-days", body, slug="duplicate")
    till.refused("CA", "cash-days", body | {"day": "2099-01-01"})
    till.refused("CA", "cash-days", body | {"station_id": till.world.stations["B1"]}, status=403)
    till.act("CA", f"cash-days/{day['id']}/close", {"counted_fen": 0})
    till.refused("CA", "cash-days", body | {"day": "2026-01-09"})


def test_receivables_grow_old(anonymous: Api, world: World, db: Database) -> None:
    till = Till(always_fresh(anonymous, world), world, db)
    start = datetime(2026, 6, 1, 3, 0, tzinfo=UTC)
    with time_machine.travel(start, tick=False):
        old = till.bill(till.case())
        till.pay(old, 10000)
    with time_machine.travel(start + timedelta(days=45), tick=False):
        new = till.bill(till.case())
        rows = till.who("CA").read("receivables")["items"]
        assert [(row["case"]["id"], row["open_fen"], row["age_days"]) for row in rows] == [
            (old["case"]["id"], 100000, 45), (new["case"]["id"], 110000, 0)
        ]  # fmt: skip
        summary = till.who("CA").read("receivables/summary")
        assert summary["open_fen"] == 210000
        assert [(age["from_days"], age["open_fen"]) for age in summary["ages"]] == [
            (0, 110000), (30, 100000), (60, 0), (90, 0)
        ]  # fmt: skip
        assert till.as_role("CA", "B1").read("receivables/summary")["open_fen"] == 0
