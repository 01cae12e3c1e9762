"""Reads `policy.toml` once into tables that the checks, the documents and the tests share.

A permission is the text `resource:action`; `Permission` is not needed as a hand-kept enum because the file is the enum:
`P.WORK_ORDERS_VIEW` exists exactly if the file gives somebody that right.
"""

from __future__ import annotations

import tomllib
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.kit.words import Words

ACTIONS = {
    "V": "view", "U": "reveal", "C": "create", "E": "edit", "M": "assign", "X": "void", "A": "approve", "P": "export",
}  # fmt: skip
SCOPES = {"o": "own", "s": "station", "r": "region", "a": "all", "k": "key"}

_file: dict[str, Any] = tomllib.loads((Path(__file__).parent / "policy.toml").read_text("utf-8"))


class Role(StrEnum):
    """Roles by the ids of rules.md; `SHORT` maps the table's column heads to them."""

    HOTLINE_ENGINEER = "hotline_engineer"
    COORDINATOR = "coordinator"
    FIELD_ENGINEER = "field_engineer"
    RECEPTION_ENGINEER = "reception_engineer"
    BENCH_ENGINEER = "bench_engineer"
    PARTS_SPECIALIST = "parts_specialist"
    FOLLOW_UP_SPECIALIST = "follow_up_specialist"
    ADMIN_SPECIALIST = "admin_specialist"
    STATION_MANAGER = "station_manager"
    REGIONAL_MANAGER = "regional_manager"
    HQ_SERVICE = "hq_service"
    HR_OFFICER = "hr_officer"
    FINANCE_OFFICER = "finance_officer"
    AUDITOR = "auditor"
    INTEGRATION_CLIENT = "integration_client"
    SYSTEM_ADMINISTRATOR = "system_administrator"


SHORT: dict[str, Role] = {short: Role(names[0]) for short, names in _file["roles"].items()}
ROLE_LABELS: dict[Role, Words] = {Role(names[0]): Words(names[1], names[2]) for names in _file["roles"].values()}


def _cells() -> dict[Role, dict[str, str]]:
    rights: dict[Role, dict[str, str]] = {role: {} for role in Role}
    for resource, row in _file["resources"].items():
        for short, cell in row.items():
            for part in cell.split():
                letters, scope = part.split(".")
                for letter in letters:
                    rights[SHORT[short]][f"{resource}:{ACTIONS[letter]}"] = SCOPES[scope]
    return rights


RIGHTS: dict[Role, dict[str, str]] = _cells()
"""Role → permission → scope."""
RESOURCES: tuple[str, ...] = tuple(sorted(_file["resources"]))

if TYPE_CHECKING:
    P: Any
else:
    P = StrEnum(
        "P",
        {
            name.upper().replace("-", "_").replace(":", "_"): name
            for name in sorted({permission for rights in RIGHTS.values() for permission in rights})
        },
    )
