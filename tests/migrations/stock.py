"""Rows of the parts room for the test that goes up, down and up again."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.world import BORN, World

_BORN = {"version": 1, "created_at": BORN}


def stocked(db: Database, world: World) -> None:
    """A part received into a store, by trigger its position, a reservation of it, and a sheet that counts it."""
    part, store, van, movement, order = (new_id() for _ in range(5))
    station, engineer = world.stations["A1"], world.employees["FE@A1"]
    rows: list[tuple[Any, dict[str, Any]]] = [
        (models.parts.Part, {
            "id": part, "number": "OPT-1", "name": "光源模块", "name_key": "guangyuanmokuai gymk", "family": "光学",
            "unit": "个", "serial_tracked": False, "low_at": 4, "scarce_at": 2, "active": True, **_BORN,
        }),
        (models.parts.PartProduct, {"id": new_id(), "part_id": part, "product_id": world.products["WQ-5100"]}),
        (models.stock_places.StockPlace, {
            "id": store, "code": "A1", "name": "站库", "kind": "store", "station_id": station, "active": True, **_BORN,
        }),
        (models.stock_places.StockPlace, {
            "id": van, "code": "VAN-1", "name": "车", "kind": "van", "station_id": station, "employee_id": engineer,
            "parent_id": store, "active": True, **_BORN,
        }),
        (models.stock.StockMovement, {
            "id": movement, "created_at": BORN, "number": "SM-A1-20260105-0001", "line": 1, "kind": "receipt",
            "station_id": station, "part_id": part, "quantity": 3, "value_fen": 1000, "to_place_id": store,
            "occurred_at": BORN,
        }),
        (models.stock_reservations.StockReservation, {
            "id": new_id(), "number": "RV-A1-20260105-0001", "station_id": station, "status": "held", "part_id": part,
            "place_id": store, "quantity": 1, "issued": 0, "order_id": order, "order_number": "WO-1", **_BORN,
        }),
    ]  # fmt: skip
    with db.write() as conn:
        for model, row in rows:
            conn.execute(insert(model.__table__), row)
        table = models.stock.StockPosition.__table__
        position = conn.execute(table.select().where(table.c.part_id == part)).one()
        assert (position.quantity, position.reserved, position.value_fen) == (3, 1, 1000)
