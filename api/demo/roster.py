"""The roster of the demo: this week and the next at each station, who came and when, leave and swaps that wait.

It is laid after the cases, because these happen at whatever hour the demo is made; the engineers of the first station
then stand on duty around that hour, so that the visits under way are in somebody's shift.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random

from api.access.actor import Actor
from api.demo import queries
from api.demo.player import Player
from api.kit import clock
from api.kit.db import Database
from api.kit.problems import Clash
from api.kit.spans import Span, without
from api.network.calendars.holidays import seed_calendar
from api.network.leave_requests import schemas as leave
from api.network.leave_requests import service as leaves
from api.network.shift_swaps import schemas as swap
from api.network.shift_swaps import service as swaps
from api.network.shifts import attending, repeating, schemas, service
from api.network.shifts.words import Kind

HOME = "BJ01"
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
DAY = timedelta(days=1)
TURNS: tuple[tuple[str, int | None, Kind, str, str, str], ...] = (
    # role, which of them (None: each), kind, weekdays (1 is Monday), from, to
    ("HL", 0, "hotline", "12345", "08:30", "17:30"), ("HL", 1, "hotline", "23456", "08:30", "17:30"),
    ("CO", 0, "duty", "12345", "08:15", "17:45"), ("SM", 0, "duty", "6", "08:15", "17:45"),
    ("SM", 0, "counter", "12345", "08:30", "17:30"), ("FE", None, "field", "123456", "08:30", "17:30"),
    ("RE", 0, "counter", "123456", "08:30", "17:30"), ("BE", 0, "bench", "12345", "08:30", "17:30"),
    ("PC", 0, "counter", "12345", "08:30", "17:30"), ("FU", 0, "counter", "12345", "08:30", "17:30"),
    ("CA", 0, "counter", "12345", "08:30", "17:30"),
)  # fmt: skip
BEFORE, AFTER = timedelta(hours=3), timedelta(hours=14)
"""How far around the making of the demo the engineers of the first station stand in the roster, whatever the hour."""


def fill(db: Database) -> None:
    """Plan, let people come, and leave something to decide."""
    _Roster(db).play()


class _Roster:
    def __init__(self, db: Database) -> None:
        self.player, self.chance = Player(db), Random(23)  # noqa: S311 - the same for everybody
        self.now = clock.now()
        self.stations = queries.station_ids(self.player)
        today = self.now.astimezone(clock.ZONE).date()
        self.monday = today - timedelta(days=today.weekday())
        self.days = [self.monday + n * DAY for n in range(14)]
        self.today = today
        self.week = seed_calendar()

    def play(self) -> None:
        for code in ("BJ01", "BJ02", "SH01", "SZ01"):
            self.plan(code)
        self.around_now()
        self.attend()
        self.ask_for_leave()
        self.ask_for_swaps()

    def people(self, role: str, code: str, index: int | None) -> list[Actor]:
        """Those of this role who work at this very station."""
        own = self.player.everybody(role, code)
        return own if index is None else own[index : index + 1]

    def plan(self, code: str) -> None:
        """The last Saturday has nobody on duty, and a station without attendance is planned from tomorrow."""
        who, planned = self.player.one("CO", code), self.monday_morning() - 3 * DAY
        days = [day for day in self.days if self.open_on(day) and (code == HOME or day > self.today)]
        for role, index, kind, weekdays, begins, ends in TURNS:
            on = [day for day in days if str(day.isoweekday()) in weekdays]
            if kind == "duty" and "6" in weekdays:
                on = on[:-1]
            people = [one.employee_id for one in self.people(role, code, index) if one.employee_id]
            if not on or not people:
                continue
            body = {
                "station_id": self.stations[code], "employee_ids": people, "days": [str(day) for day in on], "kind": kind,
                "from": begins, "to": ends,
            }  # fmt: skip
            self.player.act(who, planned, repeating.plan_days, schemas.PlanDays.model_validate(body))

    def around_now(self) -> None:
        """Whoever is at work at the hour of the demo's making is on duty then."""
        who = self.player.one("CO", HOME)
        # from the full hour, so that the roster reads as one that people wrote
        full = self.now.replace(minute=0, second=0, microsecond=0)
        wanted: Span = (full - BEFORE, full + AFTER)
        regular = [(_at(day, "08:30"), _at(day, "17:30")) for day in self.days if self.open_on(day)]
        for begins, ends in without([wanted], regular):
            for engineer in self.people("FE", HOME, None):
                assert engineer.employee_id
                self.player.act(who, self.monday_morning() - 3 * DAY, service.plan, schemas.ShiftCreate(
                    station_id=self.stations[HOME], employee_id=engineer.employee_id, starts_at=begins, ends_at=ends,
                    kind="duty", note="抢修值班",
                ))  # fmt: skip

    def attend(self) -> None:
        """They come and go: most in time, one late, one not at all, one set right by the manager."""
        manager = self.player.one("SM", HOME)
        actors = {one.employee_id: one for one in self.player.everybody(None, HOME)}
        for number, row in enumerate(queries.shifts_before(self.player, self.stations[HOME], self.now)):
            who = actors[row["employee_id"]]
            if number % 29 == 17:  # did not come
                continue
            late = number % 13 == 5
            came = row["report_at"] + (self.chance.uniform(4, 22) if late else -self.chance.uniform(1, 15)) * MINUTE
            if came > self.now or (row["starts_at"].astimezone(clock.ZONE).date() == self.today and number % 7 == 3):
                continue
            self.player.act(who, came, attending.check_in, row["id"], schemas.CheckIn())
            left = row["ends_at"] + self.chance.uniform(0, 20) * MINUTE - (50 * MINUTE if number % 17 == 9 else MINUTE)
            if left < self.now:
                self.player.act(who, left, attending.check_out, row["id"], schemas.CheckOut())
            if number % 31 == 11 and who is not manager:
                fixed = schemas.CorrectAttendance(
                    arrived_at=row["report_at"] - 4 * MINUTE, reason="忘了签到，监控里 8 点前已在岗"
                )
                if fixed.arrived_at and fixed.arrived_at < self.now and left < self.now:
                    self.player.act(manager, left, attending.correct_attendance, row["id"], fixed)

    def ask_for_leave(self) -> None:
        """One approved, one refused, two that wait."""
        manager, next_week = self.player.one("SM", HOME), self.monday + 7 * DAY
        asked = (
            # who, first day, days, kind, why, hours ago, decided how
            ("HL", 0, next_week, 1, "annual", "孩子家长会，已和张敏说好", 52, "approve"),
            ("FE", 3, next_week + 2 * DAY, 2, "annual", "回老家办事", 20, None),
            ("BE", 0, next_week + 4 * DAY, 1, "sick", "复查，有预约单", 5, None),
            ("PC", 0, next_week + 1 * DAY, 1, "personal", "搬家", 70, "refuse"),
        )  # fmt: skip
        for role, index, first, days, kind, why, ago, decided in asked:
            who = self.player.one(role, HOME, index)
            at = self.now - ago * HOUR
            body = leave.LeaveCreate.model_validate({
                "starts_at": _at(first, "00:00"), "ends_at": _at(first + days * DAY, "00:00"), "kind": kind, "reason": why,
            })  # fmt: skip
            made = self.player.act(who, at, leaves.ask, body)
            try:
                if decided == "approve":
                    self.player.act(manager, at + 2 * HOUR, leaves.approve, made["id"], leave.Approve(note="准假"))
                elif decided == "refuse":
                    no = leave.Refuse(reason="当天到货验收，改到周四可以")
                    self.player.act(manager, at + 2 * HOUR, leaves.refuse, made["id"], no)
            except Clash:  # a visit stands in the way: then it waits too
                continue

    def ask_for_swaps(self) -> None:
        """One waits for the colleague, one for the manager."""
        first, second = (self.player.one("HL", HOME, n) for n in range(2))
        third, fourth = (self.player.one("FE", HOME, n) for n in (2, 1))
        ahead = queries.shifts_after(self.player, self.stations[HOME], self.now + DAY)

        def of(who: Actor, weekday: int) -> str:
            return next(
                row["id"] for row in ahead[::-1]
                if row["employee_id"] == who.employee_id and row["starts_at"].astimezone(clock.ZONE).isoweekday() == weekday
            )  # fmt: skip

        assert first.employee_id
        assert fourth.employee_id
        self.player.act(second, self.now - 3 * HOUR, swaps.ask, swap.SwapCreate(
            shift_id=of(second, 6), other_id=first.employee_id, note="周六要送孩子考试，下回替您",
        ))  # fmt: skip
        asked = self.player.act(third, self.now - 26 * HOUR, swaps.ask, swap.SwapCreate(
            shift_id=of(third, 6), other_id=fourth.employee_id, note="周六亲戚结婚",
        ))  # fmt: skip
        self.player.act(fourth, self.now - 22 * HOUR, swaps.agree, asked["id"], swap.Agree())

    def open_on(self, day: date) -> bool:
        """Whether the calendar works on this day."""
        return self.week.next_opening(_at(day, "00:00")).astimezone(clock.ZONE).date() == day

    def monday_morning(self) -> datetime:
        return _at(self.monday, "09:00")


def _at(day: date, wall: str) -> datetime:
    return clock.wall(day, time.fromisoformat(wall))
