"""`/roles`: the policy file in the reader's words."""

from __future__ import annotations

from typing import Any, Literal

from api.access.policy import RIGHTS, ROLE_LABELS, SHORT, Role
from api.kit.edge import SIGNED_IN, Resource
from api.kit.text import Answer
from api.kit.unit import Unit

resource = Resource("/roles")
router = resource.router


class Right(Answer):
    """One permission of a role and how far it reaches."""

    permission: str
    scope: Literal["own", "station", "region", "all", "key"]


class RoleRead(Answer):
    role: Role
    label: str
    short: str
    permissions: list[Right]


class RoleCatalogue(Answer):
    items: list[RoleRead]


@resource.get(permission=SIGNED_IN, answer=RoleCatalogue)
def list_roles(unit: Unit) -> dict[str, Any]:
    """Every role with what it may do and where; for people who decide whom to give what."""
    return {
        "items": [
            {
                "role": str(role),
                "label": unit.say(ROLE_LABELS[role]),
                "short": short,
                "permissions": [{"permission": p, "scope": scope} for p, scope in sorted(RIGHTS[role].items())],
            }
            for short, role in SHORT.items()
        ]
    }
