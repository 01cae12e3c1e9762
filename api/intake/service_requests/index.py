"""Keeps a case findable by what people would type: customer, device, place, subject, number."""

from __future__ import annotations

from typing import Any

from api.intake.service_requests import queries
from api.kit import search
from api.kit.unit import Unit


def put(unit: Unit, case_id: str, known: dict[str, Any] | None = None) -> None:
    """Write the entry anew; `known` saves the look-up of what `queries.findable` would tell."""
    case = known or queries.findable(unit, case_id)
    search.put(
        unit,
        "matter",
        case_id,
        station_id=case["station_id"],
        title=case["subject"],
        subtitle=" · ".join(filter(None, (case["number"], case["customer_name"], case["model"]))),
        terms=search.terms(
            [case["subject"], case["address"], case["product_name"]],
            names=[case["customer_name"]],
            codes=[case["number"], case["serial"], case["model"]],
        ),
        open=case["open"],
        sort_at=case["created_at"],
    )
