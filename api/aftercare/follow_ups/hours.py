"""The hours in which follow-up calls are made, by the station's own clock (D14)."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo


def at(spans: list[list[str]], time_zone: str, moment: datetime) -> dict[str, Any]:
    """Whether calls are made at this moment and, if not, when they are again; ends are excluded."""
    zone = ZoneInfo(time_zone)
    local = moment.astimezone(zone)
    for days in (0, 1):
        day = local.date() + timedelta(days=days)
        for begin, end in spans:
            opens = datetime.combine(day, time.fromisoformat(begin), zone)
            closes = datetime.combine(day, time.fromisoformat(end), zone)
            if local < closes:
                open_now = opens <= local
                return {
                    "from": begin, "to": end, "spans": spans, "open_now": open_now,
                    "opens_at": None if open_now else opens.astimezone(UTC),
                }  # fmt: skip
    raise ValueError("no hours on any day")
