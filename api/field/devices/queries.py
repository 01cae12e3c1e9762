"""Every SELECT on phones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from api.access import scope
from api.access.policy import P
from api.field.conflicts.model import Conflict
from api.field.devices.model import Device, PushSubscription, ReceiptBlock
from api.field.devices.schemas import DevicesQuery
from api.field.held_commands.model import OPEN, HeldCommand
from api.kit import listing
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.money.payments.model import Payment
from api.network.employees.model import Employee
from api.network.stations.model import Station

_device = Device.__table__  # type: ignore[attr-defined]
_block = ReceiptBlock.__table__  # type: ignore[attr-defined]
_push = PushSubscription.__table__  # type: ignore[attr-defined]
_held = HeldCommand.__table__  # type: ignore[attr-defined]
_conflict = Conflict.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_payment = Payment.__table__  # type: ignore[attr-defined]
_ORDERS = {"-created_at": listing.Order(_device.c.created_at, _device.c.id, descending=True, of=listing.moment)}


def seen(unit: Unit) -> ColumnElement[bool]:
    """The phones that this caller may see."""
    return scope.visible(unit, P.DEVICES_VIEW, Device)


def visible(unit: Unit, id: str) -> Row:
    """The phone, if the caller may see it."""
    return unit.one(Device, _device.c.id == id, seen(unit))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end and checked against `If-Match`."""
    return unit.one(Device, _device.c.id == id, seen(unit), lock=True)


def own(unit: Unit, id: str) -> Row:
    """The caller's own phone, held.

    :raises NotFound: it is not his, whoever may see it.
    """
    return unit.one(Device, _device.c.id == id, _device.c.employee_id == unit.actor.employee_id, lock=True)


def any_one(unit: Unit, id: str, *, lock: bool = False) -> Row | None:
    """The phone for the room's own use: a command names it, or it proves itself by its secret."""
    statement = select(*_device.c).where(_device.c.id == id)
    found = unit.first(statement.with_for_update(of=_device) if lock else statement)
    return None if found is None else Row(_device, found)


_waiting_for = (
    select(func.count())
    .where(_held.c.employee_id == _device.c.employee_id, _held.c.status.in_(OPEN))
    .correlate(_device)
    .scalar_subquery()
)
_undecided = (
    select(func.count())
    .where(_conflict.c.employee_id == _device.c.employee_id, _conflict.c.status == "open")
    .correlate(_device)
    .scalar_subquery()
)
_told = select(_push.c.id).where(_push.c.device_id == _device.c.id).correlate(_device).exists()
_shown: Select[Any] = (
    select(
        *_device.c, _employee.c.name.label("employee_name"), _station.c.code.label("station_code"),
        _station.c.name.label("station_name"),
    )
    .join(_employee, _employee.c.id == _device.c.employee_id)
    .join(_station, _station.c.id == _device.c.station_id)
)  # fmt: skip


def page(unit: Unit, query: DevicesQuery, shape: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """A page of phones, newest first."""
    statement = _shown.where(seen(unit))
    for name in ("status", "employee_id", "station_id"):
        if (wanted := getattr(query, name)) is not None:
            statement = statement.where(_device.c[name] == wanted)
    if query.waiting is not None:
        statement = statement.where(_device.c.waiting > 0 if query.waiting else _device.c.waiting == 0)
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=shape)


def whole(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any]:
    """The phone with all its page shows.

    :raises NotFound: also for one the caller may not see.
    """
    statement = _shown.add_columns(_told.label("push"), _waiting_for.label("held"), _undecided.label("conflicts"))
    statement = statement.where(_device.c.id == id)
    found = unit.first(statement.where(seen(unit)) if scoped else statement)
    if found is None:
        raise NotFound
    return found


def as_row(found: dict[str, Any]) -> Row:
    """What `whole` found, as the workflow's subject."""
    return Row(_device, found)


def block(unit: Unit, device_id: str) -> dict[str, Any] | None:
    """The newest block of receipt numbers of a phone, with the highest of it that was used."""
    used = (
        select(func.max(_payment.c.receipt_number))
        .where(_payment.c.receipt_number.startswith(_block.c.prefix))
        .correlate(_block)
        .scalar_subquery()
    )
    return unit.first(
        select(_block.c.prefix, _block.c.first, _block.c.last, used.label("used"))
        .where(_block.c.device_id == device_id)
        .order_by(_block.c.id.desc())
        .limit(1)
    )


def block_of(unit: Unit, prefix: str) -> dict[str, Any] | None:
    """The block of this prefix and whose phone it was set aside for."""
    return unit.first(
        select(_block.c.first, _block.c.last, _device.c.employee_id)
        .join(_device, _device.c.id == _block.c.device_id)
        .where(_block.c.prefix == prefix)
    )


def subscription(unit: Unit, device_id: str) -> Row | None:
    """The subscription of a phone."""
    found = unit.first(select(*_push.c).where(_push.c.device_id == device_id))
    return None if found is None else Row(_push, found)
