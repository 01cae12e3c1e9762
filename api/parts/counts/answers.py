"""How a stock-take is shown."""

from __future__ import annotations

from typing import Any

from api.kit.unit import Unit
from api.parts.catalogue import queries as catalogue
from api.parts.counts import queries
from api.parts.counts.workflow import WORKFLOW, second_person
from api.parts.places import queries as places


def line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """One stock-take of a list."""
    subject = queries.as_row(dict(row))
    people = {
        "created_by": (row.pop("created_by_id"), row.pop("maker_name")),
        "approved_by": (row.pop("approved_by_id"), row.pop("approver_name")),
    }
    del row["holder_id"]
    return row | {
        "status_label": WORKFLOW.label(row["status"], unit.locale), "place": places.ref(row, "place"),
        **{who: {"id": id, "name": name} if name else None for who, (id, name) in people.items()},
        "offered": WORKFLOW.offered(unit, subject, queries.BASE),
    }  # fmt: skip


def read(unit: Unit, id: str) -> dict[str, Any]:
    """The whole stock-take."""
    found = queries.whole(unit, id)
    subject = queries.as_row(dict(found))
    step = WORKFLOW.steps["settle"]
    lacks = None
    if subject.status == "submitted" and WORKFLOW.permits(unit, step, subject):
        lacks = second_person(unit, subject)
    return line(unit, found) | {
        "sheet": [_sheet_line(row) for row in queries.sheet(unit, id)], "lacks": lacks and unit.say(lacks)
    }  # fmt: skip


def _sheet_line(row: dict[str, Any]) -> dict[str, Any]:
    quantity, value = row.pop("quantity") or 0, row.pop("value_fen") or 0
    difference = None if row["counted"] is None else row["counted"] - row["expected"]
    worth = None if difference is None else (difference * value // quantity if quantity else 0)
    return row | {
        "part": catalogue.ref(row), "place": places.ref(row, "place"), "difference": difference,
        "difference_fen": worth,
    }  # fmt: skip
