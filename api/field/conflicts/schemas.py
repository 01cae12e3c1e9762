"""Conflicts over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import Field

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Note, ask
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Status = Literal["open", "kept", "taken"]


class ConflictsQuery(Page):
    """Which conflicts."""

    status: Status | None = None
    employee_id: Id | None = None
    subject_id: Id | None = None
    sort: Literal["-created_at", "created_at"] = "-created_at"


class Decide(Body):
    """Which of the two values counts."""

    note: Note | None = ask("说明", "Note", kind="textarea", default=None)


class SubjectOfConflict(Answer):
    """The record whose field it is."""

    kind: str
    id: str
    title: str
    href: str


class ConflictRow(Answer):
    """One line of the list."""

    id: str
    version: int
    status: Status
    status_label: str
    subject: SubjectOfConflict
    field: str
    label: str
    base: Any = Field(description="What the phone found.")
    theirs: Any = Field(description="What stood there when the phone's edit came.")
    mine: Any = Field(description="What the phone brought.")
    employee: EmployeeRef
    station: StationRef
    device_id: str
    device_name: str
    job_id: str | None
    occurred_at: str | None = Field(description="The phone's own time, as it said it.")
    corrected_at: datetime
    created_at: datetime
    decided_at: datetime | None
    decided_by: EmployeeRef | None
    decision: str | None
    offered: list[Offer]


class ConflictRead(ConflictRow):
    """The whole conflict."""

    now: Any = Field(description="What stands there now; null where the reader may not see it.")
