"""`/me`: the signed-in person himself."""

from __future__ import annotations

from typing import Any

from api.access.me import queries, service
from api.access.me.schemas import ChooseLocale, Me, SessionList
from api.kit import problems
from api.kit.edge import SIGNED_IN, Resource
from api.kit.ids import Id
from api.kit.unit import Unit

resource = Resource("/me")
router = resource.router


@resource.get(permission=SIGNED_IN, answer=Me)
def read_me(unit: Unit) -> dict[str, Any]:
    """Who I am, what I may do and where."""
    return queries.me(unit)


@resource.patch("", permission=SIGNED_IN, answer=Me, refuses=(problems.NotFound,))
def choose_locale(unit: Unit, command: ChooseLocale) -> dict[str, Any]:
    """Choose the language of my screens."""
    return service.choose_locale(unit, command)


@resource.get("/sessions", permission=SIGNED_IN, answer=SessionList)
def list_my_sessions(unit: Unit) -> dict[str, Any]:
    """Where I am signed in."""
    return queries.own_sessions(unit)


@resource.delete("/sessions/{id}", permission=SIGNED_IN)
def end_my_session(unit: Unit, id: Id) -> None:
    """Sign out one of my devices; at once here, within 10 s on other replicas."""
    service.end_session(unit, id)
