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
    """Weekly hours, name or the years with a holiday table changed; `clocks` open clocks fall due otherwise now."""

    type = "calendar.changed"
    sentence = Words("修改了工作日历，{clocks} 个时限随之变动", "The working calendar changed; {clocks} clocks moved")
    fields: list[str]
    clocks: int


@dataclass(frozen=True, slots=True)
class CalendarDaySet(Fact):
    """A day differs from the week from now on, or (no kind) no longer does."""

    type = "calendar.day_set"
    sentence = Words("{day} 的工时改了，{clocks} 个时限随之变动", "Hours of {day} changed; {clocks} clocks moved")
    day: date
    kind: str | None
    clocks: int
