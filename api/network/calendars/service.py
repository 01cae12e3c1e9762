"""Verbs on working calendars (D7). Open clocks that count by a changed calendar fall due by the new one."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import delete

from api.access.policy import P
from api.events import log
from api.kit.problems import Forbidden, Invalid, NotFound
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.calendars import facts, queries, schemas
from api.network.calendars.counting import forget, missing_year_warning, work_calendar, zone_of
from api.network.calendars.holidays import (
    PUBLIC_DAYS,
    PUBLISHED_YEARS,
    SEED_MAKE_UP_HOURS,
    SEED_TIME_ZONE,
    SEED_WEEKLY_HOURS,
)
from api.network.calendars.model import Calendar, CalendarDay
from api.network.clocks import replay as clocks

NOTICE_MONTH = 11
"""The State Council tells next year's days in November: from then on a calendar without them warns."""


def seed(unit: Unit, name: str = "D7", *, id: str | None = None) -> Row:
    """The calendar of D7 with China's public days of the published years, for a new network."""
    weekly = {day: [list(span) for span in SEED_WEEKLY_HOURS.get(day, ())] for day in schemas.WEEKDAYS}
    row = unit.insert(
        Calendar, id=id, name=name, time_zone=SEED_TIME_ZONE, weekly=weekly, years=sorted(PUBLISHED_YEARS)
    )
    for day in PUBLIC_DAYS:
        spans = [list(span) for span in SEED_MAKE_UP_HOURS] if day.kind == "workday" else []
        unit.insert(
            CalendarDay,
            calendar_id=row.id,
            day=day.on,
            kind=day.kind,
            name=day.name.zh,
            name_en=day.name.en,
            spans=spans,
        )
    return log.append(unit, row, facts.CalendarMade(name=name))


def make(unit: Unit, command: schemas.CalendarCreate) -> dict[str, Any]:
    """A new calendar."""
    row = unit.insert(Calendar, **command.model_dump())
    log.append(unit, row, facts.CalendarMade(name=row.name))
    return read(unit, row.id)


def change(unit: Unit, id: str, command: schemas.CalendarChange) -> dict[str, Any]:
    """Change name, weekly hours or the years that have a holiday table.

    :raises Forbidden: other people's stations work by it too.
    """
    row = _mine(unit, id)
    sent = {name: getattr(command, name) for name in command.model_fields_set}
    if "years" in sent:
        sent["years"] = sorted(set(sent["years"]))
    changes = {name: value for name, value in sent.items() if getattr(row, name) != value}
    if changes:
        moved = clocks.after_calendar(unit, id) if changes.keys() - {"name"} else 0
        log.append(unit, row, facts.CalendarChanged(fields=sorted(changes), clocks=moved), **changes)
        forget(unit, id)
    return read(unit, id)


def set_day(unit: Unit, id: str, day: date, command: schemas.DaySet) -> dict[str, Any]:
    """A day has hours of its own, or none.

    :raises Forbidden: other people's stations work by the calendar too.
    :raises Invalid: a workday without hours, or a holiday with some.
    """
    row = _mine(unit, id)
    if bool(command.spans) != (command.kind == "workday"):
        words = Words("调休上班要写工时，放假不写", "A workday has spans, a holiday has none")
        raise Invalid.field("/body/spans", "kind", words)
    _clear(unit, id, day)
    unit.insert(
        CalendarDay,
        calendar_id=id,
        day=day,
        kind=command.kind,
        name=command.name,
        name_en=command.name_en or command.name,
        spans=command.spans,
    )
    _tell_day(unit, row, day, command.kind)
    return read(unit, id)


def clear_day(unit: Unit, id: str, day: date) -> None:
    """The day follows the week again.

    :raises NotFound: it did already.
    :raises Forbidden: other people's stations work by the calendar too.
    """
    row = _mine(unit, id)
    if queries.day(unit, id, day) is None:
        raise NotFound
    _clear(unit, id, day)
    _tell_day(unit, row, day, None)


def read(unit: Unit, id: str) -> dict[str, Any]:
    """The whole calendar.

    :raises NotFound: none, or none that this caller may see.
    """
    row = queries.one(unit, id)
    days = [
        {"date": day["day"], "kind": day["kind"], "name": _named(unit, day), "spans": day["spans"]}
        for day in queries.days(unit, id)
    ]
    return shown(unit, vars(row)) | {"days": days}


def shown(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """A calendar's row with its warning."""
    names = schemas.CalendarRow.model_fields.keys() - {"missing_years_warning"}
    warning = missing_year_warning(_missing(unit, row))
    return {name: row[name] for name in names} | {"missing_years_warning": warning and unit.say(warning)}


def _missing(unit: Unit, row: dict[str, Any]) -> list[int]:
    here = zone_of(work_calendar(unit, row["id"]), unit.now)
    coming = [here.year] + ([here.year + 1] if here.month >= NOTICE_MONTH else [])
    return [year for year in coming if year not in row["years"]]


def _named(unit: Unit, day: dict[str, Any]) -> str:
    return unit.say(Words(day["name"], day["name_en"]))


def _mine(unit: Unit, id: str) -> Row:
    """The calendar, if every station that works by it is the caller's."""
    row = queries.one(unit, id, lock=True)
    reach = unit.actor.reach(P.CALENDARS_EDIT)
    if not reach.everywhere and not queries.stations_of(unit, id) <= reach.stations:
        words = Words("别的站也按这份日历工作，请总部修改", "Other stations work by this calendar: ask headquarters")
        raise Forbidden(words, permission=str(P.CALENDARS_EDIT))
    return row


def _clear(unit: Unit, id: str, day: date) -> None:
    table = CalendarDay.__table__  # type: ignore[attr-defined]
    unit.conn.execute(delete(table).where(table.c.calendar_id == id, table.c.day == day))


def _tell_day(unit: Unit, row: Row, day: date, kind: str | None) -> None:
    moved = clocks.after_calendar(unit, row.id)
    log.append(unit, row, facts.CalendarDaySet(day=day, kind=kind, clocks=moved))
    forget(unit, row.id)
