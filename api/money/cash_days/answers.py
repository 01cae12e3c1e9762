"""How a day of the books is shown."""

from __future__ import annotations

from typing import Any

from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.money.cash_days import queries
from api.money.cash_days.workflow import WORKFLOW, in_order
from api.money.ledger.chart import ACCOUNTS
from api.money.settlement_bills.answers import person

BASE = "/api/v1/cash-days"


def line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """One line of the list."""
    row["station"] = {
        "id": row.pop("station_id"), "code": row.pop("station_code"), "name": row.pop("station_name")
    }  # fmt: skip
    row |= {name: person(row, name) for name in ("closed_by", "approved_by")}
    row["status_label"] = WORKFLOW.label(row["status"], unit.locale)
    counted = row["counted_fen"]
    row["difference_fen"] = None if counted is None else counted - row["book_fen"]
    return row


def read(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any]:
    """The whole day.

    :raises NotFound: also for one the caller may not see.
    """
    found = queries.whole(unit, id, scoped=scoped)
    if found is None:
        raise NotFound
    day = queries.as_row(dict(found))
    accounts = queries.turnover(unit, day.station_id, day.day)
    return line(unit, found) | {
        "witness": person(found, "witness"),
        "accounts": [row | {"label": unit.say(ACCOUNTS[row["account"]])} for row in accounts],
        "held_fen": queries.held(unit, day.station_id),
        "hindered": _hindered(unit, day),
        "offered": WORKFLOW.offered(unit, day, BASE),
    }


def _hindered(unit: Unit, day: Row) -> str | None:
    """Why an open day cannot be closed now."""
    if day.status != "open":
        return None
    reason = in_order(unit, day)
    return reason and unit.say(reason)
