"""Rows of the board for the test that goes up, down and up again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import insert

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.world import BORN, World


def doubled(db: Database, world: World) -> None:
    """A van, taken twice at once by leave of the manager."""
    line, van, first, second = (new_id() for _ in range(4))
    station = {"station_id": world.stations["A1"]}
    until = BORN + timedelta(hours=1)
    taken: dict[str, Any] = {
        "version": 1, "created_at": BORN, "resource_no": 90_001, "kind": "use", "starts_at": BORN, "ends_at": until,
        "blocked_from": BORN, "blocked_to": until, **station,
    }  # fmt: skip
    override = {
        "id": new_id(), "created_at": BORN, "booking_id": second, "by_id": world.employees["SM@A1"], "reason": "急修",
        "clash_kind": "use", "clash_id": first, "clash_starts_at": BORN, "clash_ends_at": until, **station,
    }  # fmt: skip
    with db.write() as conn:
        for model, row in (
            (models.bookings.Bookable, {"id": line, "resource_no": 90_001, "kind": "vehicle", **station}),
            (
                models.bookable_resources.BookableResource,
                {"id": van, "version": 1, "created_at": BORN, "resource_id": line, "kind": "vehicle",
                 "name": "京A·12345", "active": True, **station},
            ),
            (models.bookings.Booking, taken | {"id": first}),
            (models.bookings.Booking, taken | {"id": second, "overrides_id": first, "override_reason": "急修"}),
            (models.bookings.BookingOverride, override),
        ):  # fmt: skip
            conn.execute(insert(model.__table__), row)
