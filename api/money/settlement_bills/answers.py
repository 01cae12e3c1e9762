"""How a bill is shown."""

from __future__ import annotations

from typing import Any

from api.kit.problems import NotFound
from api.kit.unit import Unit
from api.money.settlement_bills import queries
from api.money.settlement_bills.workflow import WORKFLOW

BASE = "/api/v1/settlement-bills"


def named(row: dict[str, Any]) -> dict[str, Any]:
    """Case, customer and station of a row as the contract's refs, taken out of its columns."""
    return {
        "case": {"id": row.pop("case_id"), "number": row.pop("case_number"), "subject": row.pop("case_subject")},
        "customer": {
            "id": row.pop("customer_id"), "name": row.pop("customer_name"), "class": row.pop("customer_class")
        },
        "station": {"id": row.pop("station_id"), "code": row.pop("station_code"), "name": row.pop("station_name")},
    }  # fmt: skip


def person(row: dict[str, Any], name: str) -> dict[str, Any] | None:
    """`<name>_id` and `<name>_name` of a row as a ref, taken out of it."""
    id, called = row.pop(f"{name}_id"), row.pop(f"{name}_name")
    return {"id": id, "name": called} if id else None


def line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """One line of the list."""
    row |= named(row)
    row["status_label"] = WORKFLOW.label(row["status"], unit.locale)
    row["paid_fen"] = 0 if row["status"] == "voided" else row["total_fen"] - row["open_fen"]
    return row


def read(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any]:
    """The whole bill.

    :raises NotFound: also for one the caller may not see.
    """
    found = queries.whole(unit, id, scoped=scoped)
    if found is None:
        raise NotFound
    offered = WORKFLOW.offered(unit, queries.as_row(dict(found)), BASE)
    del found["engineer_id"]
    people = {name: person(found, name) for name in ("issued_by", "voided_by")}
    return line(unit, found) | people | {"lines": queries.lines(unit, id), "offered": offered}
