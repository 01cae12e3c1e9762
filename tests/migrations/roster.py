"""Rows of the roster for the test that goes up, down and up again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import insert

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.world import BORN, World

_BORN = {"version": 1, "created_at": BORN}


def rostered(db: Database, world: World) -> None:
    """A shift that was attended and is to change hands, leave that was asked for, and an appointment."""
    station, holder = {"station_id": world.stations["A1"]}, world.employees["HL@A1"]
    shift_id, ends = new_id(), BORN + timedelta(hours=8)
    span = {"starts_at": BORN, "ends_at": ends}
    shift: dict[str, Any] = {
        "id": shift_id, "status": "planned", "employee_id": holder, "resource_no": 1, "report_at": BORN, "kind": "hotline",
    }  # fmt: skip
    rows: list[tuple[Any, dict[str, Any]]] = [
        (models.shifts.Shift, shift | span),
        (models.shifts.Attendance, {"id": new_id(), "shift_id": shift_id, "employee_id": holder, "arrived_at": BORN,
            "left_at": ends}),
        (models.shift_swaps.ShiftSwap, {
            "id": new_id(), "status": "asked", "asker_id": holder, "other_id": world.employees["HL2@A1"],
            "shift_id": shift_id}),
        (models.leave_requests.LeaveRequest, {
            "id": new_id(), "status": "asked", "employee_id": holder, "kind": "annual", **span}),
    ]  # fmt: skip
    with db.write() as conn:
        case = conn.execute(models.service_requests.ServiceRequest.__table__.select()).first()
        assert case is not None
        rows.append((models.appointments.Appointment, {
            "id": new_id(), "case_id": case.id, "customer_id": world.customers["A1"], "kind": "counter",
            "status": "booked", "open": True, "sequence": 0, **span}))  # fmt: skip
        for model, row in rows:
            conn.execute(insert(model.__table__), row | station | _BORN)
