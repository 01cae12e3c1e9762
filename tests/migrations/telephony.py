"""Rows of telephony for the test that goes up, down and up again."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.world import BORN, World

_BORN = {"version": 1, "created_at": BORN}


def called(db: Database, world: World) -> None:
    """An exchange with one call: told, linked, rung at an agent who is there, and something asked of the exchange."""
    exchange_id, event_id, call_id = (new_id() for _ in range(3))
    station, agent, told = (
        {"station_id": world.stations["A1"]},
        {"employee_id": world.employees["HL@A1"]},
        models.telephony,
    )
    exchange: dict[str, Any] = {
        "id": exchange_id, "created_by_id": world.accounts["SA@C"], "name": "总机", "secret_sealed": "x", "active": True,
    }  # fmt: skip
    call: dict[str, Any] = {
        "id": call_id, "number": "CL-A1-20260105-0001", "status": "ringing", "direction": "inbound", "rang_at": BORN,
        "repeat": False, "exchange_id": exchange_id, "caller_name": "陈",
    }  # fmt: skip
    event: dict[str, Any] = {
        "id": event_id, "exchange_id": exchange_id, "event_id": "e1", "call_key": "c1", "kind": "ringing", "data": {},
        "occurred_at": BORN, "recorded_at": BORN,
    }  # fmt: skip
    link = {"id": new_id(), "exchange_id": exchange_id, "call_key": "c1", "call_id": call_id}
    request = {
        "id": new_id(), "created_at": BORN, "exchange_id": exchange_id, "kind": "answer", "status": "open", "call_id": call_id,
        "extension": "1001", "expires_at": BORN, "asked_by_id": world.employees["HL@A1"],
    }  # fmt: skip
    seat = {"id": new_id(), "exchange_id": exchange_id, "number": "1001", "starts_at": BORN}
    presence = {"id": new_id(), "status": "available", "since": BORN}
    leg = {"id": new_id(), "call_id": call_id, "extension": "1001", "status": "ringing", "rang_at": BORN}
    with db.write() as conn:
        for model, row in (
            (told.TelephonyExchange, exchange | station | _BORN),
            (models.calls.Call, call | station | _BORN),
            (told.TelephonyEvent, event),
            (told.TelephonyEventPersonal, {"id": event_id, "from_number": "13800004410"}),
            (told.TelephonyCall, link),
            (told.TelephonyReceipt, {"digest": new_id(), "received_at": BORN}),
            (told.TelephonyRequest, request),
            (told.Extension, seat | station | agent | _BORN),
            (told.Presence, presence | station | agent | _BORN),
            (told.CallLeg, leg | station | agent | _BORN),
        ):
            conn.execute(insert(model.__table__), row)
