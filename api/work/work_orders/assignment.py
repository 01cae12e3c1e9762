"""Who goes when (分配上门任务, R109): assign, reassign, unassign, always through the one table of bookings (P4)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from api.kit.problems import Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.bookings import service as bookings
from api.network.settings import limits
from api.work.work_orders import answers, commands, facts, queries
from api.work.work_orders.service import done, freed
from api.work.work_orders.workflow import WORKFLOW

BASE = answers.BASE


def assign(unit: Unit, id: str, command: commands.Assign) -> dict[str, Any]:
    """Give the visit to an engineer; the times default to what was promised.

    :raises Clash: his time is taken; `clash` names by what. A manager may double it with a reason.
    :raises Invalid: not an active field engineer of the order's station on that day, or a start in the past.
    """
    order = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "assign", order, BASE)
    engineer, span = _wanted(unit, order, command)
    booking = bookings.book(
        unit, engineer["id"], span["starts_at"], span["ends_at"], travel_before=span["travel"], kind="job",
        work_order_id=order.id, case_id=order.case_id, station_id=order.station_id, note=order.number,
        override_reason=command.override_reason,
    )  # fmt: skip
    fact = facts.WorkOrderAssigned(
        employee_id=engineer["id"], name=engineer["name"], booking_id=booking.id, starts_at=booking.starts_at,
        ends_at=booking.ends_at, travel_seconds=span["travel"], override_reason=booking.override_reason,
    )  # fmt: skip
    return done(unit, order, fact, **changes, **_given(unit, engineer, booking, span))


def reassign(unit: Unit, id: str, command: commands.Assign) -> dict[str, Any]:
    """Move the visit to another engineer or time; he must accept it anew. Refusals as in `assign`."""
    order = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "reassign", order, BASE)
    engineer, span = _wanted(unit, order, command)
    former = queries.employee_name(unit, order.engineer_id)
    booking = bookings.rebook(
        unit, order.booking_id, employee_id=engineer["id"], starts_at=span["starts_at"], ends_at=span["ends_at"],
        travel_before=span["travel"], station_id=order.station_id, note=order.number,
        override_reason=command.override_reason,
    )  # fmt: skip
    fact = facts.WorkOrderReassigned(
        employee_id=engineer["id"], name=engineer["name"], former_employee_id=order.engineer_id, former_name=former,
        booking_id=booking.id, starts_at=booking.starts_at, ends_at=booking.ends_at, travel_seconds=span["travel"],
        override_reason=booking.override_reason,
    )  # fmt: skip
    return done(unit, order, fact, **changes, **_given(unit, engineer, booking, span))


def unassign(unit: Unit, id: str, command: commands.Because) -> dict[str, Any]:
    """Take the visit back; his time is free again, the promise stands."""
    order = queries.one(unit, id, lock=True)
    changes: dict[str, Any] = WORKFLOW.fire(unit, "unassign", order, BASE)
    fact = facts.WorkOrderUnassigned(employee_id=order.engineer_id, reason=command.reason)
    changes |= freed(unit, order, command.reason)
    return done(unit, order, fact, **changes, reason=command.reason)


def _wanted(unit: Unit, order: Row, command: commands.Assign) -> tuple[dict[str, Any], dict[str, Any]]:
    if command.starts_at and command.starts_at < unit.now:
        words = Words("开始时间要在以后", "The start lies in the future")
        raise Invalid.field("/body/starts_at", "in_the_past", words)
    starts_at: datetime = command.starts_at or order.promised_at
    seconds = command.duration_minutes * 60 if command.duration_minutes else order.duration_seconds
    if command.travel_minutes is None:
        travel = limits.get(unit, "booking.travel_default_seconds", order.station_id)
    else:
        travel = command.travel_minutes * 60
    engineer = queries.field_engineer(unit, command.employee_id, order.station_id, starts_at)
    if engineer is None:
        words = Words("不是本站当天在岗的上门工程师", "Not a field engineer of this station on that day")
        raise Invalid.field("/body/employee_id", "not_a_field_engineer", words)
    span = {"starts_at": starts_at, "ends_at": starts_at + timedelta(seconds=seconds), "travel": travel}
    return engineer, span | {"seconds": seconds}


def _given(unit: Unit, engineer: dict[str, Any], booking: Row, span: dict[str, Any]) -> dict[str, Any]:
    return {
        "engineer_id": engineer["id"], "booking_id": booking.id, "duration_seconds": span["seconds"],
        "travel_seconds": span["travel"], "assigned_at": unit.now, "accepted_at": None, "departed_at": None,
    }  # fmt: skip
