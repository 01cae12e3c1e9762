"""A job is moved on the board in one versioned act; clashes, leave and the roster refuse it, a manager may say why not."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from api.kit.db import Database
from tests.work.steps import AsRole, Desk, facts_of

HOUR = timedelta(hours=1)


def at(order: dict[str, Any], name: str = "starts_at") -> datetime:
    return datetime.fromisoformat(order[name])


def test_r109_a_move_gives_time_and_engineer_at_once_and_is_accepted_anew(desk: Desk, db: Database) -> None:
    order = desk.act(desk.to("assigned"), "accept")
    other, earlier = desk.world.employees["FE2@A1"], at(order) - HOUR
    moved = desk.act(order, "move", employee_id=other, starts_at=earlier.isoformat(), duration_minutes=120)
    assert (moved["engineer"]["id"], at(moved), at(moved, "ends_at")) == (other, earlier, earlier + 2 * HOUR)
    assert (moved["status"], moved["accepted_at"], moved["promised_at"]) == ("assigned", None, order["promised_at"])
    assert moved["version"] == order["version"] + 1
    fact = facts_of(db, order["id"])[-1]
    assert (fact["type"], fact["former_name"], fact["name"]) == ("work_order.moved", "FE A1", "FE2 A1")
    longer = desk.act(desk.act(moved, "accept", by=desk.as_role("FE2")), "move", duration_minutes=180)
    assert (at(longer, "ends_at"), bool(longer["accepted_at"])) == (earlier + 3 * HOUR, True)  # only longer: still his


def test_r80_a_start_after_the_promise_keeps_both_times_and_what_was_agreed(desk: Desk, db: Database) -> None:
    order = desk.to("assigned")
    later = (at(order) + HOUR).isoformat()
    problem = desk.refused(order, "move", 422, starts_at=later)
    assert problem["errors"][0]["pointer"] == "/body/reason"
    moved = desk.act(order, "move", starts_at=later, reason="客户上午有会，同意晚一小时")
    assert at(moved, "promised_at") == at(order) + HOUR
    fact = facts_of(db, order["id"])[-1]
    assert (datetime.fromisoformat(fact["former_promised_at"]), fact["reason"]) == (
        at(order, "promised_at"), "客户上午有会，同意晚一小时",
    )  # fmt: skip
    assert {clock["kind"]: clock["due_at"] for clock in moved["clocks"]}["arrive"] == moved["promised_at"]


def test_two_dispatchers_who_saw_the_same_place_do_not_both_move_it(desk: Desk) -> None:
    order = desk.to("assigned")
    desk.act(order, "move", duration_minutes=60)
    assert desk.refused(order, "move", 412, duration_minutes=75)["version"] == order["version"] + 1
    bare = desk.as_role("CO").post(
        f"work-orders/{order['id']}/move", json={"duration_minutes": 75}, headers={"Idempotency-Key": "bare"}
    )
    assert bare.status_code == 428


def test_who_has_left_is_where_he_is(desk: Desk) -> None:
    """His job can be given more time, or to somebody else while he is on his way; its start lies behind him."""
    order = desk.to("on_the_way")
    earlier = (at(order) - HOUR).isoformat()
    assert desk.refused(order, "move", 422, starts_at=earlier)["errors"][0]["code"] == "under_way"
    assert desk.act(order, "move", duration_minutes=120)["status"] == "on_the_way"
    site = desk.to("on_site")
    assert desk.act(site, "move", duration_minutes=150)["status"] == "on_site"
    again = desk.as_role("CO").read(f"work-orders/{site['id']}")
    desk.refused(again, "move", 409, employee_id=desk.world.employees["FE2@A1"])


def test_p4_a_managers_override_names_who_when_why_and_which(desk: Desk, as_role: AsRole, db: Database) -> None:
    first, second = desk.to("assigned"), desk.to("assigned")
    there = {"starts_at": first["starts_at"]}
    clash = desk.refused(second, "move", **there)["clash"]
    assert (clash["number"], clash["kind"]) == (first["number"], "job")
    desk.refused(second, "move", 403, override_reason="急", **there)
    doubled = desk.act(second, "move", by=as_role("SM"), override_reason="客户停产，马上去", **there)
    told = [fact for fact in facts_of(db, second["id"]) if fact["type"] == "work_order.overridden"]
    assert [(one["reason"], one["clash"], one["clash_booking_id"]) for one in told] == [
        ("客户停产，马上去", first["number"], first["booking_id"])
    ]
    story = as_role("CO").read(f"work-orders/{second['id']}/events")["items"]
    assert any(first["number"] in one["sentence"] and "客户停产" in one["sentence"] for one in story)
    day = at(first).date()
    board = as_role("CO").read("dispatch/board", **{"from": str(day - timedelta(days=1)), "days": 4})
    [flag] = board["overrides"]
    assert (flag["booking_id"], flag["by"], flag["reason"], flag["clash"]) == (
        doubled["booking_id"], "SM A1", "客户停产，马上去", first["number"],
    )  # fmt: skip
    apart = desk.act(doubled, "move", starts_at=second["starts_at"], reason="回到原来的时间")
    assert as_role("CO").read("dispatch/board", **{"from": str(day), "days": 4})["overrides"] == []
    assert as_role("CO").read(f"bookings/{apart['booking_id']}")["kind"] == "job"
