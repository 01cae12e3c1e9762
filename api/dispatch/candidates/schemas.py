"""What is asked of the candidates for a visit, and what is answered."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from api.kit.text import Answer, Body, Moment
from api.network.employees.refs import EmployeeRef


class Query(Body):
    """The span to be filled; the times default to what was promised and planned."""

    starts_at: Moment | None = None
    duration_minutes: Annotated[int | None, Field(ge=1, le=7 * 24 * 60)] = None
    travel_minutes: Annotated[int | None, Field(ge=0, le=24 * 60)] = None


class Reason(Answer):
    """One thing that speaks for him (`ok`) or against him."""

    ok: bool
    text: str


class CandidateClash(Answer):
    """With what the span overlaps; `number` is null for leave, or where the other job is not the caller's to see."""

    starts_at: datetime
    ends_at: datetime
    kind: str
    number: str | None


class Candidate(Answer):
    """An engineer; the list holds the fittest first, then those left out with the reason why."""

    employee: EmployeeRef
    fit: bool
    free: bool
    reasons: list[Reason]
    clash: CandidateClash | None
    load_seconds: int
    skill_level: Annotated[int | None, Field(ge=1, le=3)]
    served_before: int
    distance_km: float | None
    parts_in_van: Annotated[bool | None, Field(description="Null where the visit needs no part.")]


class CandidateList(Answer):
    items: list[Candidate]
