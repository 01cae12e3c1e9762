"""Who is out, with what, and whether his phone keeps up (issue 5: the coordinator's view of engineers)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from api.field.crew import queries, schemas
from api.kit import clock
from api.kit.unit import Unit
from api.work.work_orders.workflow import WORKFLOW

NOW = ("on_site", "work_done", "signed", "on_the_way")
"""States in which a job is what its engineer does now, the most telling first."""
_SINCE = {
    "assigned": "accepted_at", "on_the_way": "departed_at", "on_site": "arrived_at", "work_done": "done_at",
    "signed": "signed_at",
}  # fmt: skip


def crew(unit: Unit, query: schemas.CrewQuery) -> dict[str, Any]:
    """Each engineer with his present and next job, his phones, and what of his a person must decide."""
    people = queries.people(unit, query.station_id)
    ids = {person["id"] for person in people}
    today = clock.midnight(unit.today)
    jobs: dict[str, list[dict[str, Any]]] = {}
    for job in queries.jobs(unit, ids, today, today + timedelta(days=2)) if ids else ():
        jobs.setdefault(job["engineer_id"], []).append(job)
    phones: dict[str, list[dict[str, Any]]] = {}
    for phone in queries.phones(unit, ids) if ids else ():
        phones.setdefault(phone["employee_id"], []).append(_phone(phone))
    held, conflicts = queries.held(unit), queries.conflicts(unit)
    items = []
    for person in people:
        mine, his = jobs.get(person["id"], []), phones.get(person["id"], [])
        undone = [job for job in mine if job["handed_in_at"] is None]
        current = next((job for state in NOW for job in undone if job["status"] == state), None)
        following = next((job for job in undone if job["status"] == "assigned"), None)
        items.append(
            {
                "employee": {"id": person["id"], "name": person["name"]},
                "station": {"id": person["station_id"], "code": person["code"], "name": person["station_name"]},
                "current": current and _job(unit, current), "next": following and _job(unit, following),
                "open": len(undone), "done_today": len(mine) - len(undone), "phones": his,
                "reported_at": max((phone["reported_at"] for phone in his), default=None),
                "waiting": sum(phone["waiting"] for phone in his),
                "held": held.get(person["id"], 0), "conflicts": conflicts.get(person["id"], 0),
            }
        )  # fmt: skip
    return {"at": unit.now, "items": items, "held": sum(held.values()), "conflicts": sum(conflicts.values())}


def _job(unit: Unit, job: dict[str, Any]) -> dict[str, Any]:
    kept = ("id", "number", "status", "customer_name", "subject", "promised_at")
    return {name: job[name] for name in kept} | {
        "status_label": WORKFLOW.label(job["status"], unit.locale), "since": job[_SINCE[job["status"]]],
    }  # fmt: skip


def _phone(row: dict[str, Any]) -> dict[str, Any]:
    kept = (
        "id", "name", "status", "reported_at", "waiting", "oldest_waiting_at", "storage", "app_version",
    )  # fmt: skip
    return {name: row[name] for name in kept} | {
        "skew_seconds": row["skew_ms"] / 1000, "wipe": row["wipe_asked_at"] is not None,
    }  # fmt: skip
