"""Leave is decided by another and is a booking; attendance is measured against the roster (R37, D10, R279)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.problems import Clash
from api.kit.unit import Unit
from api.network.bookings import service as bookings
from tests.client import Api
from tests.network.roster.steps import Wall, act, cn, turn_of
from tests.world import World

As = Callable[..., Api]


def test_leave_is_approved_by_another_and_books_the_time(
    as_role: As, db: Database, world: World, recorded: Callable[..., list[str]]
) -> None:
    """Overlap with booked work is refused naming the work, and work over leave is refused as leave (R11)."""
    fe, sm = as_role("FE"), as_role("SM")
    start = cn("2027-03-01 08:30")
    end = start + timedelta(days=2)
    body = {"starts_at": start.isoformat(), "ends_at": end.isoformat(), "kind": "sick", "reason": "手术"}
    asked = fe.act("leave-requests", body)
    path = f"leave-requests/{asked['id']}"
    assert fe.act("leave-requests", body, status=409)["clash"]["kind"] == "leave"
    assert as_role("CO").get(path).status_code == 404  # why somebody is away is told to whoever decides
    assert act(fe, f"{path}/approve", status=403)["permission"] == "leave-requests:approve"
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        held = bookings.book(unit, world.employees["FE@A1"], start, start + timedelta(hours=1), note="WO-9")
    refused = act(sm, f"{path}/approve", status=409)
    assert (refused["clash"]["number"], refused["clash"]["kind"]) == ("WO-9", "job")
    with db.write() as conn:
        bookings.release(Unit(db, conn, SYSTEM), held.id)
    done = act(sm, f"{path}/approve", {"note": "早日康复"})
    assert (done["status"], done["decided_by"]["name"]) == ("approved", "SM A1")
    with db.write() as conn, pytest.raises(Clash) as clash:
        bookings.book(Unit(db, conn, SYSTEM), world.employees["FE@A1"], start, start + timedelta(hours=1))
    assert clash.value.members["clash"]["kind"] == "leave"
    on_board = as_role("CO").read(f"bookings/{done['booking_id']}")
    assert (on_board["kind"], on_board["note"], "手术" in str(on_board)) == ("leave", None, False)
    planned = as_role("CO").act("shifts", turn_of(world, "FE", "2027-03-01 08:30"), status=409)
    assert planned["clash"]["kind"] == "leave"
    # freed at the board, it is withdrawn; given back here, its time is free
    act(sm, f"bookings/{done['booking_id']}/release", {"reason": "提前返岗"})
    assert fe.read(path)["status"] == "withdrawn"
    again = act(sm, f"leave-requests/{fe.act('leave-requests', body)['id']}/approve")
    assert act(fe, f"leave-requests/{again['id']}/withdraw")["status"] == "withdrawn"
    assert as_role("CO").read(f"bookings/{again['booking_id']}")["released_at"]
    assert recorded(again["id"]) == ["leave_request.asked", "leave_request.approved", "leave_request.withdrawn"]


def test_nobody_approves_his_own_leave(as_role: As) -> None:
    sm, rm = as_role("SM"), as_role("RM", "A")
    start = cn("2027-03-01 08:30")
    body = {"starts_at": start.isoformat(), "ends_at": (start + timedelta(days=1)).isoformat(), "kind": "annual"}
    own = sm.act("leave-requests", body)
    assert [offer["action"] for offer in own["offered"]] == ["withdraw"]
    assert act(sm, f"leave-requests/{own['id']}/approve", status=409)["detail"] == "自己的请假由上级批准"
    refused = act(rm, f"leave-requests/{own['id']}/refuse", {"reason": "人手不够"})
    assert (refused["status"], refused["decision_note"]) == ("refused", "人手不够")


def test_r37_d10_late_is_later_than_ten_minutes_before(
    as_role: As, world: World, monkeypatch: pytest.MonkeyPatch, db: Database
) -> None:
    """The hotline is there 10 minutes before (R37), the coordinator 20 (D10), the others on time."""
    wall = Wall(monkeypatch, "2027-03-01 05:00")
    co, sm = as_role("CO"), as_role("SM")
    at = "2027-03-01 08:30"
    shifts = {
        who: co.act("shifts", turn_of(world, who, at, kind=kind))
        for who, kind in (("HL", "hotline"), ("HL2", "hotline"), ("CO", "duty"), ("FE", "field"), ("RE", "counter"))
    }
    due = {who: shift["report_at"][11:16] for who, shift in shifts.items()}
    assert due == {"HL": "00:20", "HL2": "00:20", "CO": "00:10", "FE": "00:30", "RE": "00:30"}
    hl, hl2 = as_role("HL"), as_role("HL2")
    path = f"shifts/{shifts['HL']['id']}"
    assert act(hl, f"{path}/check-in", status=409)["detail"] == "还没到签到时间"
    wall.turn("2027-03-01 08:20")
    assert act(sm, f"{path}/check-in", status=403)["permission"] == "attendance:create"
    done = act(hl, f"{path}/check-in")
    assert (done["attendance"], done["late_seconds"]) == ("on_time", 0)
    wall.turn("2027-03-01 08:20:01")
    late = act(hl2, f"shifts/{shifts['HL2']['id']}/check-in")
    assert (late["attendance"], late["late_seconds"]) == ("late", 1)
    assert act(hl, f"{path}/check-in", status=409)["detail"] == "已经签到"
    assert act(co, f"{path}/remove", status=409)["detail"] == "已经签到，不能取消"
    start = cn(at)
    with db.write() as conn:
        bookings.book(Unit(db, conn, SYSTEM), world.employees["RE@A1"], start, start + timedelta(hours=9), kind="leave")
    wall.turn("2027-03-01 08:31")

    def told(**asked: str) -> dict[str, str]:
        found = sm.read("attendance", on="2027-03-01", **asked)["items"]
        return {one["employee"]["name"][:-3]: one["status"] for one in found}

    standing = {"HL": "on_time", "HL2": "late", "CO": "not_here", "FE": "not_here", "RE": "on_leave"}
    assert told() == standing
    for status in set(standing.values()) | {"absent", "expected"}:
        assert told(status=status) == {who: is_ for who, is_ in standing.items() if is_ == status}, status
    wall.turn("2027-03-01 18:00")
    assert told(status="absent") == {"CO": "absent", "FE": "absent"}
    # R279: set right by the manager with a reason, never by himself
    fix = {"arrived_at": cn("2027-03-01 08:25").isoformat(), "reason": "手机没电"}
    fe_path = f"shifts/{shifts['FE']['id']}/correct-attendance"
    assert act(as_role("FE"), fe_path, fix, status=403)["permission"] == "attendance:edit"
    fixed = act(sm, fe_path, fix)
    assert (fixed["attendance"], fixed["corrected"], fixed["correction_reason"]) == ("on_time", True, "手机没电")
    assert told(status="absent") == {"CO": "absent"}
    again = act(sm, fe_path, {"reason": "监控没有看到他"})
    assert (again["attendance"], again["arrived_at"]) == ("absent", None)


def test_r279_everybody_checks_in_for_himself_and_nobody_corrects_his_own(
    as_role: As, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Attendance is what one would forge: no arrival for another, no correction of one's own (R279)."""
    wall = Wall(monkeypatch, "2027-03-01 05:00")
    co, sm = as_role("CO"), as_role("SM")
    own, his = (co.act("shifts", turn_of(world, who, "2027-03-01 08:30", kind="duty")) for who in ("SM", "FE"))
    wall.turn("2027-03-01 08:31")
    assert act(sm, f"shifts/{his['id']}/check-in", status=403)["permission"] == "attendance:create"
    fix = {"arrived_at": cn("2027-03-01 08:25").isoformat(), "reason": "忘了签到"}
    assert act(sm, f"shifts/{own['id']}/correct-attendance", fix, status=409)["detail"] == "自己的考勤由上级更正"
    assert act(as_role("RM", "A"), f"shifts/{own['id']}/correct-attendance", fix)["attendance"] == "on_time"
