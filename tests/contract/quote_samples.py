"""Samples of price lists and quotes; `samples.py` brings what a sample is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count
from typing import Any

from api import models
from api.kit.unit import Unit
from api.money.price_lists.workflow import WORKFLOW as PRICE_LISTS
from api.money.quotes.workflow import WORKFLOW as QUOTES
from tests.world import World

_numbers = count(1)
WHY = {"reason": "样本"}


def samples(sample: Callable[..., Any]) -> dict[str, Any]:
    """By the first part of the path."""
    return {
        "price-lists": sample(
            "price-lists", price_list,
            {
                "PATCH": {"name": "样本二"}, "PUT": {"items": []}, "withdraw": WHY, "import": {"content": "5qC35pys"},
                "export": {"form": "csv"},
            },
            PRICE_LISTS, shared=True,
        ),
        "quotes": sample(
            "quotes", quote,
            {
                "PUT": {"lines": []}, "refuse-approval": WHY, "decline": WHY, "void": WHY,
                "consent": {"fingerprint": "0" * 64, "by": "样本", "way": "call"},
            },
            QUOTES,
        ),
    }  # fmt: skip


def case(unit: Unit, world: World, station: str) -> str:
    """A paid case that was judged."""
    return unit.insert(
        models.service_requests.ServiceRequest, number=f"SR-M{next(_numbers):06d}", station_id=world.stations[station],
        status="judged", step=2, open=True, channel="call", customer_id=world.customers[station], subject="样本",
        service_group="paid_service", third_party_accessory=False, urgency="normal", calls=1, paid=True,
        judged_at=unit.now, posted_on=date(2026, 11, 21),
    ).id  # fmt: skip


def price_list(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """A draft of a price list."""
    return unit.insert(
        models.price_lists.PriceList, created_by_id=owner, number=f"PL-{next(_numbers):06d}", name="样本",
        starts_on=date(2026, 1, 1), status="draft",
    ).id  # fmt: skip


def quote(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """A draft of a quote."""
    return unit.insert(
        models.quotes.Quote, created_by_id=owner, number=f"QT-{next(_numbers):06d}", station_id=world.stations[station],
        case_id=case(unit, world, station), customer_id=world.customers[station], status="draft", revision=1,
        list_total_fen=0, discount_fen=0, total_fen=0,
    ).id  # fmt: skip
