"""`/me`: the signed-in person himself."""

from __future__ import annotations

from typing import Any

from api.access.me import queries
from api.access.me.schemas import Me
from api.kit.edge import SIGNED_IN, Resource
from api.kit.unit import Unit

resource = Resource("/me")
router = resource.router


@resource.get(permission=SIGNED_IN, answer=Me)
def read_me(unit: Unit) -> dict[str, Any]:
    """Who I am, what I may do and where."""
    return queries.me(unit)
