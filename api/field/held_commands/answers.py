"""How a held command is shown."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from api.field.held_commands import queries
from api.field.held_commands.words import ACTS, OTHER, REASONS
from api.field.held_commands.workflow import WORKFLOW
from api.kit.unit import Unit
from api.kit.words import Words
from api.work.work_orders.workflow import WORKFLOW as ORDERS

BASE = "/api/v1/held-commands"
_ROW = (
    "id", "version", "status", "reason", "method", "path", "device_id", "device_name", "device_seq", "job_id",
    "corrected_at", "created_at", "decide_from", "decided_at",
)  # fmt: skip


def label_of(path: str) -> Words:
    """What a path does, in words."""
    parts = path.removeprefix("/api/v1/").split("/")
    if parts[0] == "work-orders" and parts[-1] in ORDERS.steps:
        return ORDERS.steps[parts[-1]].label
    return ACTS.get(parts[0], OTHER)


def line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """One line of the list."""
    refusal, decider = row["refusal"], row["decided_by_id"]
    engineer = row["job_engineer_id"]
    return {name: row[name] for name in _ROW} | {
        "status_label": WORKFLOW.label(row["status"], unit.locale), "reason_label": unit.say(REASONS[row["reason"]]),
        "detail": unit.say(Words(refusal["zh"], refusal["en"])) if refusal else None,
        "label": unit.say(label_of(row["path"])), "after": row["after_seq"],
        "job": row["job_number"] and {
            "id": row["job_id"], "number": row["job_number"], "subject": row["job_subject"],
            "status": row["job_status"], "status_label": ORDERS.label(row["job_status"], unit.locale),
            "engineer": {"id": engineer, "name": row["job_engineer_name"]} if engineer else None,
        },
        "employee": {"id": row["employee_id"], "name": row["employee_name"]},
        "station": {"id": row["station_id"], "code": row["station_code"], "name": row["station_name"]},
        "occurred_at": row["occurred_raw"], "decision": row["decision_note"],
        "decided_by": {"id": decider, "name": row["decided_by_name"]} if decider else None,
        "offered": WORKFLOW.offered(unit, queries.as_row(row), BASE),
    }  # fmt: skip


def read(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any]:
    """The whole command."""
    found = queries.whole(unit, id, scoped=scoped)
    return line(unit, found) | {"body": _said(found["body"])}


def of(unit: Unit, ids: Collection[str]) -> list[dict[str, Any]]:
    """These commands whole, newest first."""
    return [line(unit, row) | {"body": _said(row["body"])} for row in queries.these(unit, ids)]


def _said(body: dict[str, Any]) -> dict[str, Any]:
    """What the command says, without the picture of a signature and the phone's own counts."""
    hidden = ("device_id", "device_seq", "after", "job_id", "occurred_at", "picture", "fingerprint")
    return {name: value for name, value in body.items() if name not in hidden}
