"""交款单: who handed which money to whom, counted by who received it (R157, D24). It stays in the house."""

from __future__ import annotations

from typing import Any

from api.kit.unit import Row, Unit
from api.money.cash_handovers import answers
from api.money.cash_handovers import queries as slips
from api.paper.documents import queries
from api.paper.documents.amounts import capital, money
from api.paper.documents.kinds import Clock, Gathered, Kind, joined, register

HREF = "/cash-handovers/{id}"


def slip(unit: Unit, row: Row) -> Gathered:
    """Every payment with its job and invoice; what was declared beside what was counted, never smoothed over."""
    found = answers.read(unit, row.id)
    at = Clock(unit, row.station_id)
    about = queries.jobs_of_payments(unit, [line["payment_id"] for line in found["lines"]])
    fields: dict[str, Any] = {
        "date": at.day(found["created_at"]), "station": found["station"]["name"],
        "handed_by": found["giver"] and found["giver"]["name"],
        "received_by": found["receiver"] and found["receiver"]["name"], "received_at": at(found["confirmed_at"]),
        "status": found["status_label"],
        "lines": [
            {
                "job": about[line["payment_id"]]["job"] or line["case_number"], "receipt": line["payment_number"],
                "invoice": about[line["payment_id"]]["invoice"], "method": line["way_label"],
                "amount": money(line["amount_fen"]),
            }
            for line in found["lines"]
        ],
        "due": money(found["declared_fen"]), "handed": money(found["counted_fen"]),
        "difference": money(found["difference_fen"]), "handed_words": capital(found["counted_fen"]),
        "note": joined(found["note"], found["receiver_note"], by="\n"),
    }  # fmt: skip
    return Gathered(fields)


register(
    Kind(
        "cash_handover_slip", "cash_handover", HREF, slips.one, slip,
        {
            "house": (
                "date", "station", "handed_by", "received_by", "received_at", "status", "lines", "due", "handed",
                "difference", "handed_words", "note",
            )
        },
    )
)  # fmt: skip
