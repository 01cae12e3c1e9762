"""Endpoints that cannot run on the edge: forms, cookies and streams. They declare their permission all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from api.kit.db import Database
from api.kit.edge import PROBLEM_REF
from api.kit.problems import Problem
from api.kit.unit import Unit

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
def work(db: Database, actor: Any, locale: str, request_id: str) -> Iterator[Unit]:
    """One of several transactions of an endpoint that must do something slow between them."""
    with db.write() as conn:
        yield Unit(db, conn, actor, locale=locale, request_id=request_id)


def answers_of(*refuses: type[Problem]) -> dict[int | str, Any]:
    """The documented refusals of an endpoint, by status."""
    by_status: dict[int | str, Any] = {}
    for problem in sorted(set(refuses), key=lambda p: (p.status, p.slug)):
        entry = by_status.setdefault(
            problem.status,
            {"description": "", "content": {"application/problem+json": {"schema": {"$ref": PROBLEM_REF}}}},
        )
        entry["description"] += f"{'; ' if entry['description'] else ''}`{problem.slug}`: {problem.title.en}"
    return by_status
