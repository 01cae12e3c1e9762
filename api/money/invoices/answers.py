"""How an invoice is shown."""

from __future__ import annotations

from typing import Any

from api.kit.problems import NotFound
from api.kit.unit import Unit
from api.money.invoices import queries
from api.money.invoices.workflow import WORKFLOW
from api.money.settlement_bills.answers import named, person

BASE = "/api/v1/invoices"


def line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """One line of the list."""
    row |= named(row)
    row["taken_by"] = person(row, "taken_by")
    row["status_label"] = WORKFLOW.label(row["status"], unit.locale)
    return row


def read(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any]:
    """The whole invoice.

    :raises NotFound: also for one the caller may not see.
    """
    found = queries.whole(unit, id, scoped=scoped)
    if found is None:
        raise NotFound
    offered = WORKFLOW.offered(unit, queries.as_row(dict(found)), BASE)
    people = {name: person(found, name) for name in ("requested_by", "issued_by")}
    return line(unit, found) | people | {"offered": offered}
