"""Samples of the parts room; `samples.py` brings what they share with the orders they are for."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

from sqlalchemy import select

from api import models
from api.kit.unit import Unit
from api.parts.counts.workflow import WORKFLOW as COUNTS
from api.parts.exceptions.workflow import WORKFLOW as EXCEPTIONS
from api.parts.reservations.workflow import WORKFLOW as RESERVATIONS
from api.parts.transfers.workflow import WORKFLOW as TRANSFERS
from tests.world import World

_numbers = count(1)
WHY = {"reason": "样本"}
Make = Callable[[Unit, World, str, str | None], str]


def _part(unit: Unit, world: World, station: str, owner: str | None) -> str:
    return unit.insert(
        models.parts.Part, number=f"P-{next(_numbers):06d}", name="样本", name_key="yangben", family="光学", unit="个",
        serial_tracked=False, low_at=4, scarce_at=2, active=True,
    ).id  # fmt: skip


def _stock_place(unit: Unit, world: World, station: str, owner: str | None) -> str:
    return unit.insert(
        models.stock_places.StockPlace, code=f"S{next(_numbers):06d}", name="样本", kind="bench" if owner else "store",
        station_id=world.stations[station], employee_id=owner, active=True,
    ).id  # fmt: skip


def _stock_movement(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """Three pieces at a place of theirs; the position that the database opened has the movement's id."""
    place = _stock_place(unit, world, station, owner)
    return unit.insert(
        models.stock.StockMovement, number=f"SM-{next(_numbers):06d}", line=1, kind="receipt",
        station_id=world.stations[station], part_id=_part(unit, world, station, None), quantity=3, value_fen=1000,
        to_place_id=place, occurred_at=unit.now, employee_id=owner,
    ).id  # fmt: skip


def _of_movement(unit: Unit, id: str) -> dict[str, Any]:
    found = unit.first(
        select(models.stock.StockMovement.__table__).where(models.stock.StockMovement.__table__.c.id == id)
    )
    assert found
    return {"part_id": found["part_id"], "place_id": found["to_place_id"]}


def _stock_transfer(unit: Unit, world: World, station: str, owner: str | None) -> str:
    lies = _of_movement(unit, _stock_movement(unit, world, station, None))
    return unit.insert(
        models.stock_transfers.StockTransfer, number=f"TR-{next(_numbers):06d}", status="sent",
        station_id=world.stations[station], from_station_id=world.stations[station], part_id=lies["part_id"],
        quantity=1, from_place_id=_stock_place(unit, world, station, None), transit_place_id=lies["place_id"],
        to_place_id=_stock_place(unit, world, station, owner), receiver_id=owner,
    ).id  # fmt: skip


def _stock_count(unit: Unit, world: World, station: str, owner: str | None) -> str:
    return unit.insert(
        models.stock_counts.StockCount, created_by_id=owner, number=f"ST-{next(_numbers):06d}",
        station_id=world.stations[station], status="counting",
        place_id=_of_movement(unit, _stock_movement(unit, world, station, None))["place_id"],
    ).id  # fmt: skip


def _counted(unit: Unit, world: World, station: str, id: str) -> dict[str, Any]:
    table = models.stock_counts.StockCount.__table__
    place = unit.value(select(table.c.place_id).where(table.c.id == id))
    return {"lines": [{"part_id": _part(unit, world, station, None), "place_id": place, "counted": 1}]}


def some_part(unit: Unit, world: World, station: str, id: str) -> dict[str, Any]:
    return {"part_id": _part(unit, world, station, None), "quantity": 1}


def samples(Sample: Any, order: Make) -> dict[str, Any]:  # noqa: N803 - the class itself
    """Every sample of the parts room; `order` makes a work order at a station for somebody."""

    def _stock_reservation(unit: Unit, world: World, station: str, owner: str | None) -> str:
        lies = _of_movement(unit, _stock_movement(unit, world, station, None))
        job = unit.one(
            models.work_orders.WorkOrder,
            models.work_orders.WorkOrder.__table__.c.id == order(unit, world, station, owner),
        )
        return unit.insert(
            models.stock_reservations.StockReservation, created_by_id=owner, number=f"RV-{next(_numbers):06d}",
            station_id=world.stations[station], status="held", quantity=1, issued=0, order_id=job.id,
            order_number=job.number, case_id=job.case_id, **lies,
        ).id  # fmt: skip

    def _stock_exception(unit: Unit, world: World, station: str, owner: str | None) -> str:
        lies = _of_movement(unit, _stock_movement(unit, world, station, None))
        return unit.insert(
            models.stock_exceptions.StockException, number=f"SX-{next(_numbers):06d}", station_id=world.stations[station],
            status="open", quantity=2, there=0, order_id=order(unit, world, station, None), order_number="WO-1",
            employee_id=owner, occurred_at=unit.now, **lies,
        ).id  # fmt: skip

    return {
        "parts": Sample("parts", _part, {"PATCH": {"family": "光学"}}, shared=True),
        "stock": Sample("stock", _stock_movement),
        "stock-counts": Sample(
            "stock-counts", _stock_count, {"enter": _counted, "count-again": WHY, "cancel": WHY}, COUNTS
        ),
        "stock-exceptions": Sample(
            "stock-exceptions", _stock_exception, {"book": WHY, "book-found": WHY, "dismiss": WHY}, EXCEPTIONS
        ),
        "stock-movements": Sample("stock-movements", _stock_movement, {"reverse": WHY}),
        "stock-places": Sample("stock-places", _stock_place, {"PATCH": {"name": "样本二"}}),
        "stock-reservations": Sample(
            "stock-reservations",
            _stock_reservation,
            {"expect": {"expected_on": "2026-12-01"}, "release": WHY},
            RESERVATIONS,
        ),
        "stock-transfers": Sample("stock-transfers", _stock_transfer, {"take-back": WHY}, TRANSFERS),
    }
