"""Every route of the API with what it declares."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fastapi.routing import iter_route_contexts

from api.kit.edge import PUBLIC, SIGNED, SIGNED_IN
from api.main import BASE, create_app
from api.settings import Settings


@dataclass(frozen=True)
class Declared:
    """One method of one path below `/api/v1`."""

    method: str
    path: str
    permission: str | None
    match: str = "none"

    @property
    def parts(self) -> list[str]:
        return self.path.strip("/").split("/")

    @property
    def guarded(self) -> bool:
        """Whether the policy decides over it."""
        return self.permission not in (None, PUBLIC, SIGNED, SIGNED_IN)

    @property
    def of_object(self) -> bool:
        """Whether it reads or changes one object, named by `{id}`."""
        return "{id}" in self.path

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


@cache
def declared() -> tuple[Declared, ...]:
    """In reading order; the document and its pages are FastAPI's own and public."""
    app = create_app(Settings(database_url="sqlite://", data_dir=Path(), secret=b"0" * 32, docs=False))
    found = []
    for route in iter_route_contexts(app.routes):
        path: str = route.path or ""
        endpoint: Any = getattr(route, "endpoint", None)
        if path == f"{BASE}/openapi.json":
            continue
        edge = getattr(endpoint, "edge", None)
        permission, match = getattr(edge, "permission", None), getattr(edge, "match", "none")
        found += [
            Declared(method, path.removeprefix(BASE), permission, match) for method in sorted(route.methods or ())
        ]
    app.state.sibu.close()
    return tuple(found)
