"""`/demo`: who may be tried out. The password is shown where the demo was started, never here."""

from __future__ import annotations

from typing import Any

from api.access.demo import queries
from api.access.me.schemas import StationName
from api.access.policy import Role
from api.kit import problems
from api.kit.edge import PUBLIC, Resource
from api.kit.text import Answer
from api.kit.unit import Unit

resource = Resource("/demo")
router = resource.router


class DemoAccount(Answer):
    account: str
    name: str
    role: Role
    role_label: str
    station: StationName


class Demo(Answer):
    accounts: list[DemoAccount]


@resource.get(permission=PUBLIC, answer=Demo, refuses=(problems.NotFound,))
def read_demo(unit: Unit) -> dict[str, Any]:
    """The accounts of a demo database; 404 on any other."""
    return queries.sign_ins(unit)
