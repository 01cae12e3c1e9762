"""A client as tests use it: base path and token set, JSON in and out."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from starlette.testclient import TestClient


class Api(TestClient):
    """A TestClient under `/api/v1` that can sign in."""

    def __init__(self, app: FastAPI, headers: dict[str, str] | None = None, **more: Any) -> None:
        super().__init__(app, base_url="http://testserver/api/v1/", headers=headers, **more)

    def signed_in(self, account: str, password: str) -> Api:
        """Another client of the same app with this person's token."""
        answer = self.post(
            "auth/token",
            data={"grant_type": "password", "username": account, "password": password, "client_type": "native"},
        )
        assert answer.status_code == 200, answer.text
        return self.bearing(answer.json()["access_token"])

    def bearing(self, token: str) -> Api:
        """Another client of the same app with this token."""
        other = Api(self.app, {"Authorization": f"Bearer {token}"})  # type: ignore[arg-type]
        other.portal = self.portal  # one loop for all clients of a test: one per request doubles the request's cost
        return other

    def read(self, path: str, **parameters: Any) -> Any:
        """GET that must succeed; gives the JSON."""
        answer = self.get(path, params=parameters)
        assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.text}"
        return answer.json()

    def act(self, path: str, body: Any = None, *, status: int | None = None, **headers: str) -> Any:
        """POST that must succeed (or answer `status`); header names with `_` for `-`; gives the JSON."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = self.post(path, json={} if body is None else body, headers=named)
        expected = (status,) if status else (200, 201)
        assert answer.status_code in expected, f"{path}: {answer.status_code} {answer.text}"
        return answer.json()
