"""`search-time-slot`: real free times, by skill, shift, leave, bookings, travel and parts, each with its reasons.

What is offered is free at the moment of asking; it is taken only when the order is promised or the appointment made, and
then checked anew.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from api.access.policy import P
from api.dispatch.appointments import queries as appointments
from api.dispatch.candidates import queries as candidates
from api.dispatch.slots import free, schemas, travel
from api.intake.service_requests import queries as cases
from api.kit import clock
from api.kit.distance import Place, kilometres
from api.kit.problems import Forbidden, Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.bookings import queries as bookings
from api.network.calendars.counting import work_calendar
from api.network.calendars.hours import Reason
from api.network.settings import limits
from api.network.shifts import coverage
from api.network.shifts.words import OUT
from api.network.stations import queries as stations
from api.parts.reservations import queries as reservations
from api.work.work_orders import queries as orders

PER_DAY = 2
"""How many times of one person a day are offered, so that the list is a choice and not a calendar."""


def search(unit: Unit, query: schemas.SlotQuery) -> dict[str, Any]:
    """The best times, the earliest first.

    :raises Invalid: a visit without its order, anything else without its case.
    :raises Forbidden: the station is not the caller's to make appointments for.
    """
    if query.kind == "visit":
        if query.work_order_id is None:
            raise Invalid.field("/query/work_order_id", "missing", Words("要给出工单", "The order is needed"))
        return _visits(unit, orders.one(unit, query.work_order_id), query)
    if query.case_id is None:
        raise Invalid.field("/query/case_id", "missing", Words("要给出受理单", "The case is needed"))
    return _at_the_station(unit, cases.one(unit, query.case_id), query)


def _visits(unit: Unit, order: Row, query: schemas.SlotQuery) -> dict[str, Any]:
    station, since, until, zone = _frame(unit, order.station_id, query)
    length = timedelta(minutes=query.duration_minutes or order.duration_seconds // 60)
    job = candidates.job(unit, order.id)
    people = candidates.engineers(unit, station, since, job["skill_id"])
    ids = [person["id"] for person in people]
    turns = coverage.turns(unit, station, ids, since, until)
    taken: dict[str, list[dict[str, Any]]] = {id: [] for id in ids}
    for row in bookings.busy(unit, ids, since, until):
        if row["work_order_id"] != order.id:
            taken[row["employee_id"]].append(row)
    served = candidates.served(unit, order.customer_id)
    waits = reservations.awaited(unit, order.id)
    breaks = _breaks(unit, station, since, until)
    midnight = since.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
    stops = candidates.stops(unit, ids, midnight, until, order.id)
    ways = _Ways(unit, station, job, zone)
    found: list[dict[str, Any]] = []
    left_out: list[dict[str, Any]] = []
    for person in people:
        who = {"id": person["id"], "name": person["name"]}
        if job["skill_id"] and person["level"] is None:
            words = Words("没有“{skill}”技能", "No skill in {skill}").format(
                skill=Words(job["skill_name"], job["skill_name_en"])
            )
            left_out.append({"employee": who, "reason": unit.say(words)})
            continue
        working = [turn[:2] for turn in turns[person["id"]] if turn.kind is None or turn.kind in OUT]
        if not working:
            left_out.append({"employee": who, "reason": unit.say(Words("这几天不当班", "Off duty on these days"))})
            continue
        # the way there may lie before the turn begins (one drives from home), never in what is taken
        blocked = [(row["blocked_from"], row["blocked_to"]) for row in taken[person["id"]]]
        whole = length > timedelta(hours=4)
        gaps = free.without(working, blocked if whole else [*blocked, *breaks])
        offered = _of_person(gaps, length, since, zone, blocked, ways, stops.get(person["id"], []))
        if not offered:
            left_out.append({"employee": who, "reason": unit.say(Words("这几天排满了", "Fully booked on these days"))})
        load = sum(1 for row in taken[person["id"]] if row["work_order_id"])
        for at, way in offered:
            found.append(
                {
                    "starts_at": at, "ends_at": at + length, "employee": who, "travel_seconds": way.seconds,
                    "distance_km": way.distance,
                    "reasons": [
                        {"ok": ok, "text": unit.say(words)}
                        for ok, words in _reasons(job, person, served, waits, way, load)
                    ],
                }
            )  # fmt: skip
    found.sort(key=lambda slot: (slot["starts_at"], -served.get(slot["employee"]["id"], 0), slot["employee"]["name"]))
    note = None
    if waits:
        note = unit.say(Words("备件 {part} 还没到", "{part} has not come yet").format(part=waits[0]["name"]))
    return {"items": found[: query.limit], "left_out": left_out, "note": note}


class _Way(NamedTuple):
    """How far it is from where he comes from: his job before it on that day, or the station."""

    distance: float | None
    seconds: int
    from_job: bool


class _Ways:
    """The ways to one place, each reckoned once."""

    def __init__(self, unit: Unit, station_id: str, job: dict[str, Any], zone: ZoneInfo) -> None:
        self.unit, self.station_id, self.zone = unit, station_id, zone
        self.site: Place = (job["latitude"], job["longitude"])
        self.home: Place = (job["station_latitude"], job["station_longitude"])
        self.known: dict[tuple[Place, bool], _Way] = {}

    def of(self, place: Place, *, from_job: bool) -> _Way:
        """The way between this place and the visit's."""
        if (place, from_job) not in self.known:
            distance = kilometres(place, self.site)
            self.known[place, from_job] = _Way(distance, travel.seconds(self.unit, self.station_id, distance), from_job)
        return self.known[place, from_job]

    def to(self, at: datetime, stops: list[dict[str, Any]]) -> _Way:
        """The way there for a visit at this time."""
        day = at.astimezone(self.zone).date()
        before = [
            stop for stop in stops if stop["ends_at"] <= at and stop["starts_at"].astimezone(self.zone).date() == day
        ]
        return self.of(_place(before[-1]), from_job=True) if before else self.of(self.home, from_job=False)

    def on(self, end: datetime, stops: list[dict[str, Any]]) -> bool:
        """Whether the next job of that day is reached from here in time."""
        day = end.astimezone(self.zone).date()
        after = next((stop for stop in stops if stop["starts_at"] >= end), None)
        if after is None or after["starts_at"].astimezone(self.zone).date() != day:
            return True
        return end + timedelta(seconds=self.of(_place(after), from_job=True).seconds) <= after["starts_at"]


def _place(stop: dict[str, Any]) -> Place:
    return stop["latitude"], stop["longitude"]


def _of_person(
    gaps: list[free.Span], length: timedelta, since: datetime, zone: ZoneInfo, blocked: list[free.Span], ways: _Ways,
    stops: list[dict[str, Any]],
) -> list[tuple[datetime, _Way]]:  # fmt: skip
    """A few times a day at which he could be there, each with the way he then has."""
    found: dict[Any, list[tuple[datetime, _Way]]] = {}
    for gap in gaps:
        for at in free.starts(gap, length, timedelta(), since):
            day = found.setdefault(at.astimezone(zone).date(), [])
            if len(day) >= PER_DAY or (day and at - day[-1][0] < timedelta(hours=2)):
                continue
            way = ways.to(at, stops)
            leaves = at - timedelta(seconds=way.seconds)
            if leaves < since or any(start < at and leaves < end for start, end in blocked):
                continue
            if ways.on(at + length, stops):
                day.append((at, way))
    return [one for day in found.values() for one in day]


def _reasons(
    job: dict[str, Any], person: dict[str, Any], served: dict[str, int], waits: list[dict[str, Any]], way: _Way,
    load: int,
) -> list[tuple[bool, Words]]:  # fmt: skip
    told = [(True, Words("当班，有空，含路程", "On duty and free, travel included"))]
    if job["skill_id"]:
        skill = Words(job["skill_name"], job["skill_name_en"])
        told.append((True, Words("有“{skill}”技能", "Skilled in {skill}").format(skill=skill)))
    minutes, distance = way.seconds // 60, way.distance
    if distance is None:
        told.append((True, Words(f"路程按 {minutes} 分钟估计", f"The way is taken as {minutes} min")))
    elif way.from_job:
        told.append(
            (
                True,
                Words(
                    f"距上一处 {distance} 公里，约 {minutes} 分钟", f"{distance} km from the job before, {minutes} min"
                ),
            )
        )
    else:
        told.append(
            (True, Words(f"距站 {distance} 公里，约 {minutes} 分钟", f"{distance} km from the station, {minutes} min"))
        )
    if visits := served.get(person["id"]):
        told.append((True, Words(f"来过这位客户 {visits} 次", f"Visits to this customer before: {visits}")))
    if load:
        told.append((True, Words(f"这几天已派 {load} 单", f"{load} jobs on these days")))
    if waits:
        told.append((False, Words("备件还没到齐", "Parts are still awaited")))
    return told


def _at_the_station(unit: Unit, case: Row, query: schemas.SlotQuery) -> dict[str, Any]:
    station, since, until, zone = _frame(unit, case.station_id, query)
    length = timedelta(minutes=query.duration_minutes or 30)
    calendar = work_calendar(unit, stations.calendar_id(unit, station))
    opened = [(span.start, span.end) for span in calendar.explain(since, until) if span.counts]
    taken = appointments.taken(unit, station, query.kind, since, until)
    room = limits.get(unit, "appointment.at_once", station)
    found: list[dict[str, Any]] = []
    per_day: dict[Any, int] = {}
    for gap in free.merged(opened):
        for at in free.starts(gap, length, timedelta(), since):
            others = sum(1 for row in taken if row["starts_at"] < at + length and row["ends_at"] > at)
            day = at.astimezone(zone).date()
            if others >= room or per_day.get(day, 0) >= PER_DAY * 2:
                continue
            per_day[day] = per_day.get(day, 0) + 1
            told = [Words("站点营业", "The station is open")]
            told.append(
                Words(f"同时段已约 {others} 个", f"{others} others at that time") if others
                else Words("这个时段还没有预约", "Nobody else at that time")
            )  # fmt: skip
            found.append(
                {
                    "starts_at": at, "ends_at": at + length, "employee": None, "travel_seconds": 0, "distance_km": None,
                    "reasons": [{"ok": True, "text": unit.say(words)} for words in told],
                }
            )  # fmt: skip
    return {"items": found[: query.limit], "left_out": [], "note": None}


def _frame(unit: Unit, station_id: str, query: schemas.SlotQuery) -> tuple[str, datetime, datetime, ZoneInfo]:
    """The station and the span: from now or the asked time, over so many local days."""
    reach = unit.actor.reach(P.APPOINTMENTS_CREATE)
    if not reach.everywhere and station_id not in reach.stations:
        raise Forbidden(permission=str(P.APPOINTMENTS_CREATE))
    zone = ZoneInfo(stations.zone_of(unit, station_id))
    since = max(query.from_ or unit.now, unit.now)
    last = since.astimezone(zone).date() + timedelta(days=query.days)
    return station_id, since, clock.midnight(last, zone), zone


def _breaks(unit: Unit, station_id: str, since: datetime, until: datetime) -> list[free.Span]:
    """Lunch: nobody is promised over it (D7)."""
    calendar = work_calendar(unit, stations.calendar_id(unit, station_id))
    return [(span.start, span.end) for span in calendar.explain(since, until) if span.reason is Reason.BREAK]
