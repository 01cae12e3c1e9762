"""报价单: what was offered to the customer, exactly as it was fixed when it was offered (R161)."""

from __future__ import annotations

from typing import Any

from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.money.quotes import answers
from api.money.quotes import queries as quotes
from api.paper.documents import queries
from api.paper.documents.amounts import capital, less, money, quantity
from api.paper.documents.kinds import Clock, Gathered, Kind, register
from api.paper.documents.words import NO, YES

HREF = "/quotes/{id}"
_OFFERED = ("offered", "consented", "declined", "expired")


def ready(unit: Unit, quote: Row) -> Words | None:
    """A draft may still change, a withdrawn or replaced quote no longer holds: neither goes to a customer (R161)."""
    if quote.status in _OFFERED:
        return None
    return Words("报给客户以后才能打印", "Only a quote that was offered is printed")


def quotation(unit: Unit, quote: Row) -> Gathered:
    """The lines, what they come to, until when it holds, and what the customer said."""
    whole = quotes.whole(unit, quote.id)
    if whole is None:
        raise NotFound
    found = answers.read(unit, whole)
    at = Clock(unit, quote.station_id)
    consent = found["consent"]
    decided = YES if consent else NO if found["status"] == "declined" else None
    fields: dict[str, Any] = queries.device_of_case(unit, quote.case_id) | {
        "customer": found["customer"]["name"], "date": at.day(found["offered_at"]),
        "valid_until": at.day(found["valid_until"]), "service": found["case"]["subject"],
        "made_by": found["created_by"] and found["created_by"]["name"],
        "approved_by": (approver := found["approval"]["approved_by"]) and approver["name"],
        "lines": [
            {
                "description": line["description"], "kind": line["kind_label"],
                "quantity": f"{quantity(line['quantity'])} {line['unit']}", "list": money(line["unit_list_fen"]),
                "unit": money(line["unit_fen"]), "amount": money(line["amount_fen"]),
            }
            for line in found["lines"]
        ],
        "list_total": money(found["list_total_fen"]), "discount": less(found["discount_fen"]),
        "total": money(found["total_fen"]), "total_words": capital(found["total_fen"]),
        "consent": decided and unit.say(decided), "consent_by": consent and consent["given_by"],
        "consent_at": consent and at(consent["occurred_at"]), "consent_way": consent and consent["way_label"],
    }  # fmt: skip
    return Gathered(fields)


_CUSTOMERS = (
    "customer", "date", "valid_until", "product", "model", "serial", "case_number", "service", "made_by", "lines",
    "list_total", "discount", "total", "total_words", "consent", "consent_by", "consent_at", "consent_way",
)  # fmt: skip
register(
    Kind(
        "service_quotation", "quote", HREF, quotes.visible, quotation,
        {"house": (*_CUSTOMERS, "approved_by"), "customer": _CUSTOMERS}, ready,
    )
)  # fmt: skip
