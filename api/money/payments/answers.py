"""How a payment is shown."""

from __future__ import annotations

from typing import Any

from api.kit.problems import NotFound
from api.kit.unit import Unit
from api.money.ledger.chart import WAYS
from api.money.payments import queries
from api.money.payments.workflow import WORKFLOW
from api.money.settlement_bills.answers import named, person

BASE = "/api/v1/payments"


def line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """One line of the list."""
    row |= named(row)
    row["collected_by"] = person(row, "collected_by")
    row["status_label"] = WORKFLOW.label(row["status"], unit.locale)
    row["way_label"] = unit.say(WAYS[row["way"]])
    return row


def read(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any]:
    """The whole payment.

    :raises NotFound: also for one the caller may not see.
    """
    found = queries.whole(unit, id, scoped=scoped)
    if found is None:
        raise NotFound
    offered = WORKFLOW.offered(unit, queries.as_row(dict(found)), BASE)
    del found["void_approved_by_id"]
    if found["status"] != "pending":
        found["qr_text"] = None
    return line(unit, found) | {"offered": offered}
