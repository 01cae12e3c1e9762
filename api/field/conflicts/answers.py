"""How a conflict is shown."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from api.field.conflicts import queries
from api.field.conflicts.workflow import WORKFLOW
from api.kit import edits
from api.kit.problems import NotFound
from api.kit.unit import Unit
from api.kit.words import Words

BASE = "/api/v1/conflicts"
_ROW = (
    "id", "version", "status", "field", "base", "theirs", "mine", "device_id", "device_name", "job_id", "corrected_at",
    "created_at", "decided_at",
)  # fmt: skip


def line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """One line of the list."""
    decider = row["decided_by_id"]
    return {name: row[name] for name in _ROW} | {
        "status_label": WORKFLOW.label(row["status"], unit.locale),
        "label": unit.say(Words(row["label_zh"], row["label_en"])),
        "subject": {
            "kind": row["subject"], "id": row["subject_id"], "title": row["title"],
            "href": edits.KINDS[row["subject"]].href.format(id=row["subject_id"]),
        },
        "employee": {"id": row["employee_id"], "name": row["employee_name"]},
        "station": {"id": row["station_id"], "code": row["station_code"], "name": row["station_name"]},
        "occurred_at": row["occurred_raw"], "decision": row["decision_note"],
        "decided_by": {"id": decider, "name": row["decided_by_name"]} if decider else None,
        "offered": WORKFLOW.offered(unit, queries.as_row(row), BASE),
    }  # fmt: skip


def whole(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """The whole conflict, with what stands there now as far as the reader may see it."""
    try:
        now = edits.KINDS[row["subject"]].now(unit, row["subject_id"], row["field"])
    except NotFound:
        now = None
    return line(unit, row) | {"now": now}


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One conflict.

    :raises NotFound: also for one the caller may not see.
    """
    return whole(unit, queries.whole(unit, id))


def of(unit: Unit, ids: Collection[str]) -> list[dict[str, Any]]:
    """These conflicts whole, newest first."""
    return [whole(unit, row) for row in queries.these(unit, ids)]
