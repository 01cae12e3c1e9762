"""结算单: what was done and what the customer pays for it (R178)."""

from __future__ import annotations

from typing import Any

from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.money.settlement_bills import answers
from api.money.settlement_bills import queries as settlements
from api.money.words import KINDS
from api.network.settings import limits
from api.paper.documents import queries
from api.paper.documents.amounts import capital, money, quantity
from api.paper.documents.kinds import Clock, Gathered, Kind, register

HREF = "/settlement-bills/{id}"
_LABOUR = ("labour", "call_out", "test_fee", "training", "software")
_PARTS = ("part", "upgrade")
_AGAIN = Words(
    "同一故障 {fault} 天内再次出现，免费返修；更换的备件保修 {part} 天",
    "The same fault within {fault} days is repaired free; replaced parts are warranted for {part} days",
)


def ready(unit: Unit, bill: Row) -> Words | None:
    """A voided bill is owed by nobody."""
    return Words("已作废的结算单不再打印", "A voided bill is not printed") if bill.status == "voided" else None


def bill(unit: Unit, row: Row) -> Gathered:
    """Lines as they were consented to, what each group of them comes to, and what is still open."""
    found = answers.read(unit, row.id)
    at = Clock(unit, row.station_id)
    groups = {"labour": 0, "parts": 0, "other": 0}
    for line in found["lines"]:
        kind = line["kind"]
        groups["labour" if kind in _LABOUR else "parts" if kind in _PARTS else "other"] += line["amount_fen"]
    again = _AGAIN.format(
        fault=limits.get(unit, "repair.same_fault_days"), part=limits.get(unit, "repair.part_days")
    )  # fmt: skip
    fields: dict[str, Any] = queries.device_of_case(unit, row.case_id) | {
        "customer": found["customer"]["name"], "date": at.day(found["created_at"]),
        "order_number": queries.order_number(unit, row.case_id),
        "lines": [
            {
                "description": line["description"], "kind": unit.say(KINDS[line["kind"]]),
                "quantity": f"{quantity(line['quantity'])} {line['unit']}", "unit": money(line["unit_fen"]),
                "amount": money(line["amount_fen"]),
            }
            for line in found["lines"]
        ],
        "labour": money(groups["labour"]) if groups["labour"] else None,
        "parts_total": money(groups["parts"]) if groups["parts"] else None,
        "other": money(groups["other"]) if groups["other"] else None,
        "payable": money(found["total_fen"]), "payable_words": capital(found["total_fen"]),
        "paid": money(found["paid_fen"]), "balance": money(found["open_fen"]),
        "method": queries.ways_paid(unit, row.id), "invoice": queries.invoices_of(unit, row.id),
        "repair_warranty": unit.say(again), "made_by": found["issued_by"] and found["issued_by"]["name"],
        "remarks": found["remark"],
    }  # fmt: skip
    return Gathered(fields)


_CUSTOMERS = (
    "customer", "date", "order_number", "product", "model", "serial", "case_number", "lines", "labour", "parts_total",
    "other", "payable", "payable_words", "paid", "balance", "method", "invoice", "repair_warranty", "made_by",
)  # fmt: skip
register(
    Kind(
        "settlement_bill", "settlement_bill", HREF, settlements.one, bill,
        {"house": (*_CUSTOMERS, "remarks"), "customer": _CUSTOMERS}, ready,
    )
)  # fmt: skip
