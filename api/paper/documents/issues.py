"""发料单: parts leave the store against an order, never without one (R108, R148, R184). It stays in the house."""

from __future__ import annotations

from typing import Any

from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.paper.documents import queries
from api.paper.documents.amounts import money
from api.paper.documents.kinds import Clock, Gathered, Kind, register
from api.paper.documents.words import FREE, NO, PAID, YES
from api.parts.movements import queries as movements

HREF = "/stock-movements/{id}"


def ready(unit: Unit, movement: Row) -> Words | None:
    """Only what was issued for an order has this slip."""
    return None if movement.kind == "issue" else Words("只有发料才有发料单", "Only an issue has this slip")


def slip(unit: Unit, movement: Row) -> Gathered:
    """All lines that share the slip's number."""
    found = movements.slip(unit, movement.number)["movements"]
    at, order = Clock(unit, movement.station_id), queries.order_of_issue(unit, movement.order_id)
    first = found[0]
    fields: dict[str, Any] = {
        "date": at(first["occurred_at"]), "order_number": first["order_number"], "case_number": order["case_number"],
        "from": first["from_place"] and first["from_place"]["name"],
        "to": first["to_place"]["name"] if first["to_place"] else first["order_number"],
        "received_by": order["engineer_name"], "issued_by": first["employee"] and first["employee"]["name"],
        "charge": unit.say(PAID if order["paid"] else FREE),
        "lines": [
            {
                "number": line["part"]["number"], "name": line["part"]["name"],
                "bin": line["from_place"] and line["from_place"]["code"],
                "quantity": f"{line['quantity']} {line['part']['unit']}",
                "unit_cost": money(line["value_fen"] // line["quantity"]),
                "serials": ", ".join(line["serials"] or ()) or None,
                "old_due": unit.say(NO if order["paid"] else YES),  # what the warranty bears is claimed with the old part (R187)
            }
            for line in found
        ],
        "remarks": first["reason"],
    }  # fmt: skip
    return Gathered(fields)


register(
    Kind(
        "material_issue_slip", "stock_movement", HREF, movements.visible, slip,
        {
            "house": (
                "date", "order_number", "case_number", "from", "to", "received_by", "issued_by", "charge", "lines",
                "remarks",
            )
        },
        ready,
    )
)  # fmt: skip
