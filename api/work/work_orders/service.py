"""What every verb of an order ends in: the change with its fact, and where the case stands by it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from api.events import log
from api.events.facts import Fact
from api.intake.service_requests import course
from api.kit import search
from api.kit.problems import Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.bookings import service as bookings
from api.work.work_orders import answers, queries

_STEP = {
    "on_the_way": 3, "on_site": 3, "work_done": 3, "signed": 3, "record_in": 4, "followed_up": 4, "closed": 4
}  # fmt: skip
"""The step of the case in which an order of this state stands (R9); all other states belong to step 2."""


def settle(unit: Unit, order: Row, fact: Fact, **changes: Any) -> Row:
    """Write the change with its fact, and tell the case which step it has reached and whose it is (R9)."""
    log.append(unit, order, fact, **changes)
    held: dict[str, Any] = {"engineer_id": order.engineer_id, "job": order.status} if order.open else {}
    course.move_on(unit, order.case_id, step=_STEP.get(order.status, 2), **held)
    return order


def done(unit: Unit, order: Row, fact: Fact, **changes: Any) -> dict[str, Any]:
    """`settle`, and the whole order as it now stands; the caller sees what he did even if he gave it away by it."""
    settle(unit, order, fact, **changes)
    return answers.read(unit, order.id, scoped=False)


def in_future(promised_at: datetime, now: datetime) -> None:
    """A promise lies ahead.

    :raises Invalid: at `/body/promised_at`.
    """
    if promised_at <= now:
        words = Words("承诺的时间要在以后", "A promised time lies in the future")
        raise Invalid.field("/body/promised_at", "in_the_past", words)


def freed(unit: Unit, order: Row, reason: str | None = None) -> dict[str, Any]:
    """The engineer's time is given back; the changes that leave the order without him."""
    if order.booking_id:
        bookings.release(unit, order.booking_id, reason)
    return {
        "engineer_id": None, "booking_id": None, "assigned_at": None, "accepted_at": None, "departed_at": None
    }  # fmt: skip


def index(unit: Unit, order: Row) -> None:
    """Make the order findable as it now stands."""
    found = queries.findable(unit, order.id)
    device = " ".join(filter(None, (found["model"], found["serial"])))
    search.put(
        unit, "order", order.id, station_id=found["station_id"], title=f"{found['number']} {found['subject']}",
        subtitle=" · ".join(filter(None, (found["customer_name"], device))),
        terms=search.terms(
            (found["subject"], found["address"], found["model"], found["product_name"]),
            names=(found["customer_name"],), codes=(found["serial"], found["number"]),
        ),
        open=found["open"], sort_at=found["created_at"],
    )  # fmt: skip
