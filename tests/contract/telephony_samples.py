"""Samples of telephony; `samples.py` brings what they share with the calls and people they are about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import delete

from api import models
from api.intake.telephony.exchanges.workflow import WORKFLOW as EXCHANGES
from api.intake.telephony.legs.workflow import WORKFLOW as LEGS
from api.intake.telephony.presences.workflow import WORKFLOW as PRESENCES
from api.kit.unit import Unit
from tests.world import World

Make = Callable[[Unit, World, str, str | None], str]


def _exchange(unit: Unit, world: World, station: str, owner: str | None) -> str:
    return unit.insert(
        models.telephony.TelephonyExchange, name="样本", station_id=world.stations[station], secret_sealed="", active=True,
        created_by_id=world.accounts["SA@C"],
    ).id  # fmt: skip


def samples(sample: Any, call: Make, employee: Make) -> dict[str, Any]:
    """By the first part of the path."""

    def extension(unit: Unit, world: World, station: str, owner: str | None) -> str:
        return unit.insert(
            models.telephony.Extension, exchange_id=_exchange(unit, world, station, owner), number="1001",
            employee_id=employee(unit, world, station, None), station_id=world.stations[station], starts_at=unit.now,
        ).id  # fmt: skip

    def presence(unit: Unit, world: World, station: str, owner: str | None) -> str:
        table = models.telephony.Presence.__table__
        unit.conn.execute(delete(table).where(table.c.employee_id == owner))
        return unit.insert(
            models.telephony.Presence, employee_id=owner or employee(unit, world, station, None),
            station_id=world.stations[station], status="available", since=unit.now,
        ).id  # fmt: skip

    def leg(unit: Unit, world: World, station: str, owner: str | None) -> str:
        return unit.insert(
            models.telephony.CallLeg, call_id=call(unit, world, station, owner), station_id=world.stations[station],
            employee_id=owner or employee(unit, world, station, None), extension="1001", status="talking",
            rang_at=unit.now,
        ).id  # fmt: skip

    return {
        "call-legs": sample("call-legs", leg, {"transfer": {"to_extension": "1002", "statement": "样本"}}, LEGS),
        "extensions": sample("extensions", extension, ownable=False),
        "presences": sample("presences", presence, {"away": {"reason": "meal"}}, PRESENCES),
        "telephony-exchanges": sample(
            "telephony-exchanges", _exchange, {"PATCH": {"name": "样本二"}, "disable": {"reason": "样本"}}, EXCHANGES,
            shared=True,
        ),
    }  # fmt: skip
