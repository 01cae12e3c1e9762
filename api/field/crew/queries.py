"""Every SELECT of the view of who is out: five, however many there are."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import and_, func, or_, select

from api.access import scope
from api.access.model import Post
from api.access.policy import P, Role
from api.customers.customers.model import Customer
from api.field.conflicts.model import Conflict
from api.field.devices.model import Device
from api.field.held_commands.model import OPEN, HeldCommand
from api.kit.unit import Unit
from api.network.employees.model import Employee
from api.network.stations.model import Station
from api.work.work_orders.model import WorkOrder

_employee = Employee.__table__  # type: ignore[attr-defined]
_post = Post.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_order = WorkOrder.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_device = Device.__table__  # type: ignore[attr-defined]
_held = HeldCommand.__table__  # type: ignore[attr-defined]
_conflict = Conflict.__table__  # type: ignore[attr-defined]


def people(unit: Unit, station_id: str | None) -> list[dict[str, Any]]:
    """The field engineers in the caller's sight, by name."""
    posted = select(_post.c.employee_id).where(
        _post.c.role == str(Role.FIELD_ENGINEER), _post.c.starts_on <= unit.today,
        or_(_post.c.ends_on.is_(None), _post.c.ends_on >= unit.today),
    )  # fmt: skip
    statement = (
        select(
            _employee.c.id, _employee.c.name, _employee.c.station_id, _station.c.code,
            _station.c.name.label("station_name"),
        )
        .join(_station, _station.c.id == _employee.c.station_id)
        .where(_employee.c.active, _employee.c.id.in_(posted), scope.visible(unit, P.FIELD_VIEW, Employee))
    )  # fmt: skip
    if station_id:
        statement = statement.where(_employee.c.station_id == station_id)
    return unit.rows(statement.order_by(_station.c.code, _employee.c.name_key, _employee.c.id).limit(500))


def jobs(unit: Unit, ids: Collection[str], since: datetime, until: datetime) -> list[dict[str, Any]]:
    """Their jobs of these days, late ones with them, in the order of the promise."""
    days = or_(_order.c.promised_at < until, _order.c.promised_at.is_(None))
    mine = or_(and_(_order.c.open, _order.c.handed_in_at.is_(None), days), _order.c.handed_in_at >= since)
    return unit.rows(
        select(
            _order.c.id, _order.c.number, _order.c.status, _order.c.engineer_id, _order.c.subject,
            _order.c.promised_at, _order.c.accepted_at, _order.c.departed_at, _order.c.arrived_at, _order.c.done_at,
            _order.c.signed_at, _order.c.handed_in_at, _customer.c.name.label("customer_name"),
        )
        .join(_customer, _customer.c.id == _order.c.customer_id)
        .where(_order.c.engineer_id.in_(sorted(ids)), mine, scope.visible(unit, P.WORK_ORDERS_VIEW, WorkOrder))
        .order_by(_order.c.promised_at, _order.c.id)
        .limit(5000)
    )  # fmt: skip


def phones(unit: Unit, ids: Collection[str]) -> list[dict[str, Any]]:
    """Their phones in use or to be wiped, the one last heard of first."""
    return unit.rows(
        select(
            _device.c.id, _device.c.name, _device.c.status, _device.c.reported_at, _device.c.waiting,
            _device.c.oldest_waiting_at, _device.c.storage, _device.c.app_version, _device.c.skew_ms,
            _device.c.wipe_asked_at, _device.c.employee_id,
        )
        .where(
            _device.c.employee_id.in_(sorted(ids)), _device.c.status != "wiped",
            scope.visible(unit, P.DEVICES_VIEW, Device),
        )
        .order_by(_device.c.reported_at.desc(), _device.c.id)
    )  # fmt: skip


def held(unit: Unit) -> dict[str, int]:
    """How many commands wait or are to be decided, by whose they are."""
    statement = select(_held.c.employee_id, func.count()).where(
        _held.c.status.in_(OPEN), scope.visible(unit, P.HELD_COMMANDS_VIEW, HeldCommand)
    )
    return {str(row[0]): row[1] for row in unit.conn.execute(statement.group_by(_held.c.employee_id))}


def conflicts(unit: Unit) -> dict[str, int]:
    """The same of conflicts."""
    statement = select(_conflict.c.employee_id, func.count()).where(
        _conflict.c.status == "open", scope.visible(unit, P.CONFLICTS_VIEW, Conflict)
    )
    return {str(row[0]): row[1] for row in unit.conn.execute(statement.group_by(_conflict.c.employee_id))}
