"""Stopping, pausing, moving and explaining clocks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from api import models
from api.kit.db import Database
from api.kit.unit import Row
from api.network.clocks import explain, service
from api.network.clocks.scan import scan_clocks
from tests.client import Api
from tests.network.clocks.desk import at, case_row, clock_row, cn, replayed, told
from tests.world import World

CLOCK = models.clocks.Clock.__table__


def running(db: Database, world: World, kind: str = "contact", started: str = "2026-11-20 09:00") -> Row:
    case = case_row(db, world)
    with at(db, cn(started)) as unit:
        service.start(unit, kind, case)
    return case


@pytest.mark.parametrize(
    ("done", "state", "late"),
    [("2026-11-20 10:59", "met", 0), ("2026-11-20 11:00", "met", 0), ("2026-11-20 11:01", "late_met", 60)],
)
def test_d9_done_by_the_due_minute_is_met(db: Database, world: World, done: str, state: str, late: int) -> None:
    case = running(db, world)
    with at(db, cn(done)) as unit:
        service.stop(unit, case, "contact")
    row = clock_row(db, case)
    assert (row.state, row.open, row.stopped_at) == (state, False, cn(done))
    assert told(db, case)[-1][1]["late_seconds"] == late


def test_d13_the_devices_time_counts_not_the_upload(db: Database, world: World) -> None:
    case = running(db, world, "record", "2026-11-20 15:00")
    with at(db, cn("2026-11-20 19:00")) as unit:
        service.stop(unit, case, "record", cn("2026-11-20 17:29"))
    assert clock_row(db, case).state == "met"


def test_a_clock_told_as_missed_is_met_if_the_device_was_in_time(db: Database, world: World) -> None:
    case = running(db, world, "record", "2026-11-20 15:00")
    scan_clocks(db, lambda: at(db, cn("2026-11-20 17:31")), cn("2026-11-20 17:31"))
    assert clock_row(db, case).state == "missed"
    with at(db, cn("2026-11-20 19:00")) as unit:
        service.stop(unit, case, "record", cn("2026-11-20 17:00"))
    assert clock_row(db, case).state == "met"


def test_a_pause_gives_its_counted_time_back(db: Database, world: World) -> None:
    case = running(db, world)  # due 11:00
    with at(db, cn("2026-11-20 10:00")) as unit:
        service.pause(unit, case, "contact", "等客户回电")
    with at(db, cn("2026-11-20 10:20")) as unit:
        service.resume(unit, case, "contact")
    row = clock_row(db, case)
    assert (row.state, row.due_at) == ("running", cn("2026-11-20 11:20"))
    assert row.due_soon_at == cn("2026-11-20 10:50")


def test_a_pause_over_night_gives_only_working_time_back(db: Database, world: World) -> None:
    case = running(db, world, started="2026-11-20 16:00")  # due 2026-11-21 09:00
    with at(db, cn("2026-11-20 17:00")) as unit:
        service.pause(unit, case, "contact", "等配件")
    with at(db, cn("2026-11-21 08:40")) as unit:
        service.resume(unit, case, "contact")
    assert clock_row(db, case).due_at == cn("2026-11-21 09:10") + timedelta(minutes=30)


def test_a_pause_begun_when_it_was_due_changes_nothing(db: Database, world: World) -> None:
    case = running(db, world)
    with at(db, cn("2026-11-20 11:00")) as unit:
        service.pause(unit, case, "contact", "晚了")
    with at(db, cn("2026-11-20 12:00")) as unit:
        service.resume(unit, case, "contact")
    assert clock_row(db, case).due_at == cn("2026-11-20 11:00")


def test_a_paused_clock_is_not_told_as_missed_and_can_be_met(db: Database, world: World) -> None:
    case = running(db, world)
    with at(db, cn("2026-11-20 10:00")) as unit:
        service.pause(unit, case, "contact", "等客户")
    assert scan_clocks(db, lambda: at(db, cn("2026-11-20 15:00")), cn("2026-11-20 15:00")) == 0
    with at(db, cn("2026-11-20 15:00")) as unit:
        service.stop(unit, case, "contact")
    assert clock_row(db, case).state == "met"


def test_r80_a_promised_time_replaces_the_limit_and_both_are_kept(db: Database, world: World) -> None:
    case = running(db, world, "arrive")
    for moment, promised, why in (
        ("2026-11-20 09:30", "2026-11-21 10:00", "客户要求"), ("2026-11-20 16:00", "2026-11-23 14:00", "另约"),
    ):  # fmt: skip
        with at(db, cn(moment)) as unit:
            row = service.find(unit, case, "arrive")
            assert row is not None
            service.retarget(unit, row, cn(promised), why)
    with at(db, cn("2026-11-20 17:00")) as unit:
        [shown] = explain.read(unit, case_id=case.id)
    assert shown["due_at"] == cn("2026-11-23 14:00")
    assert [(move["from"], move["to"], move["reason"]) for move in shown["moves"]] == [
        (cn("2026-11-23 17:30"), cn("2026-11-21 10:00"), "客户要求"),
        (cn("2026-11-21 10:00"), cn("2026-11-23 14:00"), "另约"),
    ]
    assert shown["calendar"] == "natural"
    assert [kind for kind, _ in told(db, case)] == ["clock.started", "clock.retargeted", "clock.retargeted"]


def test_r81_a_missed_promise_can_be_promised_anew_warned_of_and_missed_again(db: Database, world: World) -> None:
    case = running(db, world)  # soon 10:30, due 11:00
    for moments, promised in ((("10:40", "12:00"), "14:00"), (("13:45", "15:00"), "16:00")):
        for moment in moments:
            scan_clocks(db, lambda moment=moment: at(db, cn(f"2026-11-20 {moment}")), cn(f"2026-11-20 {moment}"))
        assert clock_row(db, case).state == "missed"
        with at(db, cn(f"2026-11-20 {moments[-1]}")) as unit:
            row = service.find(unit, case, "contact")
            assert row is not None
            service.retarget(unit, row, cn(f"2026-11-20 {promised}"), "再约")
        renewed = clock_row(db, case)
        assert (renewed.state, renewed.warned_at, renewed.missed_at) == ("running", None, None)
    kinds = [kind for kind, _ in told(db, case)]
    assert (kinds.count("clock.warned"), kinds.count("clock.missed")) == (2, 2)


def test_one_open_clock_of_a_kind_per_subject(db: Database, world: World) -> None:
    case = running(db, world)
    with pytest.raises(IntegrityError), at(db, cn("2026-11-20 09:05")) as unit:
        service.start(unit, "contact", case)


def test_a_cancelled_case_promises_nothing(db: Database, world: World) -> None:
    case = running(db, world)
    with at(db, cn("2026-11-20 09:05")) as unit:
        service.start(unit, "pass", case)
        assert len(service.cancel(unit, case)) == 2
        assert service.next_due(unit, case.id) == dict.fromkeys(
            ("due_at", "due_kind", "due_soon_at", "due_started_at", "due_state")
        )


def test_the_most_urgent_clock_is_the_one_to_copy(db: Database, world: World) -> None:
    case = running(db, world, "arrive")
    with at(db, cn("2026-11-20 09:05")) as unit:
        service.start(unit, "contact", case)
        assert service.next_due(unit, case.id)["due_kind"] == "contact"
        service.pause(unit, case, "contact", "等")
        assert service.next_due(unit, case.id)["due_kind"] == "arrive"
        service.cancel(unit, case, "arrive")
        copied = service.next_due(unit, case.id)
    assert (copied["due_kind"], copied["due_state"]) == ("contact", "paused")
    with at(db, cn("2026-11-20 09:05")) as unit:
        ref = explain.copied_ref(unit, copied)
    assert ref == {"kind": "contact", "label": "联系客户", "state": "paused", "due_at": None,
                   "started_at": cn("2026-11-20 09:05"), "stopped_at": None, "due_soon_at": cn("2026-11-20 10:35")}  # fmt: skip


def test_a_clock_explains_every_minute(db: Database, world: World) -> None:
    case = running(db, world, started="2026-11-21 16:40")  # Saturday, due Monday 09:40
    with at(db, cn("2026-11-21 17:00")) as unit:
        service.pause(unit, case, "contact", "等客户")
    with at(db, cn("2026-11-21 17:10")) as unit:
        service.resume(unit, case, "contact")
        [shown] = explain.read(unit, case_id=case.id)
        unit.locale = "en"
        [english] = explain.read(unit, case_id=case.id)
    assert shown["due_at"] == cn("2026-11-23 09:50")
    assert [(i["from"], i["to"], i["counts"], i["why"]) for i in shown["intervals"]] == [
        (cn("2026-11-21 16:40"), cn("2026-11-21 17:00"), True, "工作时间"),
        (cn("2026-11-21 17:00"), cn("2026-11-21 17:10"), False, "暂停（等客户）"),
        (cn("2026-11-21 17:10"), cn("2026-11-21 17:30"), True, "工作时间"),
        (cn("2026-11-21 17:30"), cn("2026-11-22 00:00"), False, "非工作时间"),
        (cn("2026-11-22 00:00"), cn("2026-11-23 00:00"), False, "休息日"),
        (cn("2026-11-23 00:00"), cn("2026-11-23 08:30"), False, "非工作时间"),
        (cn("2026-11-23 08:30"), cn("2026-11-23 09:50"), True, "工作时间"),
    ]
    counted = sum((i["to"] - i["from"] for i in shown["intervals"] if i["counts"]), timedelta())
    assert counted == timedelta(hours=2)
    assert shown["policy"] == "2 小时热线值守时间（午间照算）内（D9）"
    assert shown["explanation"].startswith("“联系客户”自 2026-11-21 16:40 起")
    assert "暂停共 10 分钟" in shown["explanation"]
    assert english["policy"] == "Within 2 hours of hours in which the hotline is staffed, lunch included (D9)"
    assert shown["missing_years_warning"] is None


def test_d7_a_year_without_table_uses_weekly_hours_and_warns(db: Database, world: World) -> None:
    case = running(db, world, "arrive", "2026-12-31 10:00")
    with at(db, cn("2026-12-31 10:00")) as unit:
        [shown] = explain.read(unit, case_id=case.id)
    assert shown["due_at"] == cn("2027-01-02 17:30")  # 1 January counted by its weekday
    assert shown["missing_years_warning"] == "2027 年的节假日表还没有录入，按每周工时计算"
    assert shown["missing_years_warning"] in shown["explanation"]


def test_why_this_minute_line_by_line_in_both_languages(db: Database, world: World) -> None:
    case = running(db, world, started="2026-11-20 16:00")  # Friday; two hours of staffed time
    with at(db, cn("2026-11-20 17:00")) as unit:
        service.pause(unit, case, "contact", "等客户回电")
    with at(db, cn("2026-11-21 08:40")) as unit:
        service.resume(unit, case, "contact")
    with at(db, cn("2026-11-21 09:00")) as unit:
        [shown] = explain.read(unit, case_id=case.id)
    assert [line["text"] for line in shown["breakdown"]] == [
        "11-20（周五）16:00 开始计时",
        "按工作日历“D7”第 1 版计，午间有人值守也算",
        "11-20（周五）计 1 小时（16:00–17:00），累计 1 小时",
        "11-21（周六）计 1 小时（08:40–09:40），累计 2 小时",
        "11-20（周五）17:00 至 11-21（周六）08:40 暂停：等客户回电，扣除 40 分钟",
        "到期 11-21（周六）09:40：计满 2 小时",
    ]
    assert (shown["counted_seconds"], shown["calendar_name"]) == (80 * 60, "D7")
    visit = running(db, world, "arrive", "2026-11-21 10:00")
    with at(db, cn("2026-11-21 11:00"), "en") as unit:
        [shown] = explain.read(unit, case_id=visit.id)
    assert [line["text"] for line in shown["breakdown"]] == [
        "Starts Sat 11-21 10:00",
        "Counts by the working calendar D7, version 1",
        "Sat 11-21 is the day itself: not counted",
        "Sun 11-22: nothing counts: day of rest",
        "Mon 11-23 is working day 1",
        "Tue 11-24 is working day 2",
        "Due Tue 11-24 17:30: the end of working day 2",
    ]


def test_a_changed_limit_replays_the_open_clocks_that_count_by_it_and_tells_each(
    db: Database, world: World, as_role: Callable[..., Api]
) -> None:
    mine, other = running(db, world), case_row(db, world, "B1")
    with at(db, cn("2026-11-20 09:00")) as unit:
        service.start(unit, "contact", other)
        promised = service.start(unit, "arrive", mine)
        service.retarget(unit, promised, cn("2026-11-25 10:00"), "约好的")
    body = {"value": 3600, "station_id": world.stations["A1"]}
    answer = as_role("SM").put("settings/dispatch.contact_seconds", json=body)
    assert answer.status_code == 200, answer.text
    replayed(db)
    with db.read() as conn:
        found = conn.execute(select(CLOCK.c.subject_id, CLOCK.c.kind, CLOCK.c.due_at)).all()
    assert {(row.subject_id == mine.id, row.kind): row.due_at for row in found} == {
        (True, "contact"): cn("2026-11-20 10:00"),
        (True, "arrive"): cn("2026-11-25 10:00"),
        (False, "contact"): cn("2026-11-20 11:00"),
    }
    moved = [data for kind, data in told(db, mine) if kind == "clock.retargeted"]
    assert [data["kind"] for data in moved] == ["arrive", "contact"], "once, though two passes looked"
    assert as_role("HQ", "C").put("settings/clock.warn_share", json={"value": 0.5}).status_code == 200
    replayed(db)
    assert clock_row(db, other).due_soon_at == cn("2026-11-20 10:00")
