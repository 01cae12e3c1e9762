"""What a signed-in person learns about himself."""

from __future__ import annotations

from typing import Literal

from api.access.policy import Role
from api.kit.text import Answer


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
    """`employee` is null for integrations; `demo`: the account belongs to a demo database."""

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
