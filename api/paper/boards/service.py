"""The wall board and the table of queues."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from api.intake.service_requests.workflow import WORKFLOW as CASES
from api.kit import clock
from api.kit.problems import NotFound
from api.kit.unit import Unit
from api.kit.words import Words
from api.network.clocks.policy import KINDS, LABELS
from api.network.settings import limits
from api.network.stations import queries as stations
from api.paper.boards import queries, schemas
from api.paper.boards.names import mask
from api.work.work_orders.words import STATES as JOBS

QUEUES = ("overdue", "due_soon", "unassigned", "waiting_part", "waiting_customer", "escalated")
FREE = Words("待命", "Free")
RANK = {status: rank for rank, status in enumerate(queries.UNDER_WAY)}


def wall(unit: Unit, query: schemas.WallQuery) -> dict[str, Any]:
    """Everything that hangs on the wall, masked (D43).

    :raises NotFound: no such station, or none whose board the caller may see.
    """
    id = query.station_id
    home = queries.station(unit, id) if id else None
    if id and home is None:
        raise NotFound
    zone = stations.zone_of(unit, id) if id else clock.ZONE.key
    here = unit.now.astimezone(ZoneInfo(zone))
    since = clock.midnight(here.date(), ZoneInfo(zone))
    rows = queries.queues(unit, id, "station")
    return {
        "at": unit.now,
        "on": here.date(),
        "station": home,
        "time_zone": zone,
        "calls": queries.calls(unit, since, id)
        | {
            "rings": limits.get(unit, "call.rings", id),
            "aim_seconds": limits.get(unit, "call.answer_seconds", id),
            "agents": queries.agents(unit, id),
        },
        "cases": _states(unit, id),
        "open_cases": sum(row["open"] for row in rows),
        "queues": {name: int(sum(row[name] for row in rows)) for name in QUEUES},
        "overdue": [_overdue(unit, row) for row in queries.overdue(unit, id)],
        "engineers": _engineers(unit, since, id),
        "meters": _meters(unit, since, id),
    }


def _states(unit: Unit, station_id: str | None) -> list[dict[str, Any]]:
    """By the state of the order where one is open, since 已派工 hides who is on his way."""
    counted: dict[str, int] = {}
    for row in queries.states(unit, station_id):
        status = row["job_status"] or row["status"]
        counted[status] = counted.get(status, 0) + row["count"]
    order = [*CASES.states, *JOBS]
    return [
        {"status": status, "label": unit.say((JOBS | CASES.states)[status]), "count": counted[status]}
        for status in sorted(counted, key=order.index)
    ]


def _overdue(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    kept = ("number", "station_code", "due_at", "engineer")
    return {name: row[name] for name in kept} | {
        "customer": mask(row["name"], row["kind"]),
        "what": unit.say(LABELS[row["due_kind"]]) if row["due_kind"] else "",
        "escalations": row["escalations"] or 0,
    }


def _engineers(unit: Unit, since: datetime, station_id: str | None) -> list[dict[str, Any]]:
    """One line per engineer: what he does now, else what comes next."""
    until = since + timedelta(days=1)
    held: dict[str, list[dict[str, Any]]] = {}
    for row in queries.jobs(unit, since, until, station_id):
        held.setdefault(row["engineer_id"], []).append(row)
    return [_engineer(unit, id, rows) for id, rows in held.items()]


def _engineer(unit: Unit, id: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    active = [row for row in rows if row["open"] and row["status"] in RANK and row["done_at"] is None]
    now = max(active, key=lambda row: RANK[row["status"]], default=None)
    coming = [row for row in rows if row["open"] and row["done_at"] is None and row is not now and row["promised_at"]]
    state = now["status"] if now else None
    return {
        "id": id,
        "name": rows[0]["engineer"],
        "station_code": rows[0]["station_code"],
        "state": state,
        "state_label": unit.say(JOBS[state] if state else FREE),
        "number": now and now["number"],
        "customer": now and mask(now["name"], now["kind"]),
        "since": now and (now["arrived_at"] or now["departed_at"]),
        "next_at": min((row["promised_at"] for row in coming), default=None),
        "done": sum(row["done_at"] is not None for row in rows),
        "planned": len(rows),
    }


def _meters(unit: Unit, since: datetime, station_id: str | None) -> list[dict[str, Any]]:
    found: dict[str, dict[str, int]] = {}
    for row in (*queries.ended_today(unit, since, station_id), *queries.open_now(unit, station_id)):
        held = found.setdefault(row["kind"], dict.fromkeys(("met", "late", "missed", "running"), 0))
        held |= {name: int(row[name]) for name in held if name in row}
    return [
        {"kind": kind, "label": unit.say(promise.label), "rule": promise.rule} | found[kind]
        for kind, promise in KINDS.items()
        if kind in found and any(found[kind].values())
    ]


def table(unit: Unit, query: schemas.QueuesQuery) -> dict[str, Any]:
    """The queues of the caller's stations side by side, by station or by person.

    :raises NotFound: no such station, or none whose board the caller may see.
    """
    if query.station_id and queries.station(unit, query.station_id) is None:
        raise NotFound
    rows = queries.queues(unit, query.station_id, query.by)
    return {
        "at": unit.now,
        "open": sum(row["open"] for row in rows),
        "total": {name: int(sum(row[name] for row in rows)) for name in QUEUES},
        "items": [
            {
                "station": {"id": row["station_id"], "code": row["code"], "name": row["name"]},
                "person": {"id": row["person_id"], "name": row["person_name"]} if row.get("person_id") else None,
                "open": row["open"],
            }
            | {name: int(row[name]) for name in QUEUES}
            for row in rows
        ],
    }
