"""Samples of what third parties and managers take out and bring in."""

from __future__ import annotations

from itertools import count
from typing import Any

from api import models
from api.exports.workflow import WORKFLOW as EXPORTS
from api.imports.runs.workflow import WORKFLOW as IMPORTS
from api.kit.unit import Unit
from tests.world import World

_numbers = count(1)


def export(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """A list of parts that waits for approval."""
    return unit.insert(
        models.exports.Export, number=f"EX-{next(_numbers):06d}", status="waiting", station_id=world.stations[station],
        asked_by_id=owner or world.employees[f"PC@{station}"], account_id=world.accounts[f"PC@{station}"],
        path="/stations", query={}, form="csv", locale="zh-CN", needs_approval=True, written=0,
    ).id  # fmt: skip


def import_(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """An import that waits to be confirmed."""
    return unit.insert(
        models.imports.Import, number=f"IM-{next(_numbers):06d}", status="ready", station_id=world.stations[station],
        asked_by_id=owner or world.employees[f"PC@{station}"], account_id=world.accounts[f"PC@{station}"],
        source="ours", label="样本", path="/parts", mapping="", findings=[], handled=0, added=0, changed=0, same=0,
        refused=0,
    ).id  # fmt: skip


def samples(sample: Any) -> dict[str, Any]:
    """By the first part of the path."""
    return {
        "exports": sample("exports", export, {"refuse": {"reason": "样本"}}, EXPORTS, ownable=False),
        "imports": sample("imports", import_, {}, IMPORTS, ownable=False),
    }
