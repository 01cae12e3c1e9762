"""The only place that tells the time, so that tests can move it and no two parts disagree."""

import time
from datetime import UTC, date, datetime
from datetime import time as time_of_day
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")
"""The zone that the network works in, for what belongs to no station (D54); a station's own is its calendar's."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def now() -> datetime:
    """The present moment, aware, in UTC, with microseconds."""
    return datetime.now(UTC)


def day_of(moment: datetime) -> date:
    """The network's day at this moment: posts, agreements and price lists begin and end at its midnight."""
    return moment.astimezone(ZONE).date()


def wall(day: date, at: time_of_day, zone: ZoneInfo = ZONE) -> datetime:
    """The moment, in UTC, at which a clock on the wall of this zone shows this time of this day."""
    return datetime.combine(day, at, zone).astimezone(UTC)


def midnight(day: date, zone: ZoneInfo = ZONE) -> datetime:
    """The moment, in UTC, at which this day begins in this zone."""
    return wall(day, time_of_day(), zone)


def milliseconds() -> int:
    """Milliseconds since 1970, as ids carry them."""
    return time.time_ns() // 1_000_000


def monotonic() -> float:
    """Seconds from an arbitrary start that never jump; for measuring durations."""
    return time.monotonic()


def sleep(seconds: float) -> None:
    """Wait; only threads of the worker may."""
    time.sleep(seconds)
