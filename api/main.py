"""`create_app`: settings, middleware, problem handler, routers; nothing else."""

from __future__ import annotations

import asyncio
import logging
import secrets
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from typing import Any

from anyio import to_thread
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.routing import iter_route_contexts
from pydantic_core import to_json
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.routing import compile_path

from api import health, openapi
from api.events import tailer
from api.kit import problems, refusing
from api.kit.db import Database
from api.kit.directory import Directory
from api.kit.problems import Problem
from api.kit.validation import invalid
from api.kit.words import preferred
from api.routes import ROUTERS
from api.settings import Settings
from api.spa import add_screens
from api.system import System
from api.worker import Worker

BASE = "/api/v1"
BODY_LIMIT = 2 * 1024 * 1024
_LAST = ((b"connection", b"close"),)
"""What a process that drains answers last on each connection, so that none is cut off under a request (P33)."""
log = logging.getLogger("sibu")


def create_app(settings: Settings, db: Database | None = None, *, serve: bool = False) -> FastAPI:
    """The whole API on this database; with `serve` also the screens, and the worker unless it runs elsewhere."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        system: System = app.state.sibu
        share_one_interpreter(system.db.is_sqlite)
        worker = Worker(system) if system.settings.worker else None
        if worker:
            worker.start()
        counting = asyncio.create_task(tell_of_use(system))
        with system.told_of_the_end() if serve else nullcontext():
            yield
        counting.cancel()
        system.stopping.set()
        await to_thread.run_sync(tailer.close, system)
        if worker:
            await to_thread.run_sync(worker.stop, system.seconds_left())
        await to_thread.run_sync(system.limiter.tell)

    app = FastAPI(
        title="Sibu",
        version="0.1.0",
        description="The after-sales service network as resources; whatever a screen can do, this can do under the same rules.",
        openapi_url=f"{BASE}/openapi.json",
        docs_url="/api/docs" if settings.docs else None,
        redoc_url=None,
        lifespan=lifespan,
        max_body_size=BODY_LIMIT,
        telemetry={"tracing": False, "metrics": False, "logs": False, "operation_spans": False},
        redirect_slashes=False,
    )
    app.state.sibu = System(settings, db)
    openapi.install(app)
    Directory(app, BASE).enter(ROUTERS)
    app.include_router(health.router)
    if serve and settings.lan:
        from api.lan import offer_authority

        offer_authority(app, settings.data_dir)
    if serve and settings.frontend:
        add_screens(app, settings.frontend, settings.tile_host)
    app.add_middleware(RequestContext)
    app.add_exception_handler(Problem, answer_problem)
    app.add_exception_handler(HTTPException, answer_http)
    app.add_exception_handler(RequestValidationError, answer_validation)
    for away in (SQLAlchemyError, OSError):
        app.add_exception_handler(away, answer_loss)
    app.add_exception_handler(Exception, answer_surprise)
    return app


async def tell_of_use(system: System) -> None:
    """Write down every few seconds what integrations asked this process for, until it ends."""
    while True:
        await asyncio.sleep(5)
        try:
            await to_thread.run_sync(system.limiter.tell)
        except Exception:
            log.exception("what integrations used was not written down; it will be with the next")


def share_one_interpreter(sqlite: bool) -> None:
    """How the threads of one process take turns, measured by `make bench`.

    Every statement gives the interpreter away and must get it back: with Python's 5 ms turns a write of a dozen
    statements waits a dozen turns behind whoever renders a list. More threads than the database has connections only
    queue.
    """
    to_thread.current_default_thread_limiter().total_tokens = 4 if sqlite else 8
    sys.setswitchinterval(0.0005)


class RequestContext:
    """Gives each request an id and a language, and each answer the headers that browsers need (ASVS C3)."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = secrets.token_hex(8)
        request = Request(scope)
        scope.setdefault("state", {}).update(
            request_id=request_id, locale=preferred(request.headers.get("accept-language"))
        )

        draining = scope["app"].state.sibu.draining

        async def send_with_headers(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    *message["headers"],
                    (b"x-request-id", request_id.encode()),
                    (b"x-content-type-options", b"nosniff"),
                    (b"referrer-policy", b"no-referrer"),
                    *scope["state"].get("fields", ()),
                    *(_LAST if draining.is_set() and scope["http_version"] == "1.1" else ()),
                ]
            await send(message)

        await self.app(scope, receive, send_with_headers)


def problem_response(request: Request, problem: Problem) -> Response:
    """A refusal as `application/problem+json` in the caller's language."""
    state = request.scope.get("state", {})
    body = problem.body(state.get("locale", "zh-CN"), request.url.path, state.get("request_id", ""))
    headers = {"cache-control": "no-store"} | problem.headers
    return Response(to_json(body), problem.status, headers, "application/problem+json")


async def answer_problem(request: Request, problem: Exception) -> Response:
    """A refusal we meant."""
    assert isinstance(problem, Problem)
    return problem_response(request, problem)


_BY_STATUS: dict[int, type[Problem]] = {
    400: problems.Malformed,
    401: problems.Unauthenticated,
    403: problems.Forbidden,
    404: problems.NotFound,
    405: problems.MethodNotAllowed,
    413: problems.TooLarge,
    415: problems.WrongMedia,
}


async def answer_http(request: Request, error: Exception) -> Response:
    """A refusal of the framework (no such path, wrong method, body too large) in our form."""
    assert isinstance(error, HTTPException)
    kind = _BY_STATUS.get(error.status_code, problems.Malformed)
    headers = {name.lower(): value for name, value in (error.headers or {}).items()}
    if error.status_code == 405:
        headers["allow"] = ", ".join(methods_of(request.app, request.url.path)) or headers.get("allow", "")
    return problem_response(request, kind(headers=headers))


def methods_of(app: FastAPI, path: str) -> list[str]:
    """Every method of this path; the framework would name those of the first route only (RFC 9110, 10.2.1)."""
    routes = [(route.path or "", route.methods or set()) for route in iter_route_contexts(app.routes)]
    first = next((template for template, _ in routes if compile_path(template)[0].match(path)), None)
    return sorted({method for template, methods in routes if template == first for method in methods})


async def answer_validation(request: Request, error: Exception) -> Response:
    """Only endpoints outside the edge (the token form, the stream) let FastAPI validate."""
    assert isinstance(error, RequestValidationError)
    return problem_response(request, invalid(error.errors()))


async def answer_loss(request: Request, error: Exception) -> Response:
    """Database or disk failed an endpoint outside the edge: an interruption, if it is one, else a surprise."""
    try:
        with refusing.spoken():
            raise error
    except Problem as problem:
        return problem_response(request, problem)


async def answer_surprise(request: Request, error: Exception) -> Response:
    """The last resort: the log gets the trace, the caller a number to quote (ASVS 16.5)."""
    log.exception("unexpected error in request %s", request.scope.get("state", {}).get("request_id"))
    return problem_response(request, problems.Internal())
