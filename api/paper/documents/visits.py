"""The papers of an on-site order: 上门派工单, which the engineer takes along, and 维修工单, which the customer signs."""

from __future__ import annotations

from typing import Any

from api.customers.assets import queries as assets
from api.customers.entitlements import texts
from api.intake.service_requests.words import FAULTS
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.paper.documents import queries
from api.paper.documents.amounts import money
from api.paper.documents.kinds import Clock, Gathered, Kind, joined, register
from api.paper.documents.words import FAILED, FREE, INSTRUCTED, INVOICE, LEFT, NO, PAID, PASSED, REFUSED, TAKEN
from api.parts.movements import queries as movements
from api.parts.reservations import queries as reservations
from api.work.work_orders import answers
from api.work.work_orders import queries as orders

HREF = "/work-orders/{id}"
_CHARGE = Words("{paid}，报价 {fen} 元", "{paid}, quoted {fen} CNY")
_UNTIL = Words("到 {day} 止", "until {day}")
_MINUTES = Words("{n} 分钟", "{n} {n:minute|minutes}")
_OF_DAY = Words("发票 {day}", "Invoice of {day}")
_ACCEPTED = Words("验收 {day}", "Accepted on {day}")


def _day(unit: Unit, value: Any) -> str | None:
    return value and unit.say(texts.day(value))


def _device(unit: Unit, found: dict[str, Any]) -> dict[str, str | None]:
    """What is known of the device, as far as the caller may see its file."""
    asset = assets.known(unit, found["asset"]["id"]) if found["asset"] else None
    bought = None
    if asset:
        invoice, accepted = _day(unit, asset.invoice_date), _day(unit, asset.accepted_on)
        bought = joined(
            invoice and unit.say(_OF_DAY.format(day=invoice)), accepted and unit.say(_ACCEPTED.format(day=accepted))
        )
    until = {
        name: (day := _day(unit, getattr(asset, column))) and unit.say(_UNTIL.format(day=day))
        for name, column in (("warranty", "warranty_ends_on"), ("on_site_period", "on_site_ends_on"))
        if asset
    }
    return {
        "product": found["asset"] and found["asset"]["product_name"], "model": found["model"],
        "serial": found["serial"], "bought": bought, "warranty": until.get("warranty"),
        "on_site_period": until.get("on_site_period"),
    }  # fmt: skip


def _shared(unit: Unit, found: dict[str, Any], case: dict[str, Any]) -> dict[str, Any]:
    contact = found["contact"]
    quoted = money(case["quoted_fen"]) if found["paid"] else None
    charge = _CHARGE.format(paid=PAID, fen=quoted) if quoted else (PAID if found["paid"] else FREE)
    return _device(unit, found) | {
        "case_number": found["case"]["number"], "customer": found["customer"]["name"],
        "contact": contact and joined(contact["name"], contact["title"]), "address": found["place"],
        "fault": found["subject"], "charge": unit.say(charge),
        "engineer": found["engineer"] and found["engineer"]["name"],
    }  # fmt: skip


def _parts_needed(unit: Unit, order_id: str) -> str | None:
    """What is kept or waited for: the engineer takes it along."""
    kept = reservations.of_orders(unit, [order_id])
    return joined(
        *(
            f"{row['part']['number']} {row['part']['name']} × {row['outstanding']} {row['part']['unit']}"
            for row in kept
            if row["outstanding"] > 0
        ),
        by="\n",
    )


def _parts_used(unit: Unit, order: Row) -> list[dict[str, str | None]]:
    """What was issued for the order less what came back; what the warranty bears is claimed with the old part (R187)."""
    found: dict[str, dict[str, Any]] = {}
    for row in movements.of_orders(unit, [order.id]):
        if row["kind"] == "reversal" or row["reversed_by_id"]:
            continue
        part = found.setdefault(row["part"]["id"], row["part"] | {"used": 0})
        part["used"] += row["quantity"] if row["kind"] == "issue" else -row["quantity"]
    old = unit.say(LEFT if order.paid else TAKEN)
    return [
        {"number": part["number"], "name": part["name"], "quantity": f"{part['used']} {part['unit']}", "old": old}
        for part in found.values()
        if part["used"] > 0
    ]


def dispatch_order(unit: Unit, order: Row) -> Gathered:
    """Filled at once when a visit is decided; the field list follows the hotline's steps."""
    found, case = answers.read(unit, order.id), queries.case_of_order(unit, order.case_id)
    at = Clock(unit, order.station_id)
    minutes = found["duration_seconds"] // 60
    contact = found["contact"]
    fields = _shared(unit, found, case) | {
        "taken_at": at(found["received_at"]), "access": found["access_note"],
        "phone": contact and contact["phone"]["masked"],
        "judgement": case["fault_kind"] and unit.say(FAULTS[case["fault_kind"]]), "promised": at(found["promised_at"]),
        "duration": unit.say(_MINUTES.format(n=minutes)), "dispatched_at": at(found["times"]["assigned_at"]),
        "dispatched_by": queries.dispatcher(unit, order.id), "parts_needed": _parts_needed(unit, order.id),
        "invoice": unit.say(INVOICE) if found["paid"] else None,
        "description": case["description"], "remarks": joined(found["note"], found["contact_note"], by="\n"),
    }  # fmt: skip
    return Gathered(fields, contact_id=contact and contact["id"])


def work_order(unit: Unit, order: Row) -> Gathered:
    """Carried to the site; what is not known yet is left to be written by hand."""
    found, case = answers.read(unit, order.id), queries.case_of_order(unit, order.case_id)
    at = Clock(unit, order.station_id)
    signed = found["signature"]
    drawn = signed and signed["kind"] == "drawn"
    passed = found["test_passed"]
    fields = _shared(unit, found, case) | {
        "promised": at(found["promised_at"]), "arrived_at": at(found["arrived_at"]), "done_at": at(found["done_at"]),
        "diagnosis": found["diagnosis"], "plan": found["plan"], "work_done": found["work_done"],
        "parts": _parts_used(unit, order), "test_result": found["test_result"],
        "test_passed": None if passed is None else unit.say(PASSED if passed else FAILED),
        "instructed": None if found["instructed"] is None else unit.say(INSTRUCTED if found["instructed"] else NO),
        "handed_in_at": at(found["handed_in_at"]), "problem": found["problem"],
        "signer": signed["signer"] if signed and drawn else None, "signed_at": at(signed["signed_at"]) if drawn else None,
        "signature_note": unit.say(REFUSED.format(reason=signed["reason"])) if signed and not drawn else None,
    }  # fmt: skip
    return Gathered(fields, signature_id=queries.signature_id(unit, order.id) if drawn else None)


_DEVICE = ("product", "model", "serial")
_PROOF = ("bought", "warranty", "on_site_period")
_SIGNED = ("signer", "signed_at", "signature_note")
register(
    Kind(
        "on_site_dispatch_order", "work_order", HREF, orders.one, dispatch_order,
        {
            "house": (
                "taken_at", "case_number", "customer", "contact", "phone", "address", "access", *_DEVICE, *_PROOF,
                "fault", "judgement", "charge", "invoice", "promised", "duration", "engineer", "dispatched_at", "dispatched_by",
                "parts_needed", "description", "remarks",
            ),
            "customer": (
                "taken_at", "case_number", "customer", "contact", "address", *_DEVICE, *_PROOF, "fault", "charge",
                "promised", "engineer",
            ),
        },
    )
)  # fmt: skip
register(
    Kind(
        "repair_work_order", "work_order", HREF, orders.one, work_order,
        {
            "house": (
                "case_number", "customer", "contact", "address", *_DEVICE, "charge", "fault", "promised", "engineer",
                "arrived_at", "done_at", "diagnosis", "plan", "work_done", "parts", "test_result", "test_passed",
                "instructed", "handed_in_at", "problem", *_SIGNED,
            ),
            "customer": (
                "case_number", "customer", "contact", "address", *_DEVICE, "charge", "fault", "promised", "engineer",
                "arrived_at", "done_at", "diagnosis", "plan", "work_done", "parts", "test_result", "test_passed",
                "instructed", *_SIGNED,
            ),
        },
    )
)  # fmt: skip
