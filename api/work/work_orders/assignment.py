"""Who goes when (分配上门任务, R109): assign, reassign, move, unassign, always through the one table of bookings (P4)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from api.events import log
from api.kit.problems import Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.bookings import service as bookings
from api.network.bookings.clashing import KINDS as CLASHES
from api.network.settings import limits
from api.work.work_orders import answers, commands, facts, queries, timing
from api.work.work_orders.service import done, freed, settle
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
    settle(unit, order, fact, **changes, **_given(unit, engineer, booking, span))
    return _told(unit, order, booking, command.override_reason)


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
    settle(unit, order, fact, **changes, **_given(unit, engineer, booking, span))
    return _told(unit, order, booking, command.override_reason)


def move(unit: Unit, id: str, command: commands.Move) -> dict[str, Any]:
    """Another time, another engineer, longer or shorter, in one act; what is not given stays.

    A new time or engineer is to be accepted anew. Who is on his way or at the customer's is where he is: his job can
    only be given more or less time, or be given to somebody else while he is on his way. A start after the promised time
    needs what was agreed with the customer, and the promise moves with it (R80, R95).

    :raises Clash: the time is taken, or he is off duty; a manager may place it all the same with a reason.
    :raises Invalid: not a field engineer of the station on that day, a start in the past, a reason that lacks.
    """
    order = queries.one(unit, id, lock=True)
    changes: dict[str, Any] = WORKFLOW.fire(unit, "move", order, BASE)
    held = bookings.held(unit, order.booking_id)
    engineer, span = _moved(unit, order, held, command)
    former = queries.employee_name(unit, order.engineer_id)
    other = engineer["id"] != order.engineer_id
    if other:
        changes = WORKFLOW.fire(unit, "reassign", order, BASE)
    elif order.status != "assigned" and span["starts_at"] != held.starts_at:
        words = Words("人已经出发，开始时间不能再改", "He has left: the start cannot change any more")
        raise Invalid.field("/body/starts_at", "under_way", words)
    elsewhen = span["starts_at"] != held.starts_at
    if elsewhen and span["starts_at"] < unit.now:
        words = Words("开始时间要在以后", "The start lies in the future")
        raise Invalid.field("/body/starts_at", "in_the_past", words)
    promise: dict[str, Any] = {}
    if elsewhen and order.promised_at and span["starts_at"] > order.promised_at:
        if not command.reason:
            words = Words(
                "晚于承诺的时间，要先和客户说好并写明",
                "Later than promised: settle it with the customer and say what was agreed",
            )
            raise Invalid.field("/body/reason", "missing", words)
        promise = {"promised_at": span["starts_at"], "reason": command.reason}
        timing.aim(unit, order, span["starts_at"], command.reason)
    booking = bookings.rebook(
        unit, order.booking_id, employee_id=engineer["id"], starts_at=span["starts_at"], ends_at=span["ends_at"],
        travel_before=span["travel"], station_id=order.station_id, note=order.number,
        override_reason=command.override_reason,
    )  # fmt: skip
    fact = facts.WorkOrderMoved(
        employee_id=engineer["id"], name=engineer["name"], former_employee_id=order.engineer_id, former_name=former,
        booking_id=booking.id, starts_at=booking.starts_at, ends_at=booking.ends_at,
        former_starts_at=held.starts_at, former_ends_at=held.ends_at, travel_seconds=span["travel"],
        promised_at=promise.get("promised_at"), former_promised_at=order.promised_at if promise else None,
        reason=promise.get("reason"),
    )  # fmt: skip
    given = _given(unit, engineer, booking, span)
    if not (other or (elsewhen and order.status == "assigned")):
        given = {name: given[name] for name in ("duration_seconds", "travel_seconds")}
    settle(unit, order, fact, **changes, **promise, **given)
    return _told(unit, order, booking, command.override_reason)


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


def _moved(unit: Unit, order: Row, held: Row, command: commands.Move) -> tuple[dict[str, Any], dict[str, Any]]:
    starts_at: datetime = command.starts_at or held.starts_at
    seconds = command.duration_minutes * 60 if command.duration_minutes else order.duration_seconds
    travel = order.travel_seconds if command.travel_minutes is None else command.travel_minutes * 60
    wanted = command.employee_id or order.engineer_id
    engineer = queries.field_engineer(unit, wanted, order.station_id, starts_at)
    if engineer is None:
        words = Words("不是本站当天在岗的上门工程师", "Not a field engineer of this station on that day")
        raise Invalid.field("/body/employee_id", "not_a_field_engineer", words)
    return engineer, {
        "starts_at": starts_at, "ends_at": starts_at + timedelta(seconds=seconds), "travel": travel, "seconds": seconds
    }  # fmt: skip


def _told(unit: Unit, order: Row, booking: Row, reason: str | None) -> dict[str, Any]:
    """What a manager placed against a clash stands in the order's story, clash by clash; then the whole order."""
    for one in bookings.overrides(unit, booking.id) if reason else ():
        fact = facts.WorkOrderOverridden(
            clash=one["clash_note"] or unit.say(CLASHES[one["clash_kind"]]), clash_kind=one["clash_kind"],
            reason=one["reason"], clash_booking_id=one["clash_id"], clash_starts_at=one["clash_starts_at"],
            clash_ends_at=one["clash_ends_at"],
        )  # fmt: skip
        log.append(unit, order, fact)
    return answers.read(unit, order.id, scoped=False)


def _given(unit: Unit, engineer: dict[str, Any], booking: Row, span: dict[str, Any]) -> dict[str, Any]:
    return {
        "engineer_id": engineer["id"], "booking_id": booking.id, "duration_seconds": span["seconds"],
        "travel_seconds": span["travel"], "assigned_at": unit.now, "accepted_at": None, "departed_at": None,
    }  # fmt: skip
