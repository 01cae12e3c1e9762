"""By when a customer must hear (D12): urgent within 2 working hours, else the same working day, never beyond 24 hours."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from api.kit.unit import Unit
from api.kit.words import Words
from api.network.calendars.counting import work_calendar
from api.network.settings import limits
from api.network.stations import queries as stations


def latest(unit: Unit, station_id: str, urgency: str, at: datetime) -> tuple[datetime, Words]:
    """The latest time that may be promised at `at`, and by which of the three it is."""
    calendar_id = stations.calendar_id(unit, station_id)
    if urgency == "urgent":
        length = limits.get(unit, "reply.urgent_seconds", station_id)
        by_rule = work_calendar(unit, calendar_id, staffed=True).due(at, length)
        why = Words("加急：{n} 分钟工作时间内（D12）", "Urgent: within {n} minutes of staffed time (D12)").format(
            n=length // 60
        )
    else:
        days = limits.get(unit, "reply.working_days", station_id)
        by_rule = work_calendar(unit, calendar_id, staffed=False).add_working_days(at, days)
        why = Words("当个工作日内（D12）", "The same working day (D12)")
        if days:
            why = Words("{n} 个工作日内（D12）", "Within {n} working days (D12)").format(n=days)
    longest = limits.get(unit, "reply.longest_seconds", station_id)
    if by_rule <= at + timedelta(seconds=longest):
        return by_rule, why
    hours = longest // 3600
    return at + timedelta(seconds=longest), Words("最迟 {n} 小时（D12）", "At the latest after {n} hours (D12)").format(
        n=hours
    )


def spoken(unit: Unit, station_id: str, moment: datetime) -> str:
    """A time as it is said at the station."""
    return f"{moment.astimezone(ZoneInfo(stations.zone_of(unit, station_id))):%Y-%m-%d %H:%M}"
