"""How a phone is shown: to the office, and to itself."""

from __future__ import annotations

from typing import Any

from api.field.devices import keys, queries
from api.field.devices.workflow import WORKFLOW
from api.kit.unit import Unit
from api.network.settings import limits

BASE = "/api/v1/devices"
_ROW = (
    "id", "version", "name", "platform", "app_version", "status", "storage", "waiting", "oldest_waiting_at",
    "reported_at", "wiped_at", "created_at",
)  # fmt: skip
_PAGE = ("wipe_reason", "wipe_asked_at", "revoked_at", "revoke_reason", "last_seq", "bundle_at", "push")


def line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """One line of the list."""
    return {name: row[name] for name in _ROW} | {
        "status_label": WORKFLOW.label(row["status"], unit.locale),
        "employee": {"id": row["employee_id"], "name": row["employee_name"]},
        "station": {"id": row["station_id"], "code": row["station_code"], "name": row["station_name"]},
        "wipe": row["wipe_asked_at"] is not None and row["wiped_at"] is None,
        "skew_seconds": row["skew_ms"] / 1000,
        "offered": WORKFLOW.offered(unit, queries.as_row(row), BASE),
    }  # fmt: skip


def read(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any]:
    """The phone as the office sees it."""
    found = queries.whole(unit, id, scoped=scoped)
    return line(unit, found) | {name: found[name] for name in _PAGE}


def to_itself(unit: Unit, id: str) -> dict[str, Any]:
    """What the phone is told each time: whether to wipe, the time, its numbers, its keys, what its person is waited for."""
    found = queries.whole(unit, id, scoped=False)
    block = queries.block(unit, id)
    assert block
    assert unit.sealer
    station = found["station_id"]
    return line(unit, found) | {name: found[name] for name in _PAGE} | {
        "server_time": unit.now,
        "policy": {
            "lock_minutes": limits.get(unit, "field.lock_seconds", station) // 60,
            "offline_hours": limits.get(unit, "field.offline_seconds", station) // 3600,
            "pin_tries": limits.get(unit, "field.pin_tries", station),
        },
        "receipts": {
            "prefix": block["prefix"], "first": block["first"], "last": block["last"],
            "used": int(block["used"][-4:]) if block["used"] else 0,
        },
        "seal": keys.seal_key(unit.sealer), "push_key": keys.push_key(unit.sealer),
        "held": found["held"], "conflicts": found["conflicts"],
    }  # fmt: skip
