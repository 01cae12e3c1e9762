"""Commands that come out of order, about a job that changed hands, or from a clock that lies (P10, P11, api.md)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from api import models
from api.kit.db import Database
from tests.client import Api
from tests.field.phone import Phone, visit, work_off
from tests.work.steps import Desk, facts_of, put
from tests.world import World

AsRole = Callable[..., Api]


def held_of(api: Api, **more: Any) -> list[dict[str, Any]]:
    """What is held, as this person sees it, oldest first."""
    return api.read("held-commands", sort="created_at", **more)["items"]


def test_p10_what_comes_before_its_predecessor_waits_and_is_released_in_order(
    phone: Phone, desk: Desk, as_role: AsRole, db: Database
) -> None:
    """Held at once for everybody to see, released by itself, each exactly once; a repeat learns what became of it."""
    order = visit(desk)
    deeds = [phone.did(f"work-orders/{order['id']}/{a}", {}, order["id"]) for a in ("accept", "depart", "arrive")]
    for deed in (deeds[2], deeds[1]):
        answer = phone.send(deed)
        assert (answer.status_code, answer.json()["status"], answer.json()["reason"]) == (202, "waiting", "predecessor")
        assert phone.send(deed).json()["id"] == answer.json()["id"]
    assert [row["label"] for row in held_of(as_role("CO"), open=True)] == ["到场", "出发"]
    assert held_of(as_role("CO", "A2")) == held_of(as_role("FE2")) == []
    assert [row["offered"] for row in held_of(as_role("CO"))] == [[], []], "its predecessor may still come"
    altered = dict(deeds[1]["body"], occurred_at=datetime.now(UTC).isoformat())
    assert phone.send(deeds[1] | {"body": altered}).json()["type"] == "/problems/idempotency-key-reused"
    assert phone.send(deeds[0]).json()["accepted_at"]
    assert work_off(db, "field.") == 2
    assert phone.api.read(f"work-orders/{order['id']}")["status"] == "on_site"
    again = phone.send(deeds[2])
    assert (again.status_code, again.json()["status"], again.headers["idempotent-replayed"]) == (200, "on_site", "true")
    walked = [f["type"] for f in facts_of(db, order["id"]) if f.get("device")]
    assert walked == ["work_order.accepted", "work_order.departed", "work_order.arrived"]
    told = [row for row in phone.api.read("field/bundle")["held"] if row["status"] == "applied"]
    assert {row["device_seq"] for row in told} == {2, 3}
    taken = phone.send(phone.did("work-orders/x/accept") | {"body": deeds[0]["body"], "path": deeds[0]["path"]})
    assert (taken.status_code, taken.json()["next_seq"]) == (409, 4), "the count is used"


def test_p10_after_three_days_a_person_decides(phone: Phone, desk: Desk, as_role: AsRole, db: Database) -> None:
    """What waits too long is offered to the coordinator: applied as the engineer, or set aside with a reason; then the
    next follows. A predecessor that comes after that is too late to count by itself."""
    order = visit(desk)
    coordinator = as_role("CO")
    deeds = [phone.did(f"work-orders/{order['id']}/{a}", {}, order["id"]) for a in ("accept", "depart", "arrive")]
    phone.send(deeds[1])
    phone.send(deeds[2])
    assert work_off(db, "field.", hours=71) == 0
    assert work_off(db, "field.", hours=73) == 2
    first, second = held_of(coordinator, status="held")
    assert [offer["action"] for offer in first["offered"]] == ["apply", "set-aside"]
    assert phone.api.post(f"held-commands/{first['id']}/apply", json={}).status_code == 403
    done = coordinator.act(f"held-commands/{first['id']}/apply", {"note": "确实出发了"})
    assert (done["status"], done["decision"]) == ("applied", "确实出发了")
    assert phone.api.read(f"work-orders/{order['id']}")["status"] == "on_the_way", "who left had accepted"
    late = phone.send(deeds[0])
    assert (late.status_code, late.json()["reason"]) == (202, "overtaken")
    stuck = coordinator.act(f"held-commands/{late.json()['id']}/apply", {}, status=409)
    assert (stuck["type"], stuck["job_id"]) == ("/problems/held-command-stuck", None)
    aside = coordinator.act(f"held-commands/{late.json()['id']}/set-aside", {"reason": "已按出发记了"})
    assert (aside["status"], aside["decision"]) == ("set_aside", "已按出发记了")
    assert held_of(coordinator, status="held")[0]["id"] == second["id"]
    events = coordinator.read(f"held-commands/{first['id']}/events")["items"]
    assert [event["type"].partition(".")[2] for event in events] == ["received", "overdue", "applied"]
    told = {row["id"]: row for row in phone.api.read("field/bundle")["held"]}
    assert told[aside["id"]]["decision"] == "已按出发记了"


def test_a_command_about_a_job_that_was_taken_away_changes_nothing_by_itself(
    phone: Phone, desk: Desk, as_role: AsRole, db: Database, world: World
) -> None:
    """202 and held; the coordinator gives the job back and it counts at its own time, or it is set aside."""
    order = visit(desk)
    coordinator = as_role("CO")
    phone.act(order["id"], "accept")
    gone = phone.did(f"work-orders/{order['id']}/depart", {}, order["id"])
    there = phone.did(f"work-orders/{order['id']}/arrive", {}, order["id"])
    desk.act(order, "reassign")
    before = coordinator.read(f"work-orders/{order['id']}")
    answer = phone.send(gone)
    assert (answer.status_code, answer.json()["reason"]) == (202, "lost_job")
    assert answer.json()["job"]["engineer"]["id"] == world.employees["FE2@A1"]
    assert phone.send(there).json()["reason"] == "predecessor"
    assert coordinator.read(f"work-orders/{order['id']}")["version"] == before["version"]
    stuck = coordinator.act(f"held-commands/{answer.json()['id']}/apply", {}, status=409)
    assert (stuck["job_id"], stuck["employee_id"]) == (order["id"], world.employees["FE@A1"])
    desk.act(order, "reassign", employee_id=stuck["employee_id"])
    done = coordinator.act(f"held-commands/{answer.json()['id']}/apply", {"note": "他已在路上"})
    assert (done["status"], done["decided_by"]["id"]) == ("applied", world.employees["CO@A1"])
    assert work_off(db, "field.release") == 1
    now = coordinator.read(f"work-orders/{order['id']}")
    assert now["status"] == "on_site"
    departed = next(f for f in facts_of(db, order["id"]) if f["type"] == "work_order.departed")
    assert departed["by"] == world.employees["FE@A1"], "as the engineer"
    assert departed["device"] == {"id": phone.id, "seq": 2, "at": gone["body"]["occurred_at"]}
    phone.report(bundle_at=datetime.now(UTC).isoformat())


def test_who_gave_the_job_away_himself_or_knows_that_it_is_gone_is_refused_as_ever(
    phone: Phone, desk: Desk, db: Database
) -> None:
    """Only what he could not know is held for him."""
    order = visit(desk)
    phone.act(order["id"], "refuse", reason="请假")
    assert phone.send(phone.did(f"work-orders/{order['id']}/accept", {}, order["id"])).status_code == 404
    other = visit(desk, hours=6)
    phone.act(other["id"], "accept")
    desk.act(other, "unassign")
    phone.report(bundle_at=datetime.now(UTC).isoformat())
    assert phone.send(phone.did(f"work-orders/{other['id']}/depart", {}, other["id"])).status_code == 404
    with db.write() as conn:
        conn.execute(update(models.devices.Device.__table__).values(bundle_at=None))
    assert phone.send(phone.did(f"work-orders/{other['id']}/depart", {}, other["id"])).status_code == 202


@pytest.mark.parametrize("off", [timedelta(days=-1), timedelta(days=3652), timedelta(days=-20_000)], ids=str)
def test_p11_a_clock_that_lies_is_set_right_and_refused_for_nothing(
    as_role: AsRole, desk: Desk, db: Database, off: timedelta
) -> None:
    """Raw kept, corrected shown, no more than two seconds wrong, also for a clock that begins in 1970."""
    phone = Phone(as_role("FE"), off)
    order = visit(desk)
    put(db, models.work_orders.WorkOrder, order["id"], assigned_at=datetime.now(UTC) - timedelta(hours=9))
    true, deeds = {}, []
    for hours, action in ((3, "accept"), (2, "depart"), (1, "arrive")):
        deed = phone.did(f"work-orders/{order['id']}/{action}", {}, order["id"])
        true[action] = datetime.now(UTC) - timedelta(hours=hours)
        deed["body"]["occurred_at"] = (true[action] + off).isoformat()
        deeds.append(deed)
    answers = [phone.send(deed) for deed in deeds]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    shown = answers[-1].json()["times"]
    for action, name in (("accept", "accepted_at"), ("depart", "departed_at"), ("arrive", "arrived_at")):
        assert abs(datetime.fromisoformat(shown[name]) - true[action]) <= timedelta(seconds=2)
    raw = [fact["device"]["at"] for fact in facts_of(db, order["id"]) if fact.get("device")]
    assert raw == [deed["body"]["occurred_at"] for deed in deeds]


def test_p11_a_clock_that_jumps_in_the_middle_of_a_queue(phone: Phone, desk: Desk, db: Database) -> None:
    """What was done before the jump is read by the clock of then, what after by the clock of now."""
    order = visit(desk)
    put(db, models.work_orders.WorkOrder, order["id"], assigned_at=datetime.now(UTC) - timedelta(hours=9))
    with db.write() as conn:
        long_ago = (datetime.now(UTC) - timedelta(hours=10)).timestamp() * 1000
        conn.execute(update(models.devices.Device.__table__).values(anchors=[[int(long_ago), 0]]))
    true, deeds = [], []
    for hours, action in ((4, "accept"), (3, "depart"), (1, "arrive")):
        phone.off = timedelta(days=1) if action == "arrive" else timedelta()
        deed = phone.did(f"work-orders/{order['id']}/{action}", {}, order["id"])
        true.append(datetime.now(UTC) - timedelta(hours=hours))
        deed["body"]["occurred_at"] = (true[-1] + phone.off).isoformat()
        deeds.append(deed)
    shown = [phone.send(deed).json()["times"] for deed in deeds][-1]
    for name, wanted in zip(("accepted_at", "departed_at", "arrived_at"), true, strict=True):
        assert abs(datetime.fromisoformat(shown[name]) - wanted) <= timedelta(seconds=2)
    told = phone.api.read(f"devices/{phone.id}/events")["items"]
    assert told[-1]["sentence"] == "手机时钟偏差变为 86400 秒"


def test_a_command_of_another_phone_is_refused(phone: Phone, as_role: AsRole, desk: Desk) -> None:
    """A device is its owner's; an unknown one is to be enrolled; without a key nothing of a phone is taken."""
    order = visit(desk)
    deed = phone.did(f"work-orders/{order['id']}/accept", {}, order["id"])
    phone.api, own = as_role("FE2"), phone.api
    assert phone.send(deed).json()["type"] == "/problems/device-not-yours"
    phone.api = own
    strange = deed | {"body": deed["body"] | {"device_id": order["id"]}}
    assert phone.send(strange).json()["type"] == "/problems/device-unknown"
    bare = phone.did(f"work-orders/{order['id']}/accept")
    del bare["body"]["device_seq"]
    assert phone.send(bare).json()["errors"][0]["pointer"] == "/body/device_seq"
