"""What happens to the addresses of calendars; never the address."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class CalendarFeedMade(Fact):
    """A new address; one made before no longer opens anything."""

    type = "calendar_feed.made"
    sentence = Words("生成了日历订阅地址", "Made an address for the calendar")


@dataclass(frozen=True, slots=True)
class CalendarFeedRevoked(Fact):
    type = "calendar_feed.revoked"
    sentence = Words("停用了日历订阅地址", "Revoked the calendar's address")
