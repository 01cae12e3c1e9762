"""The coordinator's part of Flow B: contact, promise, parts, another time, cancel."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from api import models
from api.kit.db import Database
from tests.work.steps import AsRole, Desk, facts_of, later, offered, put


def clock(order: dict, kind: str) -> dict:
    """The newest clock of this kind."""
    return [known for known in order["clocks"] if known["kind"] == kind][-1]


def test_r103_a_dispatched_case_stands_before_the_coordinator_in_the_same_moment(desk: Desk, as_role: AsRole) -> None:
    """The order takes over customer, place, device and what the hotline wrote (R48, R103)."""
    order = desk.open()
    assert order["number"].startswith("WO-A1-")
    assert (order["status"], order["note"], order["engineer"]) == ("received", "站房要提前登记", None)
    assert order["contact"]["phone"] == {"value": None, "masked": "138****4410"}
    assert order["asset"]["serial"] == "WQ51-2509-002245"
    assert offered(order) == ["contact", "cancel"]
    assert {c["kind"]: c["state"] for c in order["clocks"]} == {"contact": "running", "arrive": "running"}
    case = as_role("HL").read(f"service-requests/{order['case']['id']}")
    passed = next(c for c in case["clocks"] if c["kind"] == "pass")
    assert (passed["state"], case["clock"]["kind"]) == ("met", "contact")


def test_d9_contact_and_arrival_run_from_the_customers_first_request(desk: Desk, as_role: AsRole) -> None:
    """D9: 2 hours and 2 working days, counted from the moment the case was taken in, not from the dispatch."""
    order = desk.open()
    case = as_role("HL").read(f"service-requests/{order['case']['id']}")
    assert case["created_at"] < order["created_at"]
    assert {known["started_at"] for known in order["clocks"]} == {case["created_at"]}
    assert clock(order, "contact")["limit_seconds"] == 2 * 3600
    assert clock(order, "arrive")["limit_working_days"] == 2


def test_d9_outside_the_service_area_arrival_has_three_days(desk: Desk, db: Database) -> None:
    put(db, models.customers.Site, desk.world.sites["A1"], in_area=False)
    assert clock(desk.open(), "arrive")["limit_working_days"] == 3


def test_r104_contact_stops_its_clock_and_keeps_what_was_said(desk: Desk, db: Database) -> None:
    order = desk.act(desk.open(), "contact", note="下午三点后在")
    assert (order["contact_note"], clock(order, "contact")["state"]) == ("下午三点后在", "met")
    assert order["clock"]["kind"] == "arrive"
    assert facts_of(db, order["id"])[-1]["note"] == "下午三点后在"


def test_r105_a_promise_moves_the_arrival_clock(desk: Desk) -> None:
    """The promised time is what the arrival is measured by from then on."""
    order = desk.act(desk.to("contacted"), "promise", duration_minutes=45, reason=None)
    assert (order["status"], order["duration_seconds"]) == ("time_promised", 2700)
    assert clock(order, "arrive")["due_at"] == order["promised_at"]
    assert order["clock"]["due_at"] == order["promised_at"]


def test_r105_a_promise_lies_in_the_future(desk: Desk) -> None:
    problem = desk.refused(desk.to("contacted"), "promise", 422, promised_at=later(-1))
    assert problem["errors"][0]["pointer"] == "/body/promised_at"


def test_r80_r95_a_changed_promise_needs_its_reason_and_keeps_both_times(desk: Desk, db: Database) -> None:
    order = desk.to("time_promised")
    problem = desk.refused(order, "promise", 422, promised_at=later(90), reason=None)
    assert problem["errors"][0]["pointer"] == "/body/reason"
    moved = desk.act(order, "promise", promised_at=later(90), reason="客户出差")
    fact = facts_of(db, order["id"])[-1]
    assert (fact["type"], fact["reason"]) == ("work_order.promised", "客户出差")
    assert fact["former_promised_at"] < fact["promised_at"]
    assert clock(moved, "arrive")["due_at"] == moved["promised_at"]
    desk.act(moved, "promise", promised_at=moved["promised_at"], duration_minutes=30, reason=None)


def test_r106_the_dispatch_order_is_complete_before_anybody_is_sent(desk: Desk, as_role: AsRole) -> None:
    """When and how long stand on the order, promised to the customer; the engineer's time is booked by them."""
    bare = desk.act(desk.act(desk.to("contacted"), "wait-for-parts"), "parts-ready")
    assert "assign" not in offered(bare)
    assert desk.refused(bare, "assign")["detail"] == "还没有承诺上门时间"
    whole = desk.act(bare, "promise", duration_minutes=45, reason=None)
    booked = as_role("CO").read(f"bookings/{desk.act(whole, 'assign')['booking_id']}")
    starts, ends = (datetime.fromisoformat(booked[edge]) for edge in ("starts_at", "ends_at"))
    assert (starts, ends - starts) == (datetime.fromisoformat(whole["promised_at"]), timedelta(minutes=45))


def test_r107_waiting_for_a_part_pauses_the_arrival_with_its_reason(desk: Desk) -> None:
    waiting = desk.act(desk.to("time_promised"), "wait-for-parts", note="光电管", expected_on="2099-01-05")
    paused = clock(waiting, "arrive")
    assert (paused["state"], waiting["parts_expected_on"]) == ("paused", "2099-01-05")
    assert "光电管" in paused["pauses"][-1]["reason"]
    assert waiting["clock"]["state"] == "paused"
    ready = desk.act(waiting, "parts-ready")
    assert (ready["status"], clock(ready, "arrive")["state"], ready["parts_expected_on"]) == (
        "parts_ready", "running", None,
    )  # fmt: skip
    assert offered(ready)[0] == "assign"


def test_r72_r107_a_part_may_be_needed_before_a_time_was_promised(desk: Desk) -> None:
    """Then the time is promised once the part is there; nobody is assigned before that."""
    ready = desk.act(desk.act(desk.to("contacted"), "wait-for-parts"), "parts-ready")
    assert "assign" not in offered(ready)
    desk.refused(ready, "assign")
    desk.refused(ready, "reschedule")
    assert "assign" in offered(desk.act(ready, "promise", reason=None))


def test_r108_the_issued_part_lets_the_clock_run_on_and_the_visit_be_assigned(desk: Desk) -> None:
    waiting = desk.to("waiting_for_parts")
    assert clock(waiting, "arrive")["state"] == "paused"
    desk.refused(waiting, "assign")
    ready = desk.act(waiting, "parts-ready")
    assert (ready["status"], clock(ready, "arrive")["state"]) == ("parts_ready", "running")
    assert clock(ready, "arrive")["pauses"][-1]["to"]
    assert desk.act(ready, "assign")["status"] == "assigned"


def test_r95_rescheduling_gives_the_engineer_his_time_back(desk: Desk, as_role: AsRole, db: Database) -> None:
    order = desk.to("assigned")
    moved = desk.act(order, "reschedule")
    assert (moved["status"], moved["engineer"], moved["booking_id"]) == ("rescheduled", None, None)
    assert as_role("CO").read(f"bookings/{order['booking_id']}")["released_at"]
    fact = facts_of(db, order["id"])[-1]
    assert (fact["former_promised_at"], fact["reason"]) == (order["promised_at"], "客户改期")
    assert clock(moved, "arrive")["due_at"] == moved["promised_at"] != order["promised_at"]
    as_role("FE").read("work-orders")
    assert as_role("FE").get(f"work-orders/{order['id']}").status_code == 404
    desk.act(moved, "assign")


@pytest.mark.parametrize("past", [-2, -0.1])
def test_a_rescheduled_time_lies_in_the_future(desk: Desk, past: float) -> None:
    desk.refused(desk.to("time_promised"), "reschedule", 422, promised_at=later(past))


def test_cancelling_ends_every_promise_and_frees_the_engineer(desk: Desk, as_role: AsRole) -> None:
    order = desk.to("assigned")
    ended = desk.act(order, "cancel", reason="客户不修了")
    assert (ended["status"], ended["open"], ended["engineer"], ended["clock"]) == ("cancelled", False, None, None)
    assert {known["state"] for known in ended["clocks"]} <= {"met", "cancelled"}
    assert as_role("CO").read(f"bookings/{order['booking_id']}")["released_at"]
    assert ended["offered"] == []
    case = as_role("CO").read(f"service-requests/{order['case']['id']}")
    assert (case["orders"][0]["status"], case["next_actor"]["role"]) == ("cancelled", "coordinator")


def test_a_changed_order_is_not_overwritten_by_who_saw_it_before(desk: Desk) -> None:
    order = desk.open()
    desk.act(order, "contact")
    answer = desk.who("promise").post(
        f"work-orders/{order['id']}/promise",
        json={"promised_at": later(), "duration_minutes": 60},
        headers={"If-Match": f'"{order["version"]}"'},
    )
    assert (answer.status_code, answer.json()["type"]) == (412, "/problems/stale")


def test_a_corrected_case_corrects_its_open_visit(desk: Desk, as_role: AsRole) -> None:
    """The order's version stays, so that an engineer without a network is not refused for it."""
    order = desk.to("assigned")
    case = as_role("CO").read(f"service-requests/{order['case']['id']}")
    edited = as_role("CO").patch(
        f"service-requests/{case['id']}", json={"subject": "整机不通电"}, headers={"If-Match": f'"{case["version"]}"'}
    )
    assert edited.status_code == 200
    shown = as_role("FE").read(f"work-orders/{order['id']}")
    assert (shown["subject"], shown["version"]) == ("整机不通电", order["version"])
    assert [row["id"] for row in as_role("CO").read("work-orders", q="不通电")["items"]] == [order["id"]]
