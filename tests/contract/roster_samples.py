"""Samples of the roster: shifts, swaps and leave."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import select

from api import models
from api.dispatch.appointments.workflow import WORKFLOW as APPOINTMENTS
from api.kit.unit import Unit
from api.network.leave_requests.workflow import WORKFLOW as LEAVE
from api.network.shift_swaps.workflow import WORKFLOW as SWAPS
from api.network.shifts.workflow import WORKFLOW as SHIFTS
from tests.world import World

_weeks = count(1)
WHY = {"reason": "样本"}


def _soon() -> datetime:
    """A time that no other sample has, so that nobody stands in two shifts at once."""
    return datetime.now(UTC).replace(microsecond=0) + timedelta(days=2 + 2 * next(_weeks))


def shift(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """A planned shift of somebody."""
    holder = owner or world.employees[f"FE2@{station}"]
    employee, bookable = models.employees.Employee.__table__, models.bookings.Bookable.__table__
    number = unit.value(
        select(bookable.c.resource_no).join(employee, employee.c.resource_id == bookable.c.id)
        .where(employee.c.id == holder)
    )  # fmt: skip
    begins = _soon()
    return unit.insert(
        models.shifts.Shift, status="planned", station_id=world.stations[station], employee_id=holder,
        resource_no=number, starts_at=begins, ends_at=begins + timedelta(hours=8), report_at=begins, kind="duty",
    ).id  # fmt: skip


def swap(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """A colleague asks for a swap."""
    asker = owner or world.employees[f"FE2@{station}"]
    other = next(id for id in (world.employees[f"{short}@{station}"] for short in ("HL2", "CO2")) if id != asker)
    return unit.insert(
        models.shift_swaps.ShiftSwap, status="asked", station_id=world.stations[station], asker_id=asker, other_id=other,
        shift_id=shift(unit, world, station, asker),
    ).id  # fmt: skip


def leave(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """Leave that is asked for."""
    begins = _soon()
    return unit.insert(
        models.leave_requests.LeaveRequest, status="asked", station_id=world.stations[station],
        employee_id=owner or world.employees[f"FE2@{station}"], starts_at=begins, ends_at=begins + timedelta(hours=4),
        kind="annual",
    ).id  # fmt: skip


def samples(sample: Any, case: Callable[[Unit, World, str, str | None], str]) -> dict[str, Any]:
    """By the first part of the path."""

    def appointment(unit: Unit, world: World, station: str, owner: str | None) -> str:
        begins = _soon()
        return unit.insert(
            models.appointments.Appointment, station_id=world.stations[station], case_id=case(unit, world, station, None),
            customer_id=world.customers[station], employee_id=owner, kind="counter", status="booked", open=True,
            starts_at=begins, ends_at=begins + timedelta(minutes=30), sequence=0,
        ).id  # fmt: skip

    ticked = {"parts": True, "tools": True, "papers": True}
    moved = {"starts_at": (datetime.now(UTC) + timedelta(days=300)).isoformat(), "asked_by": "customer", **WHY}
    return {
        "appointments": sample(
            "appointments", appointment,
            {"reconfirm": {"answer": "confirmed"}, "prepare": ticked, "change": moved, "cancel": WHY}, APPOINTMENTS,
        ),
        "leave-requests": sample("leave-requests", leave, {"refuse": WHY}, LEAVE),
        "shift-swaps": sample("shift-swaps", swap, {"refuse": WHY}, SWAPS),
        "shifts": sample(
            "shifts", shift, {"PATCH": {"note": "样本"}, "correct-attendance": WHY, "remove": WHY}, SHIFTS
        ),
    }  # fmt: skip
