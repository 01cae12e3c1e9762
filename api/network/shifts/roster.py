"""The roster as one looks at it: people by days, with leave, bookings and what is left open; in a fixed number of SELECTs."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from api.access.policy import ROLE_LABELS, P, Role
from api.kit import clock
from api.kit.problems import Invalid, NotFound
from api.kit.unit import Unit
from api.kit.words import Words
from api.network.calendars.counting import work_calendar
from api.network.settings import limits
from api.network.shifts import gaps, queries, schemas, views
from api.network.shifts.words import KINDS
from api.network.stations import queries as stations

_DAY = timedelta(days=1)
_USUAL = (time(8, 30), time(17, 30))
"""Where the calendar is closed for the whole span: the hours of D7."""


def roster(unit: Unit, query: schemas.RosterQuery) -> dict[str, Any]:
    """A station's roster over so many local days; who may see only his own shifts sees himself.

    :raises Invalid: no station was asked for by somebody who has none.
    :raises NotFound: there is no such station.
    """
    reach = unit.actor.reach(P.SHIFTS_VIEW)
    home = query.station_id or queries.home_of(unit, unit.actor.employee_id)
    if home is None:
        raise Invalid.field("/query/station_id", "missing", Words("要给出站点", "The station is needed"))
    place = stations.active(unit, home)
    if place is None:
        raise NotFound
    whole = reach.everywhere or home in reach.stations
    if not whole and not reach.own:
        raise NotFound
    zone = ZoneInfo(stations.zone_of(unit, home))
    days = [query.from_ + n * _DAY for n in range(query.days)]
    since, until = clock.midnight(days[0], zone), clock.midnight(days[-1] + _DAY, zone)
    rows = queries.planned(unit, home, since, until)
    only = None if whole else unit.actor.employee_id
    people = _people(unit, queries.people(unit, home, days[0], days[-1], only, {row["employee_id"] for row in rows}))
    ids = [person["id"] for person in people]
    leave = queries.leave(unit, ids, since, until)
    opened = _opened(unit, place.calendar_id, days, zone)
    rostered = {row["starts_at"].astimezone(zone).date() for row in rows}
    plans = unit.actor.reach(P.SHIFTS_CREATE)
    margin = timedelta(seconds=limits.get(unit, "roster.duty_margin_seconds", home))
    hotline = any(str(Role.HOTLINE_ENGINEER) in person["posts"] for person in people)
    return {
        "station": {"id": home, "code": place.code, "name": place.name},
        "first": days[0],
        "days": [
            {
                "day": day, "name": unit.say(name) if name else None, "opens_at": spans[0][0] if spans else None,
                "closes_at": spans[-1][1] if spans else None, "rostered": day in rostered,
            }
            for day, (spans, name) in opened.items()
        ],
        "may_plan": plans.everywhere or home in plans.stations,
        "whole": whole,
        "people": [{name: person[name] for name in ("id", "name", "roles")} for person in people],
        "shifts": [views.row(unit, row) for row in rows],
        "away": [
            *({n: row[n] for n in ("employee_id", "starts_at", "ends_at")} | {"approved": True, "leave_request_id": None}
              for row in leave),
            *({n: row[n] for n in ("employee_id", "starts_at", "ends_at")} | {"approved": False, "leave_request_id": row["id"]}
              for row in queries.leave_asked(unit, ids, since, until)),
        ],
        "held": queries.held_between(unit, ids, since, until),
        "gaps": _gaps(unit, opened, rows, leave, (rostered, margin, hotline, zone)) if whole else [],
        "usual": _usual(unit, opened, margin, zone),
    }  # fmt: skip


def _people(unit: Unit, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each once, with all his posts; those who answer calls first, then in the order of the roles."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        person = found.setdefault(row["id"], {"id": row["id"], "name": row["name"], "roles": [], "posts": []})
        if row["role"]:
            person["posts"].append(row["role"])
            person["roles"].append(unit.say(ROLE_LABELS[Role(row["role"])]))
    order = {str(role): at for at, role in enumerate(Role)}
    return sorted(found.values(), key=lambda person: min((order[post] for post in person["posts"]), default=len(order)))


def _opened(
    unit: Unit, calendar_id: str, days: list[date], zone: ZoneInfo
) -> dict[date, tuple[list[tuple[datetime, datetime]], Words | None]]:
    """By day: when the station is staffed, lunch included (D7), and what the day is called."""
    calendar = work_calendar(unit, calendar_id, staffed=True)
    found: dict[date, tuple[list[tuple[datetime, datetime]], Words | None]] = {day: ([], None) for day in days}
    for span in calendar.explain(clock.midnight(days[0], zone), clock.midnight(days[-1] + _DAY, zone)):
        day = span.start.astimezone(zone).date()
        spans, name = found[day]
        if span.counts:
            spans.append((span.start, span.end))
        if span.name and (span.name.zh or span.name.en):
            name = Words(span.name.zh or span.name.en, span.name.en or span.name.zh)
        found[day] = (spans, name)
    return found


def _gaps(
    unit: Unit, opened: dict[date, Any], rows: list[dict[str, Any]], leave: list[dict[str, Any]], about: tuple[Any, ...]
) -> list[dict[str, Any]]:
    """Of the days that have a roster and are not over: a day without one goes by the calendar (D7)."""
    rostered, margin, hotline, zone = about
    away: dict[str, list[tuple[datetime, datetime]]] = {}
    for row in leave:
        away.setdefault(row["employee_id"], []).append((row["starts_at"], row["ends_at"]))
    turns = [
        turn
        for row in rows
        for turn in gaps.present(row["kind"], (row["starts_at"], row["ends_at"]), away.get(row["employee_id"], ()))
    ]
    return [
        {
            "day": day, "kind": gap.kind, "rule": gap.rule, "starts_at": gap.span[0], "ends_at": gap.span[1],
            "text": unit.say(gaps.SAYS[gap.kind, gap.whole].format(
                at="–".join(f"{moment.astimezone(zone):%H:%M}" for moment in gap.span)
            )),
        }
        for day, (spans, _) in opened.items()
        if day in rostered and clock.midnight(day + _DAY, zone) > unit.now
        for gap in gaps.of_day(spans, turns, margin, hotline)
    ]  # fmt: skip


def _usual(unit: Unit, opened: dict[date, Any], margin: timedelta, zone: ZoneInfo) -> list[dict[str, Any]]:
    """What is planned by one key: from opening to closing, on duty from before until after (R282)."""
    spans = next((spans for spans, _ in opened.values() if spans), None)
    opens, closes = (
        (spans[0][0].astimezone(zone), spans[-1][1].astimezone(zone)) if spans
        else (datetime.combine(next(iter(opened)), at, zone) for at in _USUAL)
    )  # fmt: skip
    wide = {"duty": (opens - margin, closes + margin)}
    return [
        {"kind": kind, "label": unit.say(label), "from": f"{span[0]:%H:%M}", "to": f"{span[1]:%H:%M}"}
        for kind, label in KINDS.items()
        for span in (wide.get(kind, (opens, closes)),)
    ]
