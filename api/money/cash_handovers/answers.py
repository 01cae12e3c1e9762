"""How slips, and what people hold, are shown."""

from __future__ import annotations

from typing import Any

from api.kit.problems import NotFound
from api.kit.unit import Unit
from api.money.cash_handovers import queries
from api.money.cash_handovers.workflow import WORKFLOW
from api.money.ledger.chart import WAYS
from api.money.settlement_bills.answers import person

BASE = "/api/v1/cash-handovers"


def line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """One line of the list."""
    row["station"] = {
        "id": row.pop("station_id"), "code": row.pop("station_code"), "name": row.pop("station_name")
    }  # fmt: skip
    row |= {name: person(row, name) for name in ("giver", "receiver")}
    row["status_label"] = WORKFLOW.label(row["status"], unit.locale)
    counted = row["counted_fen"]
    row["difference_fen"] = None if counted is None else counted - row["declared_fen"]
    return row


def read(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any]:
    """The whole slip.

    :raises NotFound: also for one the caller may not see.
    """
    found = queries.whole(unit, id, scoped=scoped)
    if found is None:
        raise NotFound
    offered = WORKFLOW.offered(unit, queries.as_row(dict(found)), BASE)
    lines = [_way(unit, row) for row in queries.lines(unit, id)]
    return line(unit, found) | {"lines": lines, "offered": offered}


def _way(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    return row | {"way_label": unit.say(WAYS[row["way"]])}


def holdings(unit: Unit, *, mine: bool) -> dict[str, Any]:
    """What people hold, whoever is late first."""
    people: dict[tuple[str, str], dict[str, Any]] = {}
    for row in queries.holdings(unit, mine):
        employee = {"id": row.pop("collected_by_id"), "name": row.pop("collected_by_name")}
        station = {"id": row.pop("station_id"), "code": row.pop("station_code"), "name": row.pop("station_name")}
        held = people.setdefault(
            (employee["id"], station["id"]),
            {"employee": employee, "station": station, "cash_fen": 0, "lines": [], "due_at": None, "overdue": False},
        )
        due = row["due_at"]
        row["overdue"] = due is not None and due < unit.now
        held["lines"].append(_way(unit, row))
        held["overdue"] |= row["overdue"]
        if row["way"] == "cash":
            held["cash_fen"] += row["amount_fen"]
        if due is not None:
            held["due_at"] = min(held["due_at"] or due, due)
    items = sorted(people.values(), key=lambda held: (held["due_at"] is None, held["due_at"] or unit.now))
    return {"items": items, "cash_fen": sum(held["cash_fen"] for held in items)}
