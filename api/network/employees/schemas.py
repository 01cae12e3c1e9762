"""Employees over the wire."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from api.access.policy import Role
from api.kit.ids import Id
from api.kit.listing import Page, Search
from api.kit.phones import PhoneText
from api.kit.text import Answer, Body, Day, line
from api.network.stations.refs import StationRef

Name: Any = line(80)
Number = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{1,20}$")]
Level = Annotated[int, Field(strict=True, ge=1, le=3, description="1 beginner, 2 middle, 3 senior.")]


class EmployeeQuery(Page):
    """Which employees; `on` is the day on which posts count, today unless given."""

    station_id: Id | None = None
    role: Role | None = None
    skill: Annotated[str | None, Field(pattern=r"^[A-Za-z0-9_.-]{1,36}$", description="A skill's id or code.")] = None
    q: Search = None
    on: Day | None = None
    active: bool | None = None
    sort: Literal["name", "number"] = "name"


class SkillHeld(Body):
    """A skill and how well it is mastered."""

    skill_id: Id
    level: Level


Skills = Annotated[list[SkillHeld], Field(max_length=60)]


class EmployeeCreate(Body):
    """Somebody joins the staff; posts are given afterwards, one by one."""

    id: Id | None = None
    number: Number
    name: Name
    phone: PhoneText | None = None
    station_id: Id
    skills: Skills = []


class EmployeeChange(Body):
    """What to change; what is left out stays. Roles are given and ended by posts only (T6)."""

    name: Name = None
    phone: PhoneText | None = None
    station_id: Id = None  # type: ignore[assignment]
    skills: Skills = None  # type: ignore[assignment]
    active: Annotated[bool, Field(strict=True)] = None  # type: ignore[assignment]


class PostNew(Body):
    """A role at a station from one day to another, both included."""

    role: Role
    station_id: Id
    starts_on: Day
    ends_on: Day | None = None


class PostEnd(Body):
    """The last day of a post."""

    post_id: Id
    ends_on: Day


class PhoneShown(Answer):
    """A number, masked (T31)."""

    value: str | None
    masked: str


class SkillRead(Answer):
    id: str
    code: str
    name: str


class SkillList(Answer):
    items: list[SkillRead]


class SkillOf(Answer):
    skill: SkillRead
    level: int


class PostRead(Answer):
    id: str
    role: Role
    role_label: str
    station: StationRef
    starts_on: date
    ends_on: date | None


class EmployeeRead(Answer):
    """Somebody on the staff with what he can do and which posts he holds, held or will hold."""

    id: str
    version: int
    number: str
    name: str
    phone: PhoneShown
    station: StationRef
    active: bool
    skills: list[SkillOf]
    posts: list[PostRead]
