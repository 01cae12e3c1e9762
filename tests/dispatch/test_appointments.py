"""Appointments (R61, R80, R95, D32, R415): booked, reconfirmed twice, prepared, kept; changed with both times; missed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from api.dispatch.appointments.calendar import folded
from api.kit.db import Database
from api.network.clocks.scan import scan_clocks
from tests.client import Api
from tests.network.clocks.desk import at
from tests.network.roster.steps import Wall, act, cn
from tests.work.steps import NEED, Desk, later
from tests.world import World

As = Callable[..., Api]


def opened(as_role: As, world: World) -> dict[str, Any]:
    """A case taken in by the hotline."""
    whose = {"customer_id": world.customers["A1"], "contact_id": world.contacts["A1"], "asset_id": world.assets["A1"]}
    return as_role("HL").act("service-requests", NEED | whose)


def booked(as_role: As, case: dict[str, Any], when: str, kind: str = "counter") -> dict[str, Any]:
    body = {"case_id": case["id"], "kind": kind, "starts_at": cn(when).isoformat(), "need": "带主机来检测"}
    return act(as_role("HL"), "appointments", body)


def scan(db: Database, moment: str) -> None:
    scan_clocks(db, lambda: at(db, cn(moment)), cn(moment))


def clocks(db: Database, id: str) -> dict[str, tuple[str, str]]:
    """Kind → state and due time by the clock on the wall, of the newest of each kind."""
    from sqlalchemy import select

    from api import models

    table = models.clocks.Clock.__table__
    with db.read() as conn:
        rows = conn.execute(select(table).where(table.c.subject_id == id).order_by(table.c.id)).all()
    return {row.kind: (row.state, f"{row.due_at + timedelta(hours=8):%m-%d %H:%M}") for row in rows}


def test_r61_d32_an_appointment_is_reconfirmed_twice_prepared_and_kept(
    as_role: As, world: World, db: Database, monkeypatch: pytest.MonkeyPatch, recorded: Callable[..., list[str]]
) -> None:
    """R61: time and need are kept, the customer is reconfirmed before and the preparation ticked off; D32: a working day
    ahead (Saturday before a Monday: the Saturday, not the Sunday) and on the morning."""
    wall = Wall(monkeypatch, "2026-12-03 10:00")
    co, case = as_role("CO"), opened(as_role, world)
    made = booked(as_role, case, "2026-12-07 10:00")
    path = f"appointments/{made['id']}"
    assert (made["status"], made["need"], made["kind_label"]) == ("booked", "带主机来检测", "到站")
    assert clocks(db, made["id"]) == {
        "reconfirm": ("running", "12-05 17:30"), "reconfirm_day": ("running", "12-07 09:30"),
        "attend": ("running", "12-07 10:30"),
    }  # fmt: skip
    ticked = {"parts": True, "tools": True, "papers": True}
    asked = {"to_reconfirm": True}
    assert co.read("appointments", **asked)["items"] == []  # four days ahead nobody is rung up yet
    wall.turn("2026-12-05 09:00")
    assert [one["reconfirm_by"][:16] for one in co.read("appointments", **asked)["items"]] == ["2026-12-05T09:30"]
    wall.turn("2026-12-03 10:00")
    assert act(co, f"{path}/prepare", ticked, status=409)["type"] == "/problems/transition-refused"
    assert act(co, f"{path}/reconfirm", {"answer": "not_reached"})["status"] == "booked"
    assert act(co, f"{path}/reconfirm", {"answer": "confirmed"})["status"] == "reconfirmed"
    assert act(co, f"{path}/reconfirm", {"answer": "confirmed"}, status=409)["detail"] == "已经确认过，当天早上再确认"
    assert act(co, f"{path}/prepare", ticked | {"tools": False}, status=422)["errors"][0]["code"] == "not_prepared"
    assert act(co, f"{path}/prepare", ticked)["status"] == "prepared"
    assert act(co, f"{path}/miss", status=409)["detail"] == "过了 30 分钟才算爽约"
    wall.turn("2026-12-07 08:40")
    assert [one["id"] for one in co.read("appointments", **asked)["items"]] == [made["id"]]  # again on the morning
    again = act(co, f"{path}/reconfirm", {"answer": "confirmed", "note": "马上出发"})
    assert (again["status"], bool(again["reconfirmed_day_at"])) == ("prepared", True)
    wall.turn("2026-12-07 10:15")
    assert co.read(path)["late"] is False
    wall.turn("2026-12-07 10:16")
    assert [(one["id"], one["late"]) for one in co.read("appointments", on="2026-12-07")["items"]] == [
        (made["id"], True)
    ]
    assert act(co, f"{path}/keep")["status"] == "kept"
    assert {kind: state for kind, (state, _) in clocks(db, made["id"]).items()} == {
        "reconfirm": "met", "reconfirm_day": "met", "attend": "met",
    }  # fmt: skip
    told = [one for one in recorded(made["id"]) if one.startswith("appointment.")]
    assert told == [f"appointment.{deed}" for deed in (
        "booked", "reconfirmed", "reconfirmed", "prepared", "reconfirmed", "kept")]  # fmt: skip
    assert as_role("CO", "A2").get(path).status_code == 404


def test_r95_a_change_keeps_both_times_and_who_asked(
    as_role: As, world: World, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change is settled with the customer: who asked, why, both times; all is to be reconfirmed anew (R80, R95)."""
    wall = Wall(monkeypatch, "2026-12-03 10:00")
    co, case = as_role("CO"), opened(as_role, world)
    made = booked(as_role, case, "2026-12-07 10:00", "telephone")
    path, new = f"appointments/{made['id']}", cn("2026-12-09 14:00").isoformat()
    act(co, f"{path}/reconfirm", {"answer": "confirmed"})
    silent = act(co, f"{path}/change", {"starts_at": new, "asked_by": "customer"}, status=422)
    assert silent["errors"][0]["pointer"] == "/body/reason"
    body = {"starts_at": new, "asked_by": "customer", "reason": "客户出差"}
    moved = act(co, f"{path}/change", body)
    assert (moved["status"], moved["former_starts_at"], moved["starts_at"]) == (
        "changed", made["starts_at"], "2026-12-09T06:00:00Z",
    )  # fmt: skip
    assert (moved["change_reason"], moved["asked_by"], moved["reconfirmed_at"], moved["sequence"]) == (
        "客户出差", "customer", None, 1,
    )  # fmt: skip
    assert clocks(db, made["id"])["attend"] == ("running", "12-09 14:30")
    sentence = co.read(f"{path}/events")["items"][-1]["sentence"]
    assert ("客户出差" in sentence, "12-07" in sentence, "12-09" in sentence) == (True, True, True)
    wall.turn("2026-12-09 14:31")
    scan(db, "2026-12-09 14:29")
    assert co.read(path)["status"] == "changed"
    scan(db, "2026-12-09 14:31")  # D32: missed after 30 minutes, by the clock, without anybody looking
    assert co.read(path)["status"] == "missed"
    later_on = {"starts_at": cn("2026-12-10 09:00").isoformat(), "asked_by": "station", "reason": "没等到电话"}
    assert act(co, f"{path}/change", later_on)["sequence"] == 2
    assert act(co, f"{path}/cancel", {"reason": "已经修好"})["status"] == "cancelled"


def test_a_visit_s_appointment_follows_its_order(as_role: As, world: World, recorded: Callable[..., list[str]]) -> None:
    """R105: the order's promised time is the only truth; the appointment moves, is given and kept with it (R80)."""
    desk = Desk(as_role, world)
    order = desk.to("assigned")
    co = as_role("CO")
    (visit,) = co.read("appointments", case_id=order["case"]["id"])["items"]
    path = f"appointments/{visit['id']}"
    assert (visit["kind"], visit["starts_at"], visit["employee"]["name"]) == ("visit", order["promised_at"], "FE A1")
    assert as_role("FE").read(path)["work_order"]["number"] == order["number"]
    refused = act(co, f"{path}/change", {"starts_at": later(50), "asked_by": "customer", "reason": "x"}, status=409)
    assert refused["detail"] == "上门时间在工单里改"
    moved = desk.act(order, "reschedule", reason="客户改期")
    after = co.read(path)
    assert (after["status"], after["former_starts_at"], after["starts_at"], after["change_reason"]) == (
        "changed", order["promised_at"], moved["promised_at"], "客户改期",
    )  # fmt: skip
    again = desk.act(moved, "assign", employee_id=world.employees["FE2@A1"])
    assert co.read(path)["employee"]["name"] == "FE2 A1"
    second = as_role("FE2")
    for action in ("accept", "depart", "arrive"):
        again = desk.act(again, action, by=second)
    assert (co.read(path)["status"], co.read(path)["kept_at"]) == ("kept", again["arrived_at"])
    other = desk.to("time_promised")
    desk.act(other, "cancel")
    (gone,) = co.read("appointments", case_id=other["case"]["id"])["items"]
    assert gone["status"] == "cancelled"


def test_the_customer_s_calendar_file(as_role: As, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """RFC 5545: lines of at most 75 octets, UTC, one UID over all changes, SEQUENCE rising, METHOD CANCEL at the end."""
    Wall(monkeypatch, "2026-12-03 10:00")
    co, case = as_role("CO"), opened(as_role, world)
    made = booked(as_role, case, "2026-12-07 10:00")
    path = f"appointments/{made['id']}"

    def fetched() -> tuple[dict[str, str], str]:
        answer = co.get(f"{path}/calendar")
        assert answer.content.endswith(b"END:VCALENDAR\r\n")
        assert max(len(line) for line in answer.content.split(b"\r\n")) <= 75
        lines = answer.content.decode().replace("\r\n ", "").split("\r\n")
        return {re.split("[:;]", line)[0]: line.partition(":")[2] for line in lines}, answer.headers["content-type"]

    first, media = fetched()
    assert (first["UID"], first["SEQUENCE"], first["METHOD"]) == (f"{made['id']}@sibu", "0", "PUBLISH")
    assert (first["DTSTART"], first["DTEND"]) == ("20261207T020000Z", "20261207T023000Z")
    assert (media, first["LOCATION"]) == ("text/calendar; charset=utf-8; method=PUBLISH", "北京市通州区光华路 1 号")
    assert "\\," not in first["SUMMARY"]
    assert case["number"] in first["DESCRIPTION"]
    body = {"starts_at": cn("2026-12-09 14:00").isoformat(), "asked_by": "customer", "reason": "客户出差"}
    act(co, f"{path}/change", body)
    moved, _ = fetched()
    assert (moved["UID"], moved["SEQUENCE"], moved["DTSTART"]) == (first["UID"], "1", "20261209T060000Z")
    act(co, f"{path}/cancel", {"reason": "已经修好"})
    gone, media = fetched()
    assert (gone["UID"], gone["SEQUENCE"], gone["METHOD"], gone["STATUS"]) == (first["UID"], "2", "CANCEL", "CANCELLED")
    assert media.endswith("method=CANCEL")
    long = "SUMMARY:" + "服务预约🛠" * 40
    pieces = folded(long).decode().split("\r\n")  # no character is cut in two, else this could not be read
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == long
    assert all(piece.startswith(" ") for piece in pieces[1:-1])
