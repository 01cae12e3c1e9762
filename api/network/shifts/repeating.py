"""Many shifts in one act: a week repeated, a turn for several people on several days, and either taken back.

What cannot be planned is left out and named, so that one person's leave does not cost the whole week.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from api.kit import clock
from api.kit.problems import Clash, NotFound, TransitionRefused
from api.kit.unit import Unit
from api.kit.words import Words, speak
from api.network.employees import queries as employees
from api.network.shifts import queries, schemas, service
from api.network.stations import queries as stations

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
Span = tuple[datetime, datetime]


def copy_week(unit: Unit, command: schemas.CopyWeek) -> dict[str, Any]:
    """Repeat a week's roster. What cannot be repeated (somebody left, is on leave, or stands in the roster already) is
    left out and named, so that asking twice does no harm.

    :raises Forbidden: the station is not the caller's to plan.
    """
    service.plans(unit, command.station_id)
    zone = ZoneInfo(stations.zone_of(unit, command.station_id))
    target = _monday(command.week)
    source = _monday(command.from_week) if command.from_week else target - _WEEK
    rows = queries.week(unit, command.station_id, clock.midnight(source, zone), clock.midnight(source + _WEEK, zone))
    told = _Told(unit)
    for row in rows:
        span = (_moved(row["starts_at"], target - source, zone), _moved(row["ends_at"], target - source, zone))
        told.of(row["employee_id"], row["employee_name"], span, _one(
            unit, row["employee_id"], row["active"], command.station_id, span, row["kind"], row["note"], row["id"]
        ))  # fmt: skip
    return {"week": target.isoformat(), **told.answer}


def plan_days(unit: Unit, command: schemas.PlanDays) -> dict[str, Any]:
    """The same turn for these people on these days.

    :raises Forbidden: the station is not the caller's to plan.
    """
    service.plans(unit, command.station_id)
    zone = ZoneInfo(stations.zone_of(unit, command.station_id))
    begins, ends = time.fromisoformat(command.from_), time.fromisoformat(command.to)
    known = (id for id in set(command.employee_ids) if employees.nameable(unit, id, command.station_id))
    names = queries.names(unit, list(known))
    told = _Told(unit)
    for day in sorted(set(command.days)):
        span = (clock.wall(day, begins, zone), clock.wall(day if ends > begins else day + _DAY, ends, zone))
        for id in sorted(names, key=lambda id: names[id]["name"]):
            told.of(id, names[id]["name"], span, _one(
                unit, id, names[id]["active"], command.station_id, span, command.kind, command.note, None
            ))  # fmt: skip
    return told.answer


def take_back(unit: Unit, command: schemas.TakeBack) -> dict[str, Any]:
    """Take these shifts out again; who has checked in, or has a job in his, keeps it and is named."""
    removed, skipped = 0, []
    for id in sorted(set(command.ids)):
        try:
            row = queries.one(unit, id, lock=True)
        except NotFound:
            continue
        if row.status == "removed":
            continue
        try:
            service.take_out(unit, row, command.reason)
            removed += 1
        except (Clash, TransitionRefused) as refused:
            who = queries.names(unit, [row.employee_id])[row.employee_id]
            span = {"starts_at": row.starts_at, "ends_at": row.ends_at}
            skipped.append(
                {
                    "employee": {"id": row.employee_id, "name": who["name"]},
                    **span,
                    "reason": speak(refused.detail, unit.locale),
                }
            )
    return {"removed": removed, "skipped": skipped}


class _Told:
    """What was made and what was not."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.answer: dict[str, Any] = {"made": 0, "ids": [], "skipped": []}

    def of(self, id: str, name: str, span: Span, became: str | Words) -> None:
        """One shift: its id, or why there is none."""
        if isinstance(became, str):
            self.answer["made"] += 1
            self.answer["ids"].append(became)
            return
        known = {"employee": {"id": id, "name": name}, "starts_at": span[0], "ends_at": span[1]}
        self.answer["skipped"].append(known | {"reason": self.unit.say(became)})


def _one(
    unit: Unit, employee_id: str, active: bool, station_id: str, span: Span, kind: str, note: str | None,
    copied_from_id: str | None,
) -> str | Words:  # fmt: skip
    if not active:
        return Words("已离职", "Has left")
    person = queries.person(unit, employee_id)
    if person is None or not queries.works_at(unit, employee_id, station_id, clock.day_of(span[0])):
        return Words("不在本站任职", "Does not work here then")
    if queries.leave(unit, [employee_id], *span):
        return Words("请假", "On leave")
    if queries.clash(unit, employee_id, *span, but=()):
        return Words("已经排了班", "Has a shift already")
    return str(service.insert(unit, None, person, station_id, span, kind, note, copied_from_id=copied_from_id).id)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _moved(moment: datetime, by: timedelta, zone: ZoneInfo) -> datetime:
    """The same time on the wall, so many days later."""
    return (moment.astimezone(zone) + by).astimezone(ZoneInfo("UTC"))
