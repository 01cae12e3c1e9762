"""The roster: planned by who may, nobody in two shifts, a week repeated, two shifts swapped by three hands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import insert, update
from sqlalchemy.exc import IntegrityError

from api import models
from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Unit
from api.network.bookings import service as bookings
from api.network.shifts import coverage, queries
from tests.client import Api
from tests.network.roster.steps import act, cn, turn_of
from tests.world import World

As = Callable[..., Api]
_shift = models.shifts.Shift.__table__


def test_r22_the_roster_is_planned_changed_and_removed(
    as_role: As, db: Database, world: World, recorded: Callable[..., list[str]]
) -> None:
    """Who plans the station plans; nobody stands in two shifts, and the database itself says so (R22)."""
    co, fe = as_role("CO"), as_role("FE")
    made = co.act("shifts", turn_of(world, "FE", "2027-03-01 08:30", note="值守"))
    assert (made["kind_label"], made["employee"]["name"], made["attendance"]) == ("上门", "FE A1", "expected")
    assert [shift["id"] for shift in fe.read("shifts")["items"]] == [made["id"]]
    assert as_role("FE2").read("shifts")["items"] == []
    assert fe.post("shifts", json=turn_of(world, "FE", "2027-03-02 08:30")).status_code == 403
    assert as_role("CO", "A2").post("shifts", json=turn_of(world, "FE", "2027-03-02 08:30")).status_code == 403
    for start, hours in (("2027-03-01 17:00", 4), ("2027-03-01 04:00", 5), ("2027-03-01 09:00", 1)):
        refused = co.act("shifts", turn_of(world, "FE", start, hours), status=409)
        assert (refused["clash"]["kind"], refused["detail"]) == ("shift", "FE A1 这段时间已经排了班")
    after = co.act("shifts", turn_of(world, "FE", "2027-03-01 17:30", 4, "duty"))
    wrong = co.act("shifts", turn_of(world, "FE", "2027-03-03 08:30", 25), status=422)
    assert wrong["errors"][0]["code"] == "end_before_start"
    elsewhere = turn_of(world, "FE", "2027-03-03 08:30") | {"employee_id": world.employees["FE@B1"]}
    assert co.act("shifts", elsewhere, status=422)["errors"][0]["code"] == "unknown"  # out of sight is nobody
    later = {"starts_at": cn("2027-03-01 17:00").isoformat()}
    headers = {"If-Match": f'"{after["version"]}"'}
    assert co.patch(f"shifts/{after['id']}", json=later, headers=headers).status_code == 409
    changed = co.patch(f"shifts/{after['id']}", json={"kind": "bench"}, headers=headers).json()
    assert (changed["kind"], changed["version"]) == ("bench", 2)
    early = cn("2027-03-01 10:00")
    with db.write() as conn, pytest.raises(IntegrityError, match="shift_no_overlap"):
        conn.execute(update(_shift).where(_shift.c.id == after["id"]).values(starts_at=early, report_at=early))
    gone = act(co, f"shifts/{after['id']}/remove", {"reason": "排错"})
    assert (gone["status"], gone["offered"]) == ("removed", [])
    assert recorded(after["id"]) == ["shift.planned", "shift.changed", "shift.removed"]
    co.act("shifts", turn_of(world, "FE", "2027-03-01 17:30", 4, "duty"))  # its time is free again


def test_a_shift_does_not_go_from_under_a_booked_job(as_role: As, db: Database, world: World) -> None:
    co = as_role("CO")
    made = co.act("shifts", turn_of(world, "FE", "2027-03-01 08:30"))
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        start = cn("2027-03-01 15:00")
        held = bookings.book(unit, world.employees["FE@A1"], start, start + timedelta(hours=2), note="WO-7")
    headers = {"If-Match": '"1"'}
    shorter = {"ends_at": cn("2027-03-01 16:00").isoformat()}
    for refused in (
        act(co, f"shifts/{made['id']}/remove", status=409),
        co.patch(f"shifts/{made['id']}", json=shorter, headers=headers).json(),
        co.patch(f"shifts/{made['id']}", json={"kind": "counter"}, headers=headers).json(),
    ):
        assert (refused["clash"]["number"], refused["type"]) == ("WO-7", "/problems/clash")
    longer = {"ends_at": cn("2027-03-01 18:00").isoformat(), "note": "加班"}
    assert co.patch(f"shifts/{made['id']}", json=longer, headers=headers).status_code == 200
    with db.write() as conn:
        bookings.release(Unit(db, conn, SYSTEM), held.id)
    assert act(co, f"shifts/{made['id']}/remove")["status"] == "removed"


def test_a_week_is_repeated_in_one_request(as_role: As, db: Database, world: World) -> None:
    """What cannot be repeated is named; asked twice it adds nothing."""
    co = as_role("CO")
    for day, who, kind in ((1, "FE", "field"), (2, "FE", "field"), (3, "FE2", "field"), (1, "HL", "hotline")):
        co.act("shifts", turn_of(world, who, f"2027-03-0{day} 08:30", kind=kind, note="早班"))
    co.act("shifts", turn_of(world, "FE", "2027-03-09 12:00"))
    with db.write() as conn:
        start = cn("2027-03-10 00:00")
        bookings.book(Unit(db, conn, SYSTEM), world.employees["FE2@A1"], start, start + timedelta(days=1), kind="leave")
    body = {"station_id": world.stations["A1"], "week": "2027-03-11"}
    done = co.act("shifts/copy-week", body)
    assert (done["week"], done["made"]) == ("2027-03-08", 2)
    assert [(one["employee"]["name"], one["reason"]) for one in done["skipped"]] == [
        ("FE A1", "已经排了班"), ("FE2 A1", "请假"),
    ]  # fmt: skip
    span = {"from": cn("2027-03-08 00:00").isoformat(), "to": cn("2027-03-15 00:00").isoformat()}
    week = co.read("shifts", **span)["items"]
    assert [(one["starts_at"][:16], one["note"]) for one in week] == [
        ("2027-03-08T00:30", "早班"), ("2027-03-08T00:30", "早班"), ("2027-03-09T04:00", None),
    ]  # fmt: skip
    assert co.act("shifts/copy-week", body)["made"] == 0
    assert len(co.read("shifts", **span)["items"]) == 3
    assert as_role("CO", "A2").act("shifts/copy-week", body, status=403)["permission"] == "shifts:create"


def test_a_swap_takes_three_hands(as_role: As, world: World, recorded: Callable[..., list[str]]) -> None:
    """Asked by one, agreed by the other, approved by the manager; only then the roster moves, both shifts at once."""
    co, fe, fe2, sm = (as_role(role) for role in ("CO", "FE", "FE2", "SM"))
    mine = co.act("shifts", turn_of(world, "FE", "2027-03-01 08:30"))
    his = co.act("shifts", turn_of(world, "FE2", "2027-03-01 09:00", kind="duty"))
    other = co.act("shifts", turn_of(world, "FE2", "2027-03-02 09:00"))
    offered = fe.read(f"shifts/{mine['id']}/partners")["items"]
    by_name = {one["employee"]["name"]: [shift["id"] for shift in one["shifts"]] for one in offered}
    assert by_name["FE2 A1"] == [his["id"]]  # on that day he works himself: only that very shift can be given for it
    assert "HL A1" not in by_name  # nobody is offered whose work he does not do
    assert fe2.get(f"shifts/{mine['id']}/partners").status_code == 404
    swap = {
        "shift_id": mine["id"],
        "other_id": world.employees["FE2@A1"],
        "other_shift_id": his["id"],
        "note": "家里有事",
    }
    assert fe2.act("shift-swaps", swap, status=422)["errors"][0]["pointer"] == "/body/shift_id"
    asked = fe.act("shift-swaps", swap)
    path = f"shift-swaps/{asked['id']}"
    assert fe.act("shift-swaps", swap, status=409)["detail"] == "这一班已经在换班中"
    assert [offer["action"] for offer in asked["offered"]] == ["withdraw"]
    assert [offer["action"] for offer in fe2.read(path)["offered"]] == ["agree", "decline"]
    assert act(sm, f"{path}/approve", status=409)["offered"][0]["action"] == "refuse"
    assert act(fe, f"{path}/agree", status=409)["detail"] == "要由对方答复"
    act(fe2, f"{path}/agree")
    assert act(fe2, f"{path}/approve", status=403)["permission"] == "shift-swaps:approve"
    done = act(sm, f"{path}/approve", {"note": "可以"})
    assert (done["status"], done["decided_by"]["name"]) == ("approved", "SM A1")
    assert [fe.read(f"shifts/{his['id']}")["employee"]["name"], fe2.read(f"shifts/{mine['id']}")["employee"]["name"]] == [
        "FE A1", "FE2 A1",
    ]  # fmt: skip
    assert recorded(mine["id"]) == ["shift.planned", "shift.swapped"]
    # one who would stand in two shifts is not swapped: nothing at all happens
    late = co.act("shifts", turn_of(world, "FE", "2027-03-02 17:00", 3))
    taken = fe.act("shift-swaps", {"shift_id": late["id"], "other_id": world.employees["FE2@A1"]})
    act(fe2, f"shift-swaps/{taken['id']}/agree")
    refused = act(sm, f"shift-swaps/{taken['id']}/approve", status=409)
    assert (refused["clash"]["kind"], other["employee"]["name"]) == ("shift", "FE2 A1")
    assert co.read(f"shifts/{late['id']}")["status"] == "planned"
    # and the manager does not approve his own
    own = as_role("CO").act("shifts", turn_of(world, "SM", "2027-03-03 08:30", kind="duty"))
    asked = sm.act("shift-swaps", {"shift_id": own["id"], "other_id": world.employees["FE@A1"]})
    act(fe, f"shift-swaps/{asked['id']}/agree")
    assert act(sm, f"shift-swaps/{asked['id']}/approve", status=409)["detail"] == "自己的换班由上级批准"
    assert act(as_role("RM", "A"), f"shift-swaps/{asked['id']}/approve")["status"] == "approved"


def test_a_shift_before_eight_in_the_morning_is_of_its_own_day(as_role: As, db: Database, world: World) -> None:
    """Half past midnight in China is the day before in UTC: who begins at a station on that day may be planned."""
    with db.write() as conn:
        conn.execute(
            insert(models.access.Post.__table__).values(
                id=new_id(), employee_id=world.employees["FE@A2"], role="engineer", station_id=world.stations["A1"],
                starts_on=date(2027, 3, 1), ends_on=date(2027, 3, 1),
            )
        )  # fmt: skip
    night = turn_of(world, "FE", "2027-03-01 00:30", 6) | {"employee_id": world.employees["FE@A2"]}
    co = as_role("CO")
    assert co.act("shifts", night)["employee"]["name"] == "FE A2"
    next_night = night | {
        "starts_at": cn("2027-03-02 00:30").isoformat(),
        "ends_at": cn("2027-03-02 06:30").isoformat(),
    }
    assert co.act("shifts", next_night, status=422)["errors"][0]["code"] == "elsewhere"


def test_d7_who_works_when(as_role: As, db: Database, world: World) -> None:
    """A station without a roster on a day works by its calendar (D7); where it has one, who is not in it is off."""
    co = as_role("CO")
    co.act("shifts", turn_of(world, "FE", "2027-03-02 10:00", 6))
    co.act("shifts", turn_of(world, "FE", "2027-03-02 16:00", 2, "duty"))
    co.act("shifts", turn_of(world, "FE2", "2027-03-02 08:30", kind="bench"))
    people = [world.employees[f"{who}@A1"] for who in ("FE", "FE2", "CO")]
    asked = (
        ("FE", "2027-03-02 11:00", 6, None),  # over two shifts that meet
        ("FE", "2027-03-02 09:00", 2, "这段时间不当班"),
        ("FE2", "2027-03-02 10:00", 2, "这段时间排的是站内维修班"),
        ("CO", "2027-03-02 10:00", 2, "这段时间不当班"),
        ("CO", "2027-03-03 11:00", 3, None),  # a Wednesday without a roster; lunch is staffed
        ("CO", "2027-03-03 17:00", 2, "这段时间不当班"),
        ("CO", "2027-03-07 10:00", 1, "这段时间不当班"),  # a Sunday
    )
    with db.read() as conn:
        unit = Unit(db, conn, SYSTEM)
        for who, start, hours, why in asked:
            employee, span = world.employees[f"{who}@A1"], (cn(start), cn(start) + timedelta(hours=hours))
            turns = coverage.turns(unit, world.stations["A1"], [employee], *span)
            refused = coverage.why_not(turns[employee], *span)
            assert (refused and refused.zh) == why, (who, start)
        found = queries.between(unit, people, cn("2027-03-02 00:00"), cn("2027-03-03 00:00"))
        assert [(row["employee_id"], row["kind"]) for row in found] == [
            (people[1], "bench"), (people[0], "field"), (people[0], "duty"),
        ]  # fmt: skip
