"""Cases of working-time arithmetic with the results reasoned out, and one way to run any case against any module.

The module is an argument, so that the planted faults of `test_worktime_faults.py` run the very same cases.
"""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from types import ModuleType
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from api.network.calendars import holidays
from tests.shared_data import shared_data


class Case(NamedTuple):
    """One operation on the D7 calendar; times are local to Asia/Shanghai, amounts hours:minutes."""

    operation: str
    start: str
    argument: str
    expected: str
    why: str


# D7: a working day is 08:30-12:00 (3.5 h) and 13:00-17:30 (4.5 h), so 8 h; Monday to Saturday.
# 2025: holidays 1-1, 1-28..2-4, 4-4..6, 5-1..5, 5-31..6-2, 10-1..8; made up on Sun 1-26, Sat 2-8, Sun 4-27, Sun 9-28,
# Sat 10-11. 2026: 1-1..3, 2-15..23, 4-4..6, 5-1..5, 6-19..21, 9-25..27, 10-1..7; made up on Sun 1-4, Sat 2-14,
# Sat 2-28, Sat 5-9, Sun 9-20, Sat 10-10. 2027 has no table yet.
D7_CASES = [
    # ordinary days
    Case("due", "2025-03-03 08:30", "2:00", "2025-03-03 10:30", "inside the morning"),
    Case("due", "2025-03-03 11:30", "1:00", "2025-03-03 13:30", "30 minutes before lunch, 30 after it"),
    Case("due", "2025-03-03 11:00", "1:00", "2025-03-03 12:00", "runs out as lunch begins: the beginning itself"),
    Case("due", "2025-03-03 12:20", "0:30", "2025-03-03 13:30", "lunch does not count"),
    Case("due", "2025-03-03 13:00", "4:30", "2025-03-03 17:30", "the whole afternoon ends at closing itself"),
    Case("due", "2025-03-03 17:00", "2:00", "2025-03-04 10:00", "D9 contact: 30 minutes today, 1.5 h tomorrow"),
    Case("due", "2025-03-03 17:15", "0:30", "2025-03-04 08:45", "D9 pass on: 15 minutes today, 15 tomorrow"),
    Case("due", "2025-03-03 06:00", "8:00", "2025-03-03 17:30", "before opening: one whole working day"),
    Case("due", "2025-03-03 20:00", "8:00", "2025-03-04 17:30", "after closing: the whole next working day"),
    Case("due", "2025-03-08 17:00", "1:00", "2025-03-10 09:00", "Saturday is worked, Sunday is not"),
    Case("due", "2025-03-09 10:00", "0:30", "2025-03-10 09:00", "received on a Sunday"),
    Case("due", "2025-03-09 10:00", "0:00", "2025-03-09 10:00", "no time at all has passed at once"),
    Case("due", "2025-03-03 08:30", "48:00", "2025-03-08 17:30", "six working days make 48 h"),
    Case("due", "2025-03-03 08:31", "48:00", "2025-03-10 08:31", "a minute later it needs the next Monday"),
    # Spring Festival 2025
    Case("due", "2025-01-25 17:00", "1:00", "2025-01-26 09:00", "the Sunday before is a make-up workday"),
    Case("due", "2025-01-26 17:00", "1:00", "2025-01-27 09:00", "from the make-up Sunday to Monday"),
    Case("due", "2025-01-27 17:00", "1:00", "2025-02-05 09:00", "eight days of holiday between"),
    Case("due", "2025-01-30 09:00", "0:30", "2025-02-05 09:00", "received on a holiday that is a Thursday"),
    Case("due", "2025-01-27 08:30", "16:00", "2025-02-05 17:30", "the last day before and the first after"),
    Case("due", "2025-02-07 17:00", "1:00", "2025-02-08 09:00", "a make-up Saturday is a Saturday of D7"),
    Case("due", "2025-02-08 17:00", "1:00", "2025-02-10 09:00", "its Sunday is free"),
    # Labour Day, Dragon Boat, Tomb-sweeping 2025
    Case("due", "2025-04-03 17:00", "1:00", "2025-04-07 09:00", "Friday to Sunday free"),
    Case("due", "2025-04-26 17:00", "1:00", "2025-04-27 09:00", "make-up Sunday before Labour Day"),
    Case("due", "2025-04-30 17:00", "1:00", "2025-05-06 09:00", "1 to 5 May free"),
    Case("due", "2025-05-30 17:00", "1:00", "2025-06-03 09:00", "a holiday Saturday is not worked, nor is Monday"),
    # National Day 2025
    Case("due", "2025-09-27 17:00", "1:00", "2025-09-28 09:00", "make-up Sunday"),
    Case("due", "2025-09-30 17:00", "1:00", "2025-10-09 09:00", "1 to 8 October free"),
    Case("due", "2025-10-09 08:30", "24:00", "2025-10-11 17:30", "Thursday, Friday, make-up Saturday"),
    Case("due", "2025-10-11 17:00", "1:00", "2025-10-13 09:00", "Sunday 12 is free"),
    # 2026
    Case("due", "2025-12-31 17:00", "1:00", "2026-01-04 09:00", "over New Year to the make-up Sunday"),
    Case("due", "2026-01-03 10:00", "0:30", "2026-01-04 09:00", "free Saturday, make-up Sunday"),
    Case("due", "2026-02-14 17:00", "1:00", "2026-02-24 09:00", "nine days of Spring Festival"),
    Case("due", "2026-02-27 17:00", "1:00", "2026-02-28 09:00", "make-up Saturday"),
    Case("due", "2026-09-19 17:00", "1:00", "2026-09-20 09:00", "make-up Sunday for National Day"),
    Case("due", "2026-09-24 17:00", "1:00", "2026-09-28 09:00", "Mid-autumn, Friday to Sunday"),
    Case("due", "2026-09-30 17:00", "1:00", "2026-10-08 09:00", "1 to 7 October free"),
    Case("due", "2026-10-09 17:00", "1:00", "2026-10-10 09:00", "make-up Saturday"),
    # 2027: no table, weekly hours
    Case("due", "2026-12-31 17:00", "1:00", "2027-01-01 09:00", "New Year 2027 is unknown: a Friday"),
    Case("due", "2027-02-05 17:00", "1:00", "2027-02-06 09:00", "Spring Festival 2027 is unknown: a Saturday"),
    # backwards
    Case("back", "2025-02-05 09:00", "1:00", "2025-01-27 17:00", "over Spring Festival"),
    Case("back", "2025-03-03 13:30", "1:00", "2025-03-03 11:30", "over lunch"),
    Case("back", "2025-03-10 08:30", "0:30", "2025-03-08 17:00", "over Sunday"),
    Case("back", "2025-03-03 12:00", "3:30", "2025-03-03 08:30", "runs out at opening: the opening itself"),
    Case("back", "2025-01-27 08:30", "8:00", "2025-01-26 08:30", "the make-up Sunday is a whole day"),
    Case("back", "2026-02-24 08:45", "0:30", "2026-02-14 17:15", "15 minutes, nine free days, 15 minutes"),
    Case("back", "2025-03-09 10:00", "0:00", "2025-03-09 10:00", "no time at all"),
    # elapsed
    Case("elapsed", "2025-03-03 00:00", "2025-03-10 00:00", "48:00", "six days of 8 h"),
    Case("elapsed", "2025-03-03 12:00", "2025-03-03 13:00", "0:00", "lunch"),
    Case("elapsed", "2025-10-01 00:00", "2025-10-09 00:00", "0:00", "National Day"),
    Case("elapsed", "2025-01-20 00:00", "2025-02-10 00:00", "96:00", "20-25, 26, 27 January, 5-8 February: 12 days"),
    Case("elapsed", "2025-10-01 00:00", "2025-11-01 00:00", "160:00", "9-11, 13-18, 20-25, 27-31: 20 days"),
    Case("elapsed", "2026-02-01 00:00", "2026-03-01 00:00", "136:00", "2-7, 9-14, 24-28: 17 days"),
    Case("elapsed", "2026-09-01 00:00", "2026-10-01 00:00", "200:00", "1-5, 7-12, 14-19, 20, 21-24, 28-30: 25 days"),
    Case("elapsed", "2025-01-01 00:00", "2026-01-01 00:00", "2344:00", "365-52 Sundays-23 holidays+3 Sundays=293 days"),
    Case("elapsed", "2026-01-01 00:00", "2027-01-01 00:00", "2312:00", "365-52 Sundays-26 holidays+2 Sundays=289 days"),
    Case("elapsed", "2027-01-01 00:00", "2028-01-01 00:00", "2504:00", "no table: 365-52 Sundays=313 days"),
    Case("elapsed", "2025-03-04 10:00", "2025-03-03 17:00", "-2:00", "two working hours overdue"),
    # D13: the end of the same working day
    Case("working_day_end", "2025-03-03 10:00", "", "2025-03-03 17:30", "in the morning"),
    Case("working_day_end", "2025-03-03 12:30", "", "2025-03-03 17:30", "at lunch"),
    Case("working_day_end", "2025-03-03 17:30", "", "2025-03-03 17:30", "at closing: the closing itself"),
    Case("working_day_end", "2025-03-03 18:00", "", "2025-03-04 17:30", "after closing: the next working day's"),
    Case("working_day_end", "2025-03-09 11:00", "", "2025-03-10 17:30", "on a Sunday"),
    Case("working_day_end", "2025-09-28 11:00", "", "2025-09-28 17:30", "on a make-up Sunday"),
    Case("working_day_end", "2025-01-28 10:00", "", "2025-02-05 17:30", "on a holiday"),
    # D9: within 2 working days inside the service area, 3 outside; D32: one working day ahead
    Case("add_working_days", "2025-03-03 10:00", "2", "2025-03-05 17:30", "Tuesday, Wednesday"),
    Case("add_working_days", "2025-03-03 19:00", "1", "2025-03-04 17:30", "the day itself never counts"),
    Case("add_working_days", "2025-03-07 10:00", "2", "2025-03-10 17:30", "Saturday, Monday"),
    Case("add_working_days", "2025-03-09 10:00", "1", "2025-03-10 17:30", "from a Sunday"),
    Case("add_working_days", "2025-03-09 10:00", "0", "2025-03-10 17:30", "a Sunday has no end of the working day"),
    Case("add_working_days", "2025-03-03 10:00", "0", "2025-03-03 17:30", "the same working day"),
    Case("add_working_days", "2025-01-25 10:00", "2", "2025-01-27 17:30", "make-up Sunday, Monday"),
    Case("add_working_days", "2025-01-27 10:00", "3", "2025-02-07 17:30", "5, 6 and 7 February"),
    Case("add_working_days", "2025-09-30 10:00", "2", "2025-10-10 17:30", "9 and 10 October"),
    Case("add_working_days", "2026-02-13 10:00", "2", "2026-02-24 17:30", "make-up Saturday 14, Tuesday 24"),
    Case("add_working_days", "2025-10-09 10:00", "-1", "2025-09-30 17:30", "the working day before National Day"),
    Case("add_working_days", "2025-03-10 10:00", "-2", "2025-03-07 17:30", "Saturday, Friday"),
    # openings
    Case("next_opening", "2025-03-03 12:10", "", "2025-03-03 13:00", "at lunch"),
    Case("next_opening", "2025-03-03 12:00", "", "2025-03-03 13:00", "at closing it is closed"),
    Case("next_opening", "2025-03-03 09:17", "", "2025-03-03 09:17", "open already"),
    Case("next_opening", "2026-10-01 09:00", "", "2026-10-08 08:30", "National Day"),
    Case("next_opening", "2026-09-20 07:00", "", "2026-09-20 08:30", "make-up Sunday"),
]


def d7(module: ModuleType) -> Any:
    """The seed calendar, built with the classes of `module`."""
    name = module.DayName
    return module.WorkCalendar.of(
        holidays.SEED_TIME_ZONE,
        holidays.SEED_WEEKLY_HOURS,
        holidays={day.on: name(*day.name) for day in holidays.PUBLIC_DAYS if day.kind == "holiday"},
        special_days={
            day.on: module.SpecialDay(module.hours(holidays.SEED_MAKE_UP_HOURS), name(*day.name), make_up=True)
            for day in holidays.PUBLIC_DAYS
            if day.kind == "workday"
        },
        years=holidays.PUBLISHED_YEARS,
    )


def amount(text: str) -> timedelta:
    """Read "hours:minutes"."""
    whole, minutes = text.removeprefix("-").split(":")
    length = timedelta(hours=int(whole), minutes=int(minutes))
    return -length if text.startswith("-") else length


def local(calendar: Any, text: str) -> datetime:
    """A time without an offset is local to the calendar."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(calendar.tz))


def run_d7(calendar: Any, case: Case) -> tuple[Any, Any]:
    """The result of a case and the expected one."""
    start = local(calendar, case.start)
    match case.operation:
        case "due" | "back":
            result = getattr(calendar, case.operation)(start, amount(case.argument))
        case "elapsed":
            return calendar.elapsed(start, local(calendar, case.argument)), amount(case.expected)
        case "add_working_days":
            result = calendar.add_working_days(start, int(case.argument))
        case _:
            result = getattr(calendar, case.operation)(start)
    return result, local(calendar, case.expected)


def _load() -> tuple[dict[str, Any], list[dict[str, Any]]]:
    path = shared_data("business-time", "cases.json")
    if path is None:
        return {}, []
    document = json.loads(path.read_text(encoding="utf-8"))
    return document["calendars"], document["cases"]


OTHERS_CALENDARS, OTHERS_CASES = _load()


def others_calendar(module: ModuleType, name: str) -> Any:
    """A calendar of the shared cases."""
    data = OTHERS_CALENDARS[name]
    return module.WorkCalendar.of(
        data["tz"],
        data["weekly"],
        holidays=[date.fromisoformat(day) for day in data.get("holidays", ())],
        yearly_holidays=data.get("yearly_holidays", ()),
        special_days={date.fromisoformat(day): spans for day, spans in data.get("special_days", {}).items()},
    )


def run_others(module: ModuleType, case: dict[str, Any]) -> tuple[Any, list[Any]]:
    """The result of a shared case and the accepted ones."""
    calendar = others_calendar(module, case["calendar"])
    start = local(calendar, case["start"])
    pauses = [module.Pause(local(calendar, since), local(calendar, until)) for since, until in case.get("pauses", ())]
    if case["op"] == "elapsed":
        result = calendar.elapsed(start, local(calendar, case["end"]), pauses)
        return result, [timedelta(minutes=case["expect_minutes"])]
    minutes = timedelta(minutes=case["minutes"])
    result = calendar.due(start, minutes, pauses) if case["op"] == "due" else calendar.back(start, minutes)
    return result, [local(calendar, text) for text in (case["expect"], *case.get("also_accept", ()))]


def works(calendar: Any, moment: datetime) -> bool:
    """Whether the moment is working time: the opening is, the closing is not."""
    return calendar.elapsed(moment, moment + timedelta(microseconds=1)) > timedelta()
