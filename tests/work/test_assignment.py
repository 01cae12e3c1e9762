"""Who goes when (R109): through the one table of bookings, and only by those who may."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from api import models
from api.kit import clock
from api.kit.db import Database
from tests.work.steps import AsRole, Desk, body, facts_of, later, put


def test_r109_assigning_books_the_engineer_with_his_travel(desk: Desk, as_role: AsRole, db: Database) -> None:
    order = desk.act(desk.to("time_promised"), "assign", travel_minutes=20, duration_minutes=60)
    assert (order["engineer"]["id"], order["travel_seconds"]) == (desk.world.employees["FE@A1"], 1200)
    assert order["starts_at"] == order["promised_at"]
    booking = as_role("CO").read(f"bookings/{order['booking_id']}")
    assert (booking["number"], booking["status"], booking["travel_before_seconds"]) == (
        order["number"], "assigned", 1200,
    )  # fmt: skip
    assert booking["customer_name"] == order["customer_name"]
    ends = datetime.fromisoformat(booking["ends_at"]) - datetime.fromisoformat(booking["starts_at"])
    assert ends == timedelta(hours=1)
    fact = facts_of(db, order["id"])[-1]
    assert (fact["type"], fact["employee_id"]) == ("work_order.assigned", order["engineer"]["id"])
    case = as_role("FE").read(f"service-requests/{order['case']['id']}")
    assert case["next_actor"]["name"] == order["engineer"]["name"]


def test_p4_an_engineer_is_not_sent_to_two_places(desk: Desk) -> None:
    """The clash is named, travel included, and whoever is free can be sent instead."""
    first = desk.to("assigned")
    second = desk.act(desk.act(desk.open(), "contact"), "promise", promised_at=first["promised_at"])
    problem = desk.refused(second, "assign")
    assert (problem["type"], problem["clash"]["number"]) == ("/problems/clash", first["number"])
    ends = datetime.fromisoformat(first["ends_at"])
    problem = desk.refused(second, "assign", starts_at=(ends + timedelta(minutes=10)).isoformat(), travel_minutes=15)
    assert problem["clash"]["number"] == first["number"]
    desk.act(second, "assign", employee_id=desk.world.employees["FE2@A1"])


def test_r28_only_a_manager_doubles_an_engineer_and_says_why(desk: Desk, as_role: AsRole, db: Database) -> None:
    first = desk.to("assigned")
    second = desk.act(desk.act(desk.open(), "contact"), "promise", promised_at=first["promised_at"])
    desk.refused(second, "assign", 403, override_reason="客户急")
    desk.refused(second, "assign", 409, by=as_role("SM"))
    doubled = desk.act(second, "assign", by=as_role("SM"), override_reason="客户停产")
    told = {fact["type"]: fact for fact in facts_of(db, second["id"])}
    assert told["work_order.assigned"]["override_reason"] == "客户停产"
    assert told["work_order.overridden"]["clash"] == first["number"]
    booking = as_role("SM").read(f"bookings/{doubled['booking_id']}")
    assert (booking["kind"], booking["overrides_id"]) == ("override", first["booking_id"])


@pytest.mark.parametrize("who", ["FE@A2", "CO@A1", "BE@A1"])
def test_r28_only_field_engineers_of_the_station_are_sent(desk: Desk, who: str) -> None:
    problem = desk.refused(desk.to("time_promised"), "assign", 422, employee_id=desk.world.employees[who])
    assert problem["errors"][0]["pointer"] == "/body/employee_id"


def test_r28_a_post_that_has_ended_by_that_day_sends_nobody(desk: Desk, db: Database) -> None:
    order = desk.to("time_promised")
    post = models.access.Post.__table__
    ended = clock.day_of(clock.now()) - timedelta(days=1)
    with db.write() as conn:
        conn.execute(post.update().where(post.c.employee_id == desk.world.employees["FE@A1"]).values(ends_on=ended))
    desk.refused(order, "assign", 422)


def test_an_engineer_who_left_is_not_sent(desk: Desk, db: Database) -> None:
    order = desk.to("time_promised")
    put(db, models.employees.Employee, desk.world.employees["FE@A1"], active=False)
    desk.refused(order, "assign", 422)


def test_a_visit_does_not_start_in_the_past(desk: Desk) -> None:
    desk.refused(desk.to("time_promised"), "assign", 422, starts_at=later(-1))


def test_p5_booking_an_engineer_needs_an_idempotency_key(desk: Desk) -> None:
    """A reply that was lost is asked for again and books nothing twice."""
    order = desk.to("time_promised")
    path, wanted = f"work-orders/{order['id']}/assign", body(desk.world, "assign")
    assert desk.who("assign").post(path, json=wanted).status_code == 400
    once = {"Idempotency-Key": "assign-1"}
    first, again = (desk.who("assign").post(path, json=wanted, headers=once) for _ in range(2))
    assert (first.status_code, again.status_code, again.headers["idempotent-replayed"]) == (200, 200, "true")
    assert first.content == again.content


def test_reassigning_moves_the_booking_and_asks_for_a_new_acceptance(desk: Desk, as_role: AsRole, db: Database) -> None:
    order = desk.act(desk.to("assigned"), "accept")
    moved = desk.act(order, "reassign")
    assert (moved["engineer"]["id"], moved["booking_id"]) == (desk.world.employees["FE2@A1"], order["booking_id"])
    assert (moved["accepted_at"], moved["status"]) == (None, "assigned")
    fact = facts_of(db, order["id"])[-1]
    assert (fact["former_employee_id"], fact["employee_id"]) == (order["engineer"]["id"], moved["engineer"]["id"])
    assert as_role("FE").get(f"work-orders/{order['id']}").status_code == 404
    desk.act(order, "accept", by=as_role("FE2"))


def test_reassigning_to_a_taken_engineer_leaves_everything_as_it_was(desk: Desk) -> None:
    first = desk.to("assigned")
    other = desk.act(desk.act(desk.open(), "contact"), "promise", promised_at=first["promised_at"])
    other = desk.act(other, "assign", employee_id=desk.world.employees["FE2@A1"])
    problem = desk.refused(first, "reassign")
    assert problem["clash"]["number"] == other["number"]


def test_unassigning_frees_the_engineer_and_keeps_the_promise(desk: Desk, as_role: AsRole) -> None:
    order = desk.to("assigned")
    free = desk.act(order, "unassign")
    assert (free["status"], free["engineer"], free["promised_at"]) == ("time_promised", None, order["promised_at"])
    assert as_role("CO").read(f"bookings/{order['booking_id']}")["released_at"]
    other = desk.act(desk.act(desk.open(), "contact"), "promise", promised_at=order["promised_at"])
    desk.act(other, "assign")


def test_an_engineer_sees_only_his_own_jobs_and_their_customers(desk: Desk, as_role: AsRole) -> None:
    """R28: customer, device and case are his own while he holds the job, and no longer."""
    order = desk.to("time_promised")
    engineer, paths = as_role("FE"), (
        f"work-orders/{order['id']}", f"customers/{order['customer']['id']}", f"assets/{order['asset']['id']}",
        f"service-requests/{order['case']['id']}",
    )  # fmt: skip
    assert [engineer.get(path).status_code for path in paths] == [404] * 4
    desk.act(order, "assign")
    assert [engineer.get(path).status_code for path in paths] == [200] * 4
    assert [row["id"] for row in engineer.read("work-orders")["items"]] == [order["id"]]
    assert [as_role("FE2").get(path).status_code for path in paths] == [404] * 4
    assert engineer.act(f"contacts/{order['contact']['id']}/reveal", {"reason": "上门前联系"})["phones"]
    desk.act(order, "unassign")
    assert [engineer.get(path).status_code for path in paths] == [404] * 4


def test_r28_only_who_holds_the_job_reports_on_it(desk: Desk, as_role: AsRole, db: Database) -> None:
    """An engineer who sees a job for another reason, such as having opened it, takes no step of the visit."""
    order = desk.to("assigned")
    put(db, models.work_orders.WorkOrder, order["id"], created_by_id=desk.world.employees["FE2@A1"])
    colleague = as_role("FE2")
    assert colleague.read(f"work-orders/{order['id']}")["offered"] == []
    for action in ("accept", "refuse", "cannot-today", "escalate"):
        desk.refused(order, action, by=colleague)
