"""How a refund is shown."""

from __future__ import annotations

from typing import Any

from api.kit.problems import NotFound
from api.kit.unit import Unit
from api.money.ledger.chart import WAYS
from api.money.refunds import queries
from api.money.refunds.workflow import WORKFLOW
from api.money.settlement_bills.answers import named, person

BASE = "/api/v1/refunds"


def line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """One line of the list."""
    row |= named(row)
    row["requested_by"] = person(row, "requested_by")
    row["status_label"] = WORKFLOW.label(row["status"], unit.locale)
    row["way_label"] = unit.say(WAYS[row["way"]])
    return row


def read(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any]:
    """The whole refund.

    :raises NotFound: also for one the caller may not see.
    """
    found = queries.whole(unit, id, scoped=scoped)
    if found is None:
        raise NotFound
    offered = WORKFLOW.offered(unit, queries.as_row(dict(found)), BASE)
    people = {name: person(found, name) for name in ("approved_by", "paid_by")}
    return line(unit, found) | people | {"offered": offered}
