"""A client as tests use it: base path and token set, JSON in and out."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from httpx2 import ASGITransport, BaseTransport, Request, Response
from starlette.testclient import TestClient


class Api(TestClient):
    """A TestClient under `/api/v1` that can sign in."""

    def __init__(
        self, app: FastAPI, headers: dict[str, str] | None = None, client: tuple[str, int] = ("testclient", 50000)
    ) -> None:
        super().__init__(app, base_url="http://testserver/api/v1/", headers=headers)
        self._transport = InOneGo(self, ASGITransport(app, client=client))

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


class InOneGo(BaseTransport):
    """Hands a request over to the loop's thread and gets the whole answer back.

    Starlette's own goes there and back seven times for each, which costs more than what most requests do.
    """

    def __init__(self, client: Api, app: ASGITransport) -> None:
        self.client, self.app = client, app

    def handle_request(self, request: Request) -> Response:
        request.read()
        with self.client._portal_factory() as portal:
            return portal.call(self._answered, request)

    async def _answered(self, request: Request) -> Response:
        answer = await self.app.handle_async_request(request)
        return Response(answer.status_code, headers=answer.headers, content=await answer.aread(), request=request)
