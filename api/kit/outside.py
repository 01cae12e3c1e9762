"""Endpoints that cannot run on the edge: forms, cookies and streams. They declare their permission all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar
from fastapi import Request
from pydantic import BaseModel, TypeAdapter

from api.kit.describing import by_status
from api.kit.problems import Problem, WrongMedia
from api.kit.refusing import spoken
from api.kit.unit import Unit
from api.kit.validation import check, parse_json
from api.kit.words import Words

_threads: RunVar[CapacityLimiter] = RunVar("threads_outside_the_edge")
F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Outside:
    """What `route.endpoint.edge` tells of such an endpoint, as `edge.Endpoint` does of the others."""

    permission: str


def outside(*, permission: str) -> Callable[[F], F]:
    """Declare the permission of an endpoint that checks it itself."""

    def declare(endpoint: F) -> F:
        endpoint.edge = Outside(str(permission))  # type: ignore[attr-defined]
        return endpoint

    return declare


@contextmanager
def work(system: Any, caller: Any, actor: Any) -> Iterator[Unit]:
    """One of several transactions of an endpoint that must do something slow between them."""
    with spoken(), system.db.write() as conn:
        unit = Unit(system.db, conn, actor, locale=caller.locale, request_id=caller.request_id)
        unit.sealer = system.sealer
        yield unit
    for follow in unit.after_commit:
        follow()
    system.wake()


@contextmanager
def look(system: Any, caller: Any, actor: Any) -> Iterator[Unit]:
    """The same for what only reads; nothing it does is kept."""
    with spoken(), system.db.read() as conn:
        yield Unit(system.db, conn, actor, locale=caller.locale, request_id=caller.request_id)


async def in_thread(work: Callable[..., Any], *arguments: Any) -> Any:
    """Sign-ins have threads of their own, so that a storm of them leaves the others to the work."""
    try:
        limiter = _threads.get()
    except LookupError:
        limiter = CapacityLimiter(4)
        _threads.set(limiter)
    return await to_thread.run_sync(work, *arguments, limiter=limiter)


def json_body(request: Request, body: bytes, adapter: TypeAdapter[Any]) -> Any:
    """The command in the body, judged as strictly as on the edge.

    :raises WrongMedia: :raises Malformed: :raises Invalid:
    """
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
        raise WrongMedia(Words("请用 application/json", "Send application/json"))
    return check(adapter, parse_json(body), "body")


def documented_body(command: type[BaseModel]) -> dict[str, Any]:
    """The OpenAPI description of a body that `json_body` reads."""
    schema = command.model_json_schema()
    whole = _inlined(schema, schema.pop("$defs", {}))
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": whole}}}}


def documented_bytes(media: str) -> dict[str, Any]:
    """The OpenAPI description of a body that is bytes of this media type."""
    return {"requestBody": {"required": True, "content": {media: {"schema": {"type": "string", "format": "binary"}}}}}


def _inlined(node: Any, parts: dict[str, Any]) -> Any:
    """The schema with its parts in their places, since only FastAPI puts schemas among the document's components."""
    if isinstance(node, dict):
        if "$ref" in node:
            return _inlined(parts[node["$ref"].rpartition("/")[2]], parts)
        return {name: _inlined(value, parts) for name, value in node.items()}
    return [_inlined(value, parts) for value in node] if isinstance(node, list) else node


def answers_of(*refuses: type[Problem]) -> dict[int | str, Any]:
    """The documented refusals of an endpoint, by status."""
    return by_status(refuses)
