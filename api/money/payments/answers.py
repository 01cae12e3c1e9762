"""How a payment is shown."""

from __future__ import annotations

from typing import Any

import segno

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


def drawn(text: str) -> list[str]:
    """The text as a QR code with its quiet zone, one string of 0 and 1 a row."""
    return [
        "".join("1" if dark else "0" for dark in row) for row in segno.make(text, micro=False).matrix_iter(border=3)
    ]


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
    found["qr"] = found["qr_text"] and drawn(found["qr_text"])
    return line(unit, found) | {"offered": offered}
