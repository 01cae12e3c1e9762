"""Rows of the money rooms for the test that goes up, down and up again."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import insert, update

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.world import BORN, World

_BORN = {"version": 1, "created_at": BORN}


def quoted(db: Database, world: World) -> None:
    """A published price, a case quoted by it, the customer's consent, and by trigger the account of the case."""
    list_id, item_id, case_id, quote_id = (new_id() for _ in range(4))
    whose = {"station_id": world.stations["A1"], "customer_id": world.customers["A1"]}
    case: dict[str, Any] = {
        "id": case_id, "number": "SR-A1-20260105-0001", "status": "awaiting_consent", "step": 2, "open": True,
        "channel": "call", "subject": "读数漂移", "service_group": "hardware_repair", "third_party_accessory": False,
        "urgency": "normal", "calls": 1, "paid": True, "quoted_fen": 30000, "posted_on": date(2026, 1, 5),
    }  # fmt: skip
    quote: dict[str, Any] = {
        "id": quote_id, "number": "QT-A1-20260105-0001", "created_by_id": world.employees["HL@A1"], "case_id": case_id,
        "status": "draft", "revision": 1, "list_total_fen": 30000, "discount_fen": 0, "total_fen": 30000,
    }  # fmt: skip
    line: dict[str, Any] = {
        "id": new_id(), "quote_id": quote_id, "position": 1, "kind": "labour", "price_item_id": item_id, "code": "LAB-01",
        "description": "人工费", "unit": "小时", "quantity": 1000, "unit_list_fen": 30000, "unit_fen": 30000,
        "discount_bp": 0, "amount_fen": 30000,
    }  # fmt: skip
    price_list: dict[str, Any] = {
        "id": list_id, "number": "PL-C-20260105-0001", "name": "B 类客户价目表", "customer_class": "B",
        "starts_on": date(2026, 1, 1), "status": "draft",
    }  # fmt: skip
    item: dict[str, Any] = {
        "id": item_id, "price_list_id": list_id, "position": 1, "kind": "labour", "code": "LAB-01", "name": "人工费",
        "unit": "小时", "unit_price_fen": 30000, "terms": "lab-01 人工费 rgf",
    }  # fmt: skip
    consent: dict[str, Any] = {
        "id": new_id(), "created_at": BORN, "case_id": case_id, "station_id": world.stations["A1"], "quote_id": quote_id,
        "quote_fingerprint": "0" * 64, "ceiling_fen": 30000, "adds_fen": 30000, "given_by": "陈志远", "way": "counter",
        "occurred_at": BORN,
    }  # fmt: skip
    quotes, lists = models.quotes.Quote.__table__, models.price_lists.PriceList.__table__
    with db.write() as conn:
        for model, row in (
            (models.price_lists.PriceList, price_list | _BORN),
            (models.price_lists.PriceItem, item),
            (models.service_requests.ServiceRequest, case | whose | _BORN),
            (models.quotes.Quote, quote | whose | _BORN),
            (models.quotes.QuoteLine, line),
        ):
            conn.execute(insert(model.__table__), row)
        conn.execute(update(lists).values(status="published", published_at=BORN))
        conn.execute(update(quotes).values(status="offered", fingerprint="0" * 64, valid_until=BORN))
        conn.execute(insert(models.consents.Consent.__table__), consent)
        conn.execute(update(quotes).values(status="consented", ceiling_fen=30000))
