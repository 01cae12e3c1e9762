"""The coordinator's view of who is out."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from api.field.devices.schemas import Status, Storage
from api.kit.ids import Id
from api.kit.text import Answer, Body
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef


class CrewQuery(Body):
    """Of which station; of all in sight if none is named."""

    station_id: Annotated[Id | None, Field(description="Only this station's people.")] = None


class JobOfCrew(Answer):
    """A job that somebody has now or next."""

    id: str
    number: str
    status: str
    status_label: str
    customer_name: str
    subject: str
    promised_at: datetime | None
    since: datetime | None = Field(description="When it came into this state, as far as it is told.")


class PhoneOfCrew(Answer):
    """A phone as the coordinator needs to know it."""

    id: str
    name: str
    status: Status
    reported_at: datetime
    waiting: int
    oldest_waiting_at: datetime | None
    storage: Storage
    app_version: str | None
    skew_seconds: float
    wipe: bool


class Member(Answer):
    """An engineer: what he does now, what is next, when his phone was heard of and what waits on it."""

    employee: EmployeeRef
    station: StationRef
    current: JobOfCrew | None
    next: JobOfCrew | None
    open: int = Field(description="Jobs of today and tomorrow that he has not handed in, late ones with them.")
    done_today: int
    phones: list[PhoneOfCrew]
    reported_at: datetime | None
    waiting: int
    held: int
    conflicts: int


class Crew(Answer):
    """Everybody who goes out, and what a person must decide."""

    at: datetime
    items: list[Member]
    held: int
    conflicts: int
