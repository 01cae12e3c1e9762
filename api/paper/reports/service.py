"""Reports of work."""

from __future__ import annotations

from datetime import date
from typing import Any

from api.kit import clock
from api.kit.unit import Unit
from api.paper.reports import queries, schemas
from api.work.work_orders.words import STATES

_RANK = {status: rank for rank, status in enumerate(STATES)}


def work_by_month(unit: Unit, query: schemas.WorkByMonthQuery) -> dict[str, Any]:
    """The orders opened in a month of the network's calendar by engineer and state, whoever has most first (R406)."""
    year, month = map(int, query.month.split("-"))
    since = clock.midnight(date(year, month, 1))
    until = clock.midnight(date(year + month // 12, month % 12 + 1, 1))
    total: dict[str, int] = {}
    people: dict[str | None, dict[str, int]] = {}
    names: dict[str | None, str] = {}
    for row in queries.orders_opened(unit, since, until, query.station_id):
        id, status, count = row["engineer_id"], row["status"], row["count"]
        names[id] = row["engineer"]
        people.setdefault(id, {})[status] = count
        total[status] = total.get(status, 0) + count
    ordered = sorted(people, key=lambda id: (id is None, -sum(people[id].values()), names[id], id))
    return {
        "month": query.month,
        "since": since,
        "until": until,
        "count": sum(total.values()),
        "states": _states(unit, total),
        "items": [
            {
                "engineer": None if id is None else {"id": id, "name": names[id]},
                "count": sum(people[id].values()),
                "states": _states(unit, people[id]),
            }
            for id in ordered
        ],
    }


def _states(unit: Unit, counted: dict[str, int]) -> list[dict[str, Any]]:
    """In the order in which an order passes them."""
    return [
        {"status": status, "label": unit.say(STATES[status]), "count": counted[status]}
        for status in sorted(counted, key=_RANK.__getitem__)
    ]
