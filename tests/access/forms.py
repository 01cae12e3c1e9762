"""Small helpers of the tests around signing in."""

from __future__ import annotations

from typing import Any

from tests.client import Api

NEW = "copper-lantern-71-orchard"
"""A password that nobody has yet."""


def sign_in(client: Api, account: str, password: str, client_type: str = "native", **headers: str) -> Any:
    """The raw answer of a password sign-in."""
    form = {"grant_type": "password", "username": account, "password": password, "client_type": client_type}
    return client.post("auth/token", data=form, headers=headers)


def refresh(client: Api, token: str) -> Any:
    """The raw answer of a refresh as a phone does it."""
    return client.post("auth/token", data={"grant_type": "refresh_token", "refresh_token": token})


def bearer(token: str) -> dict[str, str]:
    """The header that carries an access token."""
    return {"Authorization": f"Bearer {token}"}


def made(client: Api, employee_id: str) -> dict[str, Any]:
    """An account made for this employee, with the code that invites him."""
    return client.act("accounts", {"account": "xiao.li", "employee_id": employee_id})


def reset(client: Api, code: object, new: str = NEW, account: str = "xiao.li", **headers: str) -> Any:
    """The raw answer to a password set by a code."""
    return client.post("auth/reset", json={"account": account, "code": code, "new": new}, headers=headers)
