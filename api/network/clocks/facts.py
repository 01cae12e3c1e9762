"""What happens to clocks. All quiet: they tell of a subject without moving its version."""

from dataclasses import dataclass
from datetime import datetime

from api.events.facts import Fact
from api.kit.words import Words
from api.network.clocks.policy import LABELS

TO = {"station_manager": Words("站长", "station manager"), "regional_manager": Words("区域经理", "regional manager")}
"""To whom a missed promise is reported, in this order."""
_STATES = {"met": Words("按时", "in time"), "late_met": Words("超时", "late")}


@dataclass(frozen=True, slots=True)
class ClockFact(Fact):
    """Which promise it is, about what, and when it falls due."""

    quiet = True
    spoken = {"kind": LABELS, "state": _STATES}
    kind: str
    of: str
    of_id: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class ClockStarted(ClockFact):
    """A promise runs."""

    type = "clock.started"
    sentence = Words("“{kind}”开始计时，{due_at} 到期", "{kind}: due {due_at}")
    rule: str


@dataclass(frozen=True, slots=True)
class ClockStopped(ClockFact):
    """The promise was kept, or kept late."""

    type = "clock.stopped"
    sentence = Words("“{kind}”{state}完成", "{kind}: done {state}")
    state: str
    stopped_at: datetime
    late_seconds: int


@dataclass(frozen=True, slots=True)
class ClockPaused(ClockFact):
    """Time stopped counting."""

    type = "clock.paused"
    sentence = Words("“{kind}”暂停：{reason}", "{kind}: paused: {reason}")
    personal = ("reason",)
    reason: str


@dataclass(frozen=True, slots=True)
class ClockResumed(ClockFact):
    """Time counts again; `due_at` is the new due time."""

    type = "clock.resumed"
    sentence = Words("“{kind}”继续计时，{due_at} 到期", "{kind}: runs again, due {due_at}")


@dataclass(frozen=True, slots=True)
class ClockRetargeted(ClockFact):
    """Another due time holds: another time was promised (R80), or the calendar changed."""

    type = "clock.retargeted"
    sentence = Words("“{kind}”改为 {due_at} 到期：{reason}", "{kind}: now due {due_at}: {reason}")
    personal = ("reason",)
    former_due_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class ClockWarned(ClockFact):
    """It is nearly due; `late` if nobody was there to say so in time."""

    type = "clock.warned"
    sentence = Words("“{kind}”快到期：{due_at}", "{kind}: due soon, {due_at}")
    late: bool
    late_seconds: int


@dataclass(frozen=True, slots=True)
class ClockMissed(ClockFact):
    """It was due and is not done; `late` if this was noticed later than the worker looks."""

    type = "clock.missed"
    sentence = Words("“{kind}”已超时，应在 {due_at} 前", "{kind}: overdue since {due_at}")
    late: bool
    late_seconds: int


@dataclass(frozen=True, slots=True)
class ClockEscalated(ClockFact):
    """It is missed still, and the next manager is told: first the station's, then the region's (R81)."""

    type = "clock.escalated"
    sentence = Words("“{kind}”仍未完成，已上报{to}", "{kind}: still not done, reported to the {to}")
    spoken = ClockFact.spoken | {"to": TO}
    to: str
    level: int
    late_seconds: int


@dataclass(frozen=True, slots=True)
class ClockCancelled(ClockFact):
    """The promise no longer holds, because its subject came to another end."""

    type = "clock.cancelled"
    sentence = Words("“{kind}”不再计时", "{kind}: no longer runs")


CHANGES = (
    ClockStarted, ClockStopped, ClockPaused, ClockResumed, ClockRetargeted, ClockWarned, ClockMissed,
    ClockEscalated, ClockCancelled,
)  # fmt: skip
"""All of them: `@log.react(*CHANGES)` keeps a copy of the most urgent clock (`service.next_due`) current."""
