"""Every SELECT on appointments."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, and_, exists, func, not_, select

from api.access import scope
from api.access.policy import P
from api.customers.customers.model import Customer
from api.dispatch.appointments import schemas
from api.dispatch.appointments.model import Appointment
from api.dispatch.appointments.words import KINDS, STATES
from api.dispatch.appointments.workflow import OPEN, WORKFLOW
from api.intake.service_requests.model import ServiceRequest
from api.kit import clock, listing
from api.kit.listing import Order
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.clocks.model import Clock
from api.network.employees.model import Employee
from api.network.settings import limits
from api.network.stations import queries as stations
from api.network.stations.model import Station
from api.work.work_orders.model import WorkOrder

_appointment = Appointment.__table__  # type: ignore[attr-defined]
_clock = Clock.__table__  # type: ignore[attr-defined]
_case = ServiceRequest.__table__  # type: ignore[attr-defined]
_order = WorkOrder.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_asked_again = (
    select(func.min(_clock.c.due_at))
    .where(_clock.c.subject_id == _appointment.c.id, _clock.c.open, _clock.c.kind.in_(("reconfirm", "reconfirm_day")))
    .scalar_subquery()
)
"""By when the customer is to be asked again (D32): the earlier of the two clocks that is open."""
_ORDERS = {"starts_at": Order(_appointment.c.starts_at, _appointment.c.id, of=listing.moment)}


def seen(unit: Unit) -> ColumnElement[bool]:
    """The clause of appointments that the caller may see."""
    return scope.visible(unit, P.APPOINTMENTS_VIEW, Appointment)


def visible(unit: Unit, id: str) -> Row:
    """The appointment, if the caller may see it."""
    return unit.one(Appointment, _appointment.c.id == id, seen(unit))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end and checked against `If-Match`."""
    return unit.one(Appointment, _appointment.c.id == id, seen(unit), lock=True)


def of_order(unit: Unit, order_id: str) -> Row | None:
    """The order's appointment that is open or was missed last, held until the end; for what the order itself does."""
    found = unit.first(
        select(*_appointment.c)
        .where(_appointment.c.work_order_id == order_id, _appointment.c.status.in_((*OPEN, "missed")))
        .order_by(_appointment.c.open.desc(), _appointment.c.id.desc())
        .limit(1)
        .with_for_update()
    )
    return None if found is None else Row(_appointment, found)


def open_one(unit: Unit, id: str) -> Row | None:
    """An open appointment, whoever asks: the clock does."""
    found = unit.first(select(*_appointment.c).where(_appointment.c.id == id, _appointment.c.open).with_for_update())
    return None if found is None else Row(_appointment, found)


def taken(unit: Unit, station_id: str, kind: str, start: datetime, end: datetime) -> list[dict[str, Any]]:
    """The open appointments of a kind at a station that touch the span."""
    return unit.rows(
        select(_appointment.c.starts_at, _appointment.c.ends_at).where(
            _appointment.c.station_id == station_id, _appointment.c.open, _appointment.c.kind == kind,
            _appointment.c.starts_at < end, _appointment.c.ends_at > start,
        )
    )  # fmt: skip


def _selected() -> Select[Any]:
    return (
        select(
            *_appointment.c, _case.c.number.label("case_number"), _case.c.subject.label("case_subject"),
            _order.c.number.label("order_number"), _customer.c.name.label("customer_name"),
            _customer.c.customer_class, _employee.c.name.label("employee_name"),
            _station.c.code.label("station_code"), _station.c.name.label("station_name"),
            _station.c.phone.label("station_phone"), _station.c.address.label("station_address"),
            _asked_again.label("reconfirm_by"),
        )
        .join(_case, _case.c.id == _appointment.c.case_id)
        .join(_customer, _customer.c.id == _appointment.c.customer_id)
        .join(_station, _station.c.id == _appointment.c.station_id)
        .outerjoin(_order, _order.c.id == _appointment.c.work_order_id)
        .outerjoin(_employee, _employee.c.id == _appointment.c.employee_id)
    )  # fmt: skip


def whole(unit: Unit, id: str) -> dict[str, Any]:
    """One appointment with what it is about.

    :raises NotFound: none, or none that this caller may see.
    """
    found = unit.first(_selected().where(_appointment.c.id == id, seen(unit)))
    if found is None:
        raise NotFound
    return found


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One appointment."""
    found = whole(unit, id)
    return _row(unit, found) | {
        "end_reason": found["end_reason"], "offered": WORKFLOW.offered(unit, Row(_appointment, found), "/api/v1/appointments"),
    }  # fmt: skip


def listed(unit: Unit, query: schemas.AppointmentQuery) -> dict[str, Any]:
    """A page of appointments by their time."""
    statement = _selected().where(seen(unit))
    since, until = query.from_, query.to
    if query.on:
        zone = ZoneInfo(_zone(unit, query.station_id))
        since = clock.midnight(query.on, zone)
        until = clock.midnight(query.on + timedelta(days=1), zone)
    if since:
        statement = statement.where(_appointment.c.starts_at >= since)
    if until:
        statement = statement.where(_appointment.c.starts_at < until)
    if query.to_reconfirm is not None:
        tonight = _tonight(unit, query.station_id)
        asked = exists().where(
            _clock.c.subject_id == _appointment.c.id, _clock.c.open, _clock.c.due_at < tonight,
            _clock.c.kind.in_(("reconfirm", "reconfirm_day")),
        )  # fmt: skip
        wanted = and_(_appointment.c.open, _appointment.c.starts_at > unit.now, asked)
        statement = statement.where(wanted if query.to_reconfirm else not_(wanted))
    for name in ("station_id", "case_id", "employee_id", "kind", "status", "work_order_id"):
        if value := getattr(query, name):
            statement = statement.where(_appointment.c[name] == value)
    return listing.page(unit, statement, query, _ORDERS, sort="starts_at", shape=lambda found: _row(unit, found))


def _tonight(unit: Unit, station_id: str | None) -> datetime:
    zone = ZoneInfo(_zone(unit, station_id))
    return clock.midnight(unit.now.astimezone(zone).date() + timedelta(days=1), zone)


def _zone(unit: Unit, station_id: str | None) -> str:
    home = station_id or next(iter(sorted(unit.actor.reach(P.APPOINTMENTS_VIEW).stations)), None)
    if home is None and (centre := stations.centre(unit)):
        home = centre.id
    assert home is not None
    return stations.zone_of(unit, home) or clock.ZONE.key


def is_late(unit: Unit, row: dict[str, Any]) -> bool:
    """Past the 15 minutes of grace (D32) and not kept, or kept after them."""
    grace = timedelta(seconds=limits.get(unit, "appointment.grace_seconds", row["station_id"]))
    came = row["kept_at"] or (unit.now if row["open"] or row["status"] == "missed" else None)
    return came is not None and came > row["starts_at"] + grace


def _row(unit: Unit, found: dict[str, Any]) -> dict[str, Any]:
    kept = (
        "id", "version", "status", "kind", "starts_at", "ends_at", "need", "sequence", "former_starts_at",
        "change_reason", "asked_by", "reconfirmed_at", "reconfirmed_day_at", "prepared_at", "kept_at",
        "reconfirm_by",
    )  # fmt: skip
    order, employee = found["work_order_id"], found["employee_id"]
    return {name: found[name] for name in kept} | {
        "status_label": unit.say(STATES[found["status"]]), "kind_label": unit.say(KINDS[found["kind"]]),
        "station": {"id": found["station_id"], "code": found["station_code"], "name": found["station_name"]},
        "case": {"id": found["case_id"], "number": found["case_number"], "subject": found["case_subject"]},
        "work_order": order and {"id": order, "number": found["order_number"]},
        "customer": {
            "id": found["customer_id"], "name": found["customer_name"], "class": found["customer_class"],
        },
        "employee": employee and {"id": employee, "name": found["employee_name"]}, "late": is_late(unit, found),
    }  # fmt: skip
