"""What a signed-in person learns about himself."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from api.access.policy import Role
from api.kit.text import Answer, Body


class StationName(Answer):
    id: str
    code: str
    name: str


class EmployeeName(Answer):
    id: str
    name: str


class HeldRole(Answer):
    """`scope` is how far most of the role's rights reach."""

    role: Role
    label: str
    station: StationName | None
    scope: Literal["own", "station", "region", "all", "key"]


class Me(Answer):
    """`employee` is null for API clients; `demo`: the account belongs to a demo database."""

    account_id: str
    name: str
    account: str | None
    locale: str
    employee: EmployeeName | None
    roles: list[HeldRole]
    stations: list[StationName]
    permissions: list[str]
    demo: bool
    version: int


class ChooseLocale(Body):
    locale: Literal["zh-CN", "en"]


class SessionRead(Answer):
    """One signed-in device; `current` is the one that asks."""

    id: str
    client_type: Literal["browser", "native"]
    created_at: datetime
    used_at: datetime
    ends_at: datetime
    address: str
    agent: str
    current: bool


class SessionList(Answer):
    items: list[SessionRead]
    next_cursor: str | None
