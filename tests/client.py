"""A client as tests use it: base path and token set, JSON in and out."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import httpx2 as httpx
from anyio import Event
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
    def __init__(self, app: FastAPI, headers: dict[str, str] | None = None, **more: Any) -> None:
        super().__init__(app, base_url="http://testserver/api/v1/", headers=headers, **more)
        self._transport = _AtOnce(self, self._transport, more)

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
class _AtOnce(httpx.BaseTransport):
    """Asks the app in one turn of its loop and takes the answer whole.

    Starlette's own way goes to the loop and back seven times a request, which is half of what a request costs. It is
    kept for what comes in pieces, and for a client without a loop of its own.
    """

    def __init__(self, client: Api, piecemeal: httpx.BaseTransport, more: dict[str, Any]) -> None:
        self._client, self._piecemeal = client, piecemeal
        self._raises = more.get("raise_server_exceptions", True)
        self._address = more.get("client", ("testclient", 50000))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The app's whole answer."""
        portal = self._client.portal
        if portal is None or not isinstance(request.stream, httpx.ByteStream) or request.url.path.endswith("/stream"):
            return self._piecemeal.handle_request(request)
        url = request.url
        scope = {
            "type": "http", "http_version": "1.1", "method": request.method, "path": unquote(url.path),
            "raw_path": url.raw_path.split(b"?", 1)[0], "root_path": "", "scheme": url.scheme,
            "query_string": url.query, "client": self._address,
            "headers": [(name.lower().encode(), value.encode()) for name, value in request.headers.multi_items()],
            "server": [url.host, url.port or 80], "extensions": {}, "state": self._client.app_state.copy(),
        }  # fmt: skip
        status, headers, parts = portal.call(self._answered, scope, request.read())
        body = b"" if request.method == "HEAD" else b"".join(parts)
        return httpx.Response(status, headers=headers, stream=httpx.ByteStream(body), request=request)

    async def _answered(
        self, scope: dict[str, Any], body: bytes
    ) -> tuple[int, list[tuple[bytes, bytes]], list[bytes]]:  # fmt: skip
        over, waiting = Event(), [{"type": "http.request", "body": body}]
        status, headers, parts = 500, list[tuple[bytes, bytes]](), list[bytes]()

        async def receive() -> Any:
            if waiting:
                return waiting.pop()
            await over.wait()
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            nonlocal status, headers
            if message["type"] == "http.response.start":
                status, headers = message["status"], list(message.get("headers", []))
            elif message["type"] == "http.response.body":
                parts.append(bytes(message.get("body", b"")))
                if not message.get("more_body", False):
                    over.set()

        try:
            await self._client.app(scope, receive, send)
        except BaseException:
            if self._raises:
                raise
        return status, headers, parts
