"""Reports over the wire: figures worked out from the records when asked, none of them typed (R11)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from api.kit.ids import Id
from api.kit.text import Answer, Body
from api.network.employees.refs import EmployeeRef

Month = Annotated[
    str,
    StringConstraints(pattern=r"^(?:199\d|20\d\d)-(?:0[1-9]|1[0-2])$"),
    Field(description="A month of the network's calendar, such as 2026-11.", examples=["2026-11"]),
]


class WorkByMonthQuery(Body):
    """Of which month, and perhaps of one station."""

    month: Month
    station_id: Id | None = None


class StateCount(Answer):
    """How many orders stand in a state."""

    status: str
    label: str
    count: int


class EngineerWork(Answer):
    """The month's orders of one engineer; without one are those that nobody has yet."""

    engineer: EmployeeRef | None
    count: int
    states: list[StateCount]


class WorkByMonth(Answer):
    """Orders opened in a month, by the state in which they stand now and by engineer (R406)."""

    month: str
    since: datetime
    until: Annotated[datetime, Field(description="Where the next month begins.")]
    count: int
    states: Annotated[list[StateCount], Field(description="Of all engineers.")]
    items: list[EngineerWork]
