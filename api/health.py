"""Signs of life for whoever runs the process: `/healthz` (it answers) and `/readyz` (it can do its work)."""

from __future__ import annotations

from typing import Literal

from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar
from fastapi import APIRouter, Request, Response
from pydantic_core import to_json
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from api.kit import problems, schema
from api.kit.edge import PUBLIC
from api.kit.outside import answers_of, outside
from api.kit.problems import Unavailable
from api.kit.text import Answer
from api.kit.words import Words
from api.system import System

router = APIRouter(tags=["health"])
_NO_STORE = {"cache-control": "no-store"}
_thread: RunVar[CapacityLimiter] = RunVar("readiness_thread")


class HealthRead(Answer):
    """The process is alive, or ready."""

    status: Literal["alive", "ready"]


@router.get("/healthz", response_model=HealthRead, operation_id="read_health")
@outside(permission=PUBLIC)
async def read_health(request: Request) -> Response:
    """The process answers; a database that is away does not make it dead."""
    return Response(to_json({"status": "alive"}), headers=_NO_STORE, media_type="application/json")


@router.get(
    "/readyz", response_model=HealthRead, responses=answers_of(problems.Unavailable), operation_id="read_readiness"
)
@outside(permission=PUBLIC)
async def read_readiness(request: Request) -> Response:
    """The database answers and stands at the revision that this program needs, and the process is not about to end."""
    try:
        limiter = _thread.get()
    except LookupError:
        limiter = CapacityLimiter(1)
        _thread.set(limiter)
    await to_thread.run_sync(_look, request.app.state.sibu, limiter=limiter)
    return Response(to_json({"status": "ready"}), headers=_NO_STORE, media_type="application/json")


def _look(system: System) -> None:
    """One read of the database.

    :raises Unavailable: it does not answer, or is at another revision; or this process drains.
    """
    if system.draining.is_set():
        raise Unavailable(Words("这个进程就要结束了", "This process is about to end"), headers={"Retry-After": "1"})
    try:
        with system.db.read() as conn:
            conn.execute(select(1))
        have, needed = schema.current(system.db) if system.settings.revisions else (None, None)
    except SQLAlchemyError as error:
        raise Unavailable(
            Words("数据库没有应答", "The database does not answer"), headers={"Retry-After": "2"}
        ) from error
    if have != needed:
        raise Unavailable(
            Words("数据库还没有升级到这个版本", "The database is not at the revision of this program"),
            headers={"Retry-After": "5"},
            revision=have,
            needed=needed,
        )
