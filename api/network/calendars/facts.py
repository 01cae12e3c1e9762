"""What happens to calendars."""

from dataclasses import dataclass
from datetime import date

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class CalendarMade(Fact):
    """A working calendar (D7)."""

    type = "calendar.made"
    sentence = Words("建立了工作日历“{name}”", "Working calendar {name} was made")
    name: str


@dataclass(frozen=True, slots=True)
class CalendarChanged(Fact):
    """Weekly hours, name or the years with a holiday table changed; `clocks` open clocks are counted anew."""

    type = "calendar.changed"
    sentence = Words(
        "修改了工作日历，{clocks} 个时限重新计算", "The working calendar changed; {clocks} clocks are counted anew"
    )
    fields: list[str]
    clocks: int


@dataclass(frozen=True, slots=True)
class CalendarDaySet(Fact):
    """A day differs from the week from now on, or (no kind) no longer does."""

    type = "calendar.day_set"
    sentence = Words(
        "{day} 的工时改了，{clocks} 个时限重新计算", "Hours of {day} changed; {clocks} clocks are counted anew"
    )
    day: date
    kind: str | None
    clocks: int
