"""Whether somebody works at a time: the one roster for hotline, dispatch, slots and clocks.

A station that has planned nobody on a day works by its calendar (D7): small stations need no roster. Where it has one,
who does not stand in it is off. Leave is not asked here: it is a booking, and the database refuses to double it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from api.kit import clock
from api.kit.unit import Unit
from api.kit.words import Words
from api.network.calendars.counting import work_calendar
from api.network.shifts import queries
from api.network.shifts.words import KINDS, OUT
from api.network.stations import queries as stations

_DAY = timedelta(days=1)


class Turn(NamedTuple):
    """A span in which somebody works; `kind` is None where the calendar says so and no roster."""

    starts_at: datetime
    ends_at: datetime
    kind: str | None


def turns(
    unit: Unit, station_id: str, employees: Collection[str], start: datetime, end: datetime
) -> dict[str, list[Turn]]:
    """By employee, in order, all that he works at this station in the span, whatever the kind; one statement, and the
    calendar from memory. The calendar's day is one turn with lunch in it, as the station is staffed then (D7)."""
    zone = ZoneInfo(stations.zone_of(unit, station_id))
    first, last = start.astimezone(zone).date(), end.astimezone(zone).date()
    since, until = clock.midnight(first, zone), clock.midnight(last + _DAY, zone)
    rows = queries.of_station(unit, station_id, employees, since, until)
    rostered = {row["starts_at"].astimezone(zone).date() for row in rows}
    calendar = work_calendar(unit, stations.calendar_id(unit, station_id), staffed=True)
    plain = [
        Turn(span.start, span.end, None)
        for span in calendar.explain(since, until)
        if span.counts and span.start.astimezone(zone).date() not in rostered
    ]
    found: dict[str, list[Turn]] = {id: [*plain] for id in employees}
    for row in rows:
        if row["employee_id"] in found and row["ends_at"] > start:
            found[row["employee_id"]].append(Turn(row["starts_at"], row["ends_at"], row["kind"]))
    return {id: sorted(turn for turn in found[id] if turn.starts_at < end and turn.ends_at > start) for id in found}


def off_duty(
    unit: Unit, station_id: str, employees: Collection[str], start: datetime, end: datetime
) -> dict[str, Words]:
    """Who of these does not work in the whole span by the roster, and why; nobody on a day for which the station has
    planned nobody. Before a booking it is asked under the lock of his line in the book of time
    (`bookings.queries.holder`), so that the roster does not move meanwhile."""
    zone = ZoneInfo(stations.zone_of(unit, station_id))
    day = start.astimezone(zone).date()
    since, until = clock.midnight(day, zone), clock.midnight(day + _DAY, zone)
    rows = queries.of_station(unit, station_id, employees, since, max(until, end))
    if not any(since <= row["starts_at"] < until for row in rows):
        return {}
    found: dict[str, list[Turn]] = {id: [] for id in employees}
    for row in rows:
        if row["employee_id"] in found:
            found[row["employee_id"]].append(Turn(row["starts_at"], row["ends_at"], row["kind"]))
    judged = {id: why_not(sorted(own), start, end) for id, own in found.items()}
    return {id: why for id, why in judged.items() if why}


def why_not(found: list[Turn], start: datetime, end: datetime, kinds: Collection[str] = OUT) -> Words | None:
    """Why whoever works these turns cannot be given work of these kinds of shift in the whole span, or None. Turns that
    meet count as one."""
    reached, others = start, ""
    for turn in found:
        if turn.kind is not None and turn.kind not in kinds:
            if turn.starts_at < end and turn.ends_at > start:
                others = turn.kind
            continue
        if turn.starts_at <= reached < turn.ends_at:
            reached = turn.ends_at
    if reached >= end:
        return None
    if others:
        return Words("这段时间排的是{kind}班", "On a {kind} shift then").format(
            kind=Words(KINDS[others].zh, KINDS[others].en.lower())
        )
    return Words("这段时间不当班", "Off duty then")
