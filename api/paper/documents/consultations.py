"""客户咨询记录表: what a customer asked and what he was told, written for the one who asked (R53, R52)."""

from __future__ import annotations

from api.intake.service_requests import answers
from api.intake.service_requests import queries as cases
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.paper.documents.kinds import Clock, Gathered, Kind, joined, register
from api.paper.documents.words import NO, YES

HREF = "/service-requests/{id}"


def consultation(unit: Unit, case: Row) -> Gathered:
    """Of the whole case only what was asked and answered."""
    whole = cases.whole(unit, case.id)
    if whole is None:
        raise NotFound
    found = answers.read(unit, whole)
    at = Clock(unit, case.station_id)
    contact, where = found["contact"], found["carry_in_station"]
    reply = next((clock["due_at"] for clock in found["clocks"] if clock["kind"] == "reply"), None)
    answered = bool(found["answer"])
    fields = {
        "date": at.day(found["created_at"]), "time": at.time(found["created_at"]),
        "customer": found["customer"]["name"], "contact": contact and joined(contact["name"], contact["title"]),
        "phone": contact and contact["phone"]["masked"], "product": found["asset"] and found["asset"]["product_name"],
        "model": found["model"], "serial": found["serial"], "taken_by": found["owner"] and found["owner"]["name"],
        "question": found["subject"], "description": found["description"], "answer": found["answer"],
        "solved": unit.say(YES if answered else NO), "carry_in": unit.say(YES if where else NO),
        "expected_arrival": None, "reply_by": at(reply),
        "bring_to": where and joined(where["name"], where["address"]), "opening": where and where["opening_text"],
        "reason": found["reason"],
    }  # fmt: skip
    return Gathered(fields, contact_id=contact and contact["id"])


_CUSTOMERS = (
    "date", "time", "customer", "contact", "product", "model", "serial", "taken_by", "question", "answer", "carry_in",
    "expected_arrival", "reply_by", "bring_to", "opening",
)  # fmt: skip
register(
    Kind(
        "customer_consultation_record", "service_request", HREF, cases.one, consultation,
        {"house": (*_CUSTOMERS, "phone", "description", "solved", "reason"), "customer": _CUSTOMERS},
    )
)  # fmt: skip
