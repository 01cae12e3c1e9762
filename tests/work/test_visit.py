"""The engineer's part of Flow B, from accepting the job to handing the record in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from api import models
from api.kit.db import Database
from tests.field.phone import Phone
from tests.work.steps import AsRole, Desk, body, facts_of, later, offered, put


def ago(minutes: float) -> str:
    """A device's time so long ago."""
    return (datetime.now(UTC) - timedelta(minutes=minutes)).isoformat()


def test_r71_a_job_is_accepted_once_and_before_leaving(desk: Desk) -> None:
    """Nobody leaves for a fault and a time that he did not take note of."""
    order = desk.to("assigned")
    assert offered(desk.who("accept").read(f"work-orders/{order['id']}")) == [
        "accept",
        "escalate",
        "cannot-today",
        "refuse",
    ]
    desk.refused(order, "depart")
    taken = desk.act(order, "accept")
    assert (taken["status"], bool(taken["accepted_at"])) == ("assigned", True)
    assert offered(taken)[0] == "depart"
    desk.refused(taken, "accept")


def test_a_refused_job_goes_back_with_its_reason_and_the_time_is_free(
    desk: Desk, as_role: AsRole, db: Database
) -> None:
    order = desk.to("assigned")
    given = desk.act(order, "refuse", reason="孩子生病")
    assert (given["status"], given["engineer"], given["promised_at"]) == ("time_promised", None, order["promised_at"])
    assert facts_of(db, order["id"])[-1]["reason"] == "孩子生病"
    assert as_role("CO").read(f"bookings/{order['booking_id']}")["released_at"]
    assert as_role("FE").get(f"work-orders/{order['id']}").status_code == 404


def test_p5_a_lost_reply_to_a_refusal_is_repeated_though_the_job_is_gone(desk: Desk) -> None:
    """He gave the job away by that very act, so the repeat tells him what he did; nobody else hears it."""
    order = desk.to("assigned")
    path, once = f"work-orders/{order['id']}/refuse", {"Idempotency-Key": "refuse-1"}
    first = desk.who("refuse").post(path, json=body(desk.world, "refuse"), headers=once)
    again = desk.who("refuse").post(path, json=body(desk.world, "refuse"), headers=once)
    assert (first.status_code, again.status_code) == (200, 200)
    assert again.headers["idempotent-replayed"] == "true"


def test_p5_a_lost_reply_about_a_job_that_was_taken_away_is_not_repeated(desk: Desk) -> None:
    order = desk.to("assigned")
    path, once = f"work-orders/{order['id']}/accept", {"Idempotency-Key": "accept-1"}
    assert desk.who("accept").post(path, json={}, headers=once).status_code == 200
    desk.act(order, "reassign")
    assert desk.who("accept").post(path, json={}, headers=once).status_code == 404


def test_field_commands_need_an_idempotency_key(desk: Desk) -> None:
    order = desk.to("assigned")
    answer = desk.who("accept").post(f"work-orders/{order['id']}/accept", json={})
    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/idempotency-key-required")


def test_r110_arriving_keeps_the_promise(desk: Desk) -> None:
    order = desk.to("on_site")
    arrival = next(known for known in order["clocks"] if known["kind"] == "arrive")
    assert (arrival["state"], arrival["stopped_at"]) == ("met", order["arrived_at"])
    assert order["clock"] is None


def test_r74_nothing_is_repaired_before_it_was_diagnosed(desk: Desk) -> None:
    order = desk.to("on_site")
    assert "complete" not in offered(order)
    lacking = {lack["action"]: lack["reason"] for lack in order["lacks"]}
    assert lacking == dict.fromkeys(("complete", "use-part"), "请先诊断，定下维修方案")
    assert desk.refused(order, "complete")["detail"] == "请先诊断，定下维修方案"
    found = desk.act(order, "diagnose", diagnosis="光电管老化", plan="更换")
    assert (found["status"], found["diagnosis"], found["plan"]) == ("on_site", "光电管老化", "更换")
    desk.act(found, "complete")


def test_r76_a_failed_test_is_no_completion_and_shows_the_ways_out(desk: Desk) -> None:
    order = desk.act(desk.to("on_site"), "diagnose")
    problem = desk.refused(order, "complete", test_passed=False)
    assert [way["action"] for way in problem["offered"]] == ["second-visit", "escalate"]


def test_r76_the_customer_is_instructed_before_the_engineer_leaves(desk: Desk) -> None:
    order = desk.act(desk.to("on_site"), "diagnose")
    assert "交代" in desk.refused(order, "complete", instructed=False)["detail"]


def test_r154_a_paid_repair_waits_for_the_customers_consent(desk: Desk, db: Database) -> None:
    """R111, R154: whoever finds the case paid and without consent may not do the work."""
    order = desk.act(desk.to("on_site"), "diagnose")
    put(db, models.service_requests.ServiceRequest, order["case"]["id"], paid=True)
    done: dict[str, Any] = {}
    for act, lacking in (
        ({"policy_explained_at": datetime.now(UTC)}, "还没向客户说明收费政策"),
        ({"accepted_at": datetime.now(UTC)}, "客户还没有接受有偿服务"),
        ({"quoted_at": datetime.now(UTC), "quoted_fen": 100}, "还没有报价"),
        ({"consented_at": datetime.now(UTC), "consented_fen": 100}, "还缺客户对报价的同意"),
    ):
        assert desk.refused(order, "complete")["detail"] == lacking
        shown = desk.who("complete").read(f"work-orders/{order['id']}")
        assert {lack["reason"] for lack in shown["lacks"]} == {lacking}
        done |= act
        put(db, models.service_requests.ServiceRequest, order["case"]["id"], **done)
    desk.act(order, "complete")


def test_r80_what_cannot_be_done_today_is_settled_with_the_customer(desk: Desk, db: Database) -> None:
    order = desk.to("on_the_way")
    moved = desk.act(order, "cannot-today", reason="前一单没做完")
    assert (moved["status"], moved["engineer"], moved["departed_at"]) == ("rescheduled", None, None)
    fact = facts_of(db, order["id"])[-1]
    assert (fact["type"], fact["former_promised_at"], fact["reason"]) == (
        "work_order.put_off", order["promised_at"], "前一单没做完",
    )  # fmt: skip
    assert fact["promised_at"] == moved["promised_at"] != order["promised_at"]
    arrival = next(known for known in moved["clocks"] if known["kind"] == "arrive")
    assert arrival["due_at"] == moved["promised_at"]


def test_r80_the_other_time_lies_after_the_call(desk: Desk) -> None:
    order = desk.to("assigned")
    desk.refused(order, "cannot-today", 422, promised_at=later(-1))


def test_r82_a_technical_problem_is_reported_upward_and_the_work_goes_on(desk: Desk, db: Database) -> None:
    order = desk.act(desk.to("on_site"), "escalate", problem="主板没有图纸")
    assert (order["status"], order["problem"]) == ("on_site", "主板没有图纸")
    fact = facts_of(db, order["id"])[-1]
    assert (fact["type"], fact["problem"]) == ("work_order.escalated", "主板没有图纸")
    desk.act(desk.act(order, "diagnose"), "complete")


def test_r113_tested_instructed_and_signed_in_this_order(desk: Desk) -> None:
    order = desk.act(desk.to("on_site"), "diagnose")
    desk.refused(order, "sign")
    desk.refused(order, "complete", test_passed=False)
    desk.refused(order, "complete", instructed=False)
    done = desk.act(order, "complete")
    assert (done["status"], done["test_passed"], done["instructed"], done["signature"]) == (
        "work_done", True, True, None,
    )  # fmt: skip
    signed = desk.act(done, "sign")
    assert (signed["status"], signed["signature"]["signer"]) == ("signed", "陈志远")


def test_r114_the_record_is_handed_in_with_its_note_and_only_once(desk: Desk, db: Database) -> None:
    """Then nothing is left for the engineer to do; what follows is the follow-up's."""
    order = desk.act(desk.to("signed"), "hand-in", note="旧件已带回")
    assert (order["status"], order["handed_in_at"] is not None) == ("record_in", True)
    fact = next(f for f in facts_of(db, order["id"]) if f["type"] == "work_order.record_handed_in")
    assert fact["note"] == "旧件已带回"
    assert offered(desk.who("hand-in").read(f"work-orders/{order['id']}")) == []
    desk.refused(order, "hand-in")


def test_r78_r114_the_manager_reads_the_result_in_the_record(desk: Desk, as_role: AsRole) -> None:
    order = desk.to("record_in")
    shown = as_role("SM").read(f"work-orders/{order['id']}")
    assert (shown["work_done"], shown["test_result"], shown["test_passed"], shown["instructed"]) == (
        "换光电管，校准", "标液 50，读数 50.6", True, True,
    )  # fmt: skip
    assert shown["recorded_late"] is False
    told = as_role("SM").read(f"work-orders/{order['id']}/events")["items"]
    assert "work_order.record_handed_in" in [fact["type"] for fact in told]


def test_r73_the_whole_job_goes_along_with_the_engineer(desk: Desk) -> None:
    """The order on his phone holds customer, place, device, fault and what is covered."""
    order = desk.to("assigned")
    shown = desk.who("accept").read(f"work-orders/{order['id']}")
    assert shown["site"]["address"].startswith("北京市通州区")
    assert (shown["asset"]["model"], shown["verdict"], shown["entitlement"]["verdict"]) == ("WQ-5100", "free", "free")
    assert (shown["subject"], shown["note"]) == ("COD 读数零点漂移", "站房要提前登记")


def test_r112_a_second_visit_is_promised_assigned_and_diagnosed_anew(desk: Desk, as_role: AsRole) -> None:
    done = desk.to("work_done")
    again = desk.act(done, "second-visit", reason="缺主板")
    assert (again["status"], again["engineer"], again["promised_at"], again["clock"]) == (
        "second_visit",
        None,
        None,
        None,
    )
    assert (again["diagnosis"], again["done_at"], again["arrived_at"]) == (None, None, None)
    assert as_role("CO").read(f"bookings/{done['booking_id']}")["released_at"]
    promised = desk.act(again, "promise", promised_at=later(80), reason=None)
    assert promised["clock"]["due_at"] == promised["promised_at"]
    order = promised
    for action in ("assign", "accept", "depart", "arrive"):
        order = desk.act(order, action)
    desk.refused(order, "complete")
    for action in ("diagnose", "complete", "sign", "hand-in"):
        order = desk.act(order, action)
    arrivals = [known["state"] for known in order["clocks"] if known["kind"] == "arrive"]
    assert arrivals == ["met", "met"]


def test_d41_the_phones_own_time_counts_whenever_it_arrives(desk: Desk, db: Database, as_role: AsRole) -> None:
    """Both times are kept: when it was done by the phone, when it was received here; and which device as what act."""
    order, device = desk.to("assigned"), Phone(as_role("FE")).id
    put(db, models.work_orders.WorkOrder, order["id"], assigned_at=datetime.now(UTC) - timedelta(hours=5))
    done = ago(90)
    taken = desk.act(order, "accept", occurred_at=done, device_id=device, device_seq=7)
    assert datetime.fromisoformat(taken["accepted_at"]) == datetime.fromisoformat(done)
    fact = facts_of(db, order["id"])[-1]
    assert (fact["at"], fact["device"]) == (datetime.fromisoformat(done), {"id": device, "seq": 7, "at": done})


def test_d41_a_phone_whose_clock_lies_moves_no_deed_out_of_its_order(desk: Desk) -> None:
    """P11: never refused for its time; kept between the step before and now."""
    order = desk.to("assigned")
    taken = desk.act(order, "accept", occurred_at=later(24 * 3650))
    assert datetime.fromisoformat(taken["accepted_at"]) <= datetime.now(UTC)
    gone = desk.act(taken, "depart", occurred_at=ago(60 * 24 * 3650))
    assert gone["departed_at"] == gone["accepted_at"]
    there = desk.act(gone, "arrive", occurred_at=ago(60))
    assert there["arrived_at"] == there["departed_at"]
