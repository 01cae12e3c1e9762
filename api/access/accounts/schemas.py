"""Accounts as administrators see them. There is no field that could carry a password (ASVS 6.4.6)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from api.access.me.schemas import EmployeeName, StationName
from api.access.policy import Role
from api.kit.ids import Id
from api.kit.listing import Page, list_of
from api.kit.offers import Offer
from api.kit.text import Answer, Body, ask, page

SignInName = Annotated[str, StringConstraints(pattern="^[a-z0-9][a-z0-9._-]{1,59}$", max_length=60)]
Status = Literal["active", "disabled"]


class AccountsQuery(Page):
    """`q` looks into sign-in name and person's name."""

    q: Annotated[str | None, Field(min_length=1, max_length=80, pattern=r"^[^\x00-\x1f\x7f]*$")] = None
    status: Status | None = None
    station_id: Id | None = None
    sort: Literal["account"] = "account"


class HeldPost(Answer):
    role: Role
    label: str
    station: StationName | None


class AccountRow(Answer):
    """`has_password`: it was set; without one nobody can sign in."""

    id: str
    version: int
    account: str
    name: str
    employee: EmployeeName | None
    station: StationName | None
    status: Status
    status_label: str
    has_password: bool
    locale: str
    created_at: datetime


class AccountRead(AccountRow):
    roles: list[HeldPost]
    offered: list[Offer]


class AccountMade(AccountRead):
    """`code` is shown this once: the person sets the password with it until `code_ends_at`."""

    code: str
    code_ends_at: datetime


class ResetCode(Answer):
    """Shown this once; works once, until `ends_at`."""

    code: str
    ends_at: datetime


AccountList: Any = list_of(AccountRow)


class MakeAccount(Body):
    """An account for an employee; the name is the employee's."""

    id: Id | None = None
    account: SignInName
    employee_id: Id
    locale: Literal["zh-CN", "en"] = "zh-CN"


class Disable(Body):
    reason: page(500) = ask("原因", "Reason", kind="textarea")  # type: ignore[valid-type]


class Enable(Body):
    """Nothing to say."""


class StartReset(Body):
    """Nothing to say."""
