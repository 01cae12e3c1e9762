"""Boards over the wire. What hangs on a wall carries no number of a customer and no whole name (D43)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from api.kit.ids import Id
from api.kit.text import Answer, Body
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Queue = Literal["overdue", "due_soon", "unassigned", "waiting_part", "waiting_customer", "escalated"]


class WallQuery(Body):
    """Of which station; without one, of all that the caller sees."""

    station_id: Id | None = None


class CallsToday(Answer):
    """The hotline today: who waits, and how many were answered within the rings (R39, D11)."""

    waiting: int
    waiting_since: datetime | None
    offered: int
    answered: int
    within: int
    missed: int
    rings: int
    aim_seconds: int
    agents: int


class StateCount(Answer):
    status: str
    label: str
    count: int


class OverdueLine(Answer):
    """A promise that was missed: the longest first."""

    number: str
    station_code: str
    customer: str
    what: str
    due_at: datetime
    engineer: str | None
    escalations: int


class EngineerLine(Answer):
    """An engineer with today's jobs and where he is in them."""

    id: str
    name: str
    station_code: str
    state: str | None
    state_label: str
    number: str | None
    customer: str | None
    since: datetime | None
    next_at: datetime | None
    done: int
    planned: int


class Meter(Answer):
    """A promise today: how many were kept, kept late and are missed still."""

    kind: str
    label: str
    rule: str
    met: int
    late: int
    missed: int
    running: int


class WallBoard(Answer):
    """What hangs on the wall."""

    at: datetime
    on: date
    station: StationRef | None
    time_zone: str
    calls: CallsToday
    cases: list[StateCount]
    open_cases: int
    queues: dict[Queue, int]
    overdue: list[OverdueLine]
    engineers: list[EngineerLine]
    meters: list[Meter]


class QueuesQuery(Body):
    """By whom the open cases are counted, perhaps of one station."""

    by: Literal["station", "person"] = "station"
    station_id: Id | None = None


class QueueRow(Answer):
    """The open cases of one station, or of one person there; nobody is who has none yet."""

    station: StationRef
    person: EmployeeRef | None
    open: int
    overdue: int
    due_soon: int
    unassigned: int
    waiting_part: int
    waiting_customer: int
    escalated: int


class QueueTable(Answer):
    """Queues side by side."""

    at: datetime
    total: Annotated[dict[Queue, int], Field(description="Of all rows.")]
    open: int
    items: list[QueueRow]
