"""The roster as a grid: gaps told by rule, many shifts in one act and taken back; the clock of R37 on each of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.unit import Unit
from api.network.bookings import service as bookings
from api.network.clocks import queries as clocks
from api.network.clocks.scan import scan_clocks
from tests.client import Api
from tests.network.clocks.desk import at
from tests.network.roster.steps import Wall, act, cn, turn_of
from tests.world import World

As = Callable[..., Api]
MONDAY = "2027-03-01"


def roster(client: Api, **more: Any) -> dict[str, Any]:
    return client.read("roster", **{"from": MONDAY, "days": 7} | more)


def gaps(found: dict[str, Any], day: str) -> list[tuple[str, str]]:
    return [(gap["rule"], gap["text"]) for gap in found["gaps"] if gap["day"] == day]


def plan_days(client: Api, world: World, people: str, days: str, span: str, kind: str, **more: Any) -> dict[str, Any]:
    begins, ends = span.split("-")
    body = {
        "station_id": world.stations["A1"], "employee_ids": [world.employees[f"{who}@A1"] for who in people.split()],
        "days": [f"2027-03-{int(day):02}" for day in days.split()], "from": begins, "to": ends, "kind": kind,
    }  # fmt: skip
    return client.act("shifts/plan-days", body | more)


def test_r282_r283_d7_the_roster_says_what_it_leaves_open(as_role: As, world: World, db: Database) -> None:
    """The hotline is staffed over lunch (D7); somebody is on duty (R283), before business hours and after them (R282)."""
    co = as_role("CO")
    empty = roster(co)
    assert (empty["gaps"], {day["rostered"] for day in empty["days"]}) == ([], {False})
    assert {one["kind"]: (one["from"], one["to"]) for one in empty["usual"]} == {
        "hotline": ("08:30", "17:30"), "counter": ("08:30", "17:30"), "bench": ("08:30", "17:30"),
        "field": ("08:30", "17:30"), "duty": ("08:15", "17:45"),
    }  # fmt: skip
    made = plan_days(co, world, "FE FE2", "1 2 3", "08:30-17:30", "field")
    assert (made["made"], len(made["ids"])) == (6, 6)
    plan_days(co, world, "HL", "1 3", "08:30-12:00", "hotline")
    plan_days(co, world, "HL2", "1", "13:00-17:30", "hotline")
    plan_days(co, world, "HL2", "3", "11:30-17:30", "hotline")
    plan_days(co, world, "SM", "1", "08:30-17:30", "duty")
    plan_days(co, world, "SM", "3", "08:15-17:45", "duty")
    found = roster(co)
    assert gaps(found, MONDAY) == [
        ("D7", "12:00–13:00 没有热线"), ("R282", "08:15–08:30 没有值班"), ("R282", "17:30–17:45 没有值班"),
    ]  # fmt: skip
    assert gaps(found, "2027-03-02") == [("D7", "全天没有热线"), ("R283", "没有排值班")]
    assert gaps(found, "2027-03-03") == gaps(found, "2027-03-04") == []
    assert [day["opens_at"] for day in found["days"]][6] is None  # a Sunday
    with db.write() as conn:  # leave opens a gap too
        start = cn("2027-03-03 00:00")
        bookings.book(
            Unit(db, conn, SYSTEM), world.employees["HL@A1"], start, start + timedelta(hours=24), kind="leave"
        )
    away = roster(co)
    assert gaps(away, "2027-03-03") == [("D7", "08:30–11:30 没有热线")]
    assert [(one["employee_id"], one["approved"]) for one in away["away"]] == [(world.employees["HL@A1"], True)]
    assert (found["may_plan"], found["whole"]) == (True, True)
    assert {one["name"] for one in found["people"]} >= {"HL A1", "SM A1"}
    # who may see his own shifts only sees himself, and no gaps; of another station nothing of anybody
    own = roster(as_role("FE"))
    assert [person["name"] for person in own["people"]] == ["FE A1"]
    assert ({one["employee"]["name"] for one in own["shifts"]}, own["may_plan"], own["gaps"]) == ({"FE A1"}, False, [])
    elsewhere = {"from": MONDAY, "station_id": world.stations["A1"]}
    assert as_role("CO", "A2").get("roster", params=elsewhere).status_code == 404


def test_many_shifts_in_one_act_and_back(as_role: As, world: World, db: Database) -> None:
    """What cannot be planned is named; all that was planned goes again in one act, but for what has a job in it."""
    co, sm = as_role("CO"), as_role("SM")
    plan_days(co, world, "FE", "2", "12:00-20:00", "bench")
    with db.write() as conn:
        start = cn("2027-03-01 00:00")
        bookings.book(Unit(db, conn, SYSTEM), world.employees["FE2@A1"], start, start + timedelta(days=1), kind="leave")
    done = plan_days(co, world, "FE FE2", "1 2", "20:00-06:00", "duty", note="夜班")
    assert done["made"] == 3
    assert [(one["employee"]["name"], one["reason"]) for one in done["skipped"]] == [("FE2 A1", "请假")]
    nights = co.read("shifts", kind="duty")["items"]
    assert [one["ends_at"][:16] for one in nights] == ["2027-03-01T22:00", "2027-03-02T22:00", "2027-03-02T22:00"]
    with db.write() as conn:
        start = cn("2027-03-01 21:00")
        bookings.book(
            Unit(db, conn, SYSTEM), world.employees["FE@A1"], start, start + timedelta(hours=1), note="WO-3",
            travel_before=0,
        )  # fmt: skip
    back = co.act("shifts/take-back", {"ids": done["ids"], "reason": "撤销"})
    assert (back["removed"], [one["reason"] for one in back["skipped"]]) == (
        2, ["这一班里派了工单 WO-3（03-01 21:00），先改派"],
    )  # fmt: skip
    assert co.act("shifts/take-back", {"ids": done["ids"]})["removed"] == 0
    assert as_role("FE").post("shifts/take-back", json={"ids": done["ids"]}).status_code == 403
    body = {"station_id": world.stations["A1"], "week": "2027-03-08"}
    copied = co.act("shifts/copy-week", body)
    assert (copied["made"], co.act("shifts/take-back", {"ids": copied["ids"]})["removed"]) == (2, 2)
    assert as_role("CO", "A2").act("shifts/copy-week", body, status=403)["permission"] == "shifts:create"
    assert len(sm.read("attendance", on=MONDAY, days=7)["items"]) == 2


def test_r37_r81_who_is_not_there_is_reported_and_leave_stops_the_clock(
    as_role: As, world: World, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock runs to ten minutes before the shift (R37); missed, the manager is told (R81); leave ends it."""
    wall = Wall(monkeypatch, "2027-03-01 05:00")
    co, sm, hl = as_role("CO"), as_role("SM"), as_role("HL")
    day = f"{MONDAY} 08:30"
    kinds = {"HL": "hotline", "HL2": "hotline", "RE": "counter", "FE": "field", "BE": "bench"}
    made = {who: co.act("shifts", turn_of(world, who, day, kind=kind)) for who, kind in kinds.items()}
    moved = co.patch(
        f"shifts/{made['BE']['id']}", json={"starts_at": cn(f"{MONDAY} 10:00").isoformat()}, headers={"If-Match": '"1"'}
    )
    assert moved.status_code == 200
    away = as_role("RE").act("leave-requests", {
        "starts_at": cn(f"{MONDAY} 00:00").isoformat(), "ends_at": cn("2027-03-02 00:00").isoformat(), "kind": "sick",
    })  # fmt: skip
    act(sm, f"leave-requests/{away['id']}/approve")
    act(co, f"shifts/{made['FE']['id']}/remove")
    wall.turn(f"{MONDAY} 08:19")
    act(hl, f"shifts/{made['HL']['id']}/check-in")

    def standing() -> dict[str, list[str]]:
        with db.read() as conn:
            unit = Unit(db, conn, SYSTEM)
            return {who: [row.state for row in clocks.of(unit, subject_id=one["id"])] for who, one in made.items()}

    assert standing() == {
        "HL": ["met"], "HL2": ["running"], "RE": ["cancelled"], "FE": ["cancelled"], "BE": ["cancelled", "running"],
    }  # fmt: skip
    scan_clocks(db, lambda: at(db, cn(f"{MONDAY} 08:20")), cn(f"{MONDAY} 08:20"))
    assert standing()["HL2"] == ["missed"]
    scan_clocks(db, lambda: at(db, cn(f"{MONDAY} 09:20")), cn(f"{MONDAY} 09:20"))
    with db.read() as conn:
        assert clocks.of(Unit(db, conn, SYSTEM), subject_id=made["HL2"]["id"])[0].escalations == 1
    # leave given back before: he is waited for again
    wall.turn(f"{MONDAY} 07:00")
    act(as_role("RE"), f"leave-requests/{away['id']}/withdraw")
    assert standing()["RE"] == ["cancelled", "running"]
    # out again: once, by himself, and what he left early is told
    wall.turn(f"{MONDAY} 17:00")
    path = f"shifts/{made['HL']['id']}"
    assert act(as_role("HL2"), f"shifts/{made['HL2']['id']}/check-out", status=409)["detail"] == "还没有签到"
    out = act(hl, f"{path}/check-out")
    assert (out["left_at"][:16], out["early_seconds"]) == ("2027-03-01T09:00", 1800)
    assert act(hl, f"{path}/check-out", status=409)["detail"] == "已经签退"
    fix = {
        "arrived_at": cn(f"{MONDAY} 08:40").isoformat(),
        "left_at": cn(f"{MONDAY} 08:35").isoformat(),
        "reason": "看监控",
    }
    assert act(sm, f"{path}/correct-attendance", fix, status=422)["errors"][0]["code"] == "left_before_arrival"
    fixed = act(sm, f"{path}/correct-attendance", fix | {"left_at": cn(f"{MONDAY} 16:00").isoformat()})
    assert (fixed["attendance"], fixed["late_seconds"], fixed["early_seconds"]) == ("late", 1200, 5400)
