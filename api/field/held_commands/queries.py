"""Every SELECT on held commands and on what phones sent."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from api.access import scope
from api.access.policy import P
from api.events.model import Event
from api.field.devices.model import Device
from api.field.held_commands.model import OPEN, FieldCommandTaken, HeldCommand
from api.field.held_commands.schemas import HeldCommandsQuery
from api.kit import listing
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.employees.model import Employee
from api.network.stations.model import Station
from api.work.work_orders.model import WorkOrder

_held = HeldCommand.__table__  # type: ignore[attr-defined]
_taken = FieldCommandTaken.__table__  # type: ignore[attr-defined]
_device = Device.__table__  # type: ignore[attr-defined]
_order = WorkOrder.__table__  # type: ignore[attr-defined]
_event = Event.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_engineer, _decider = _employee.alias(), _employee.alias()
_ORDERS = {
    "-created_at": listing.Order(_held.c.created_at, _held.c.id, descending=True, of=listing.moment),
    "created_at": listing.Order(_held.c.created_at, _held.c.id, of=listing.moment),
}


def seen(unit: Unit) -> ColumnElement[bool]:
    """The commands that this caller may see."""
    return scope.visible(unit, P.HELD_COMMANDS_VIEW, HeldCommand)


def visible(unit: Unit, id: str) -> Row:
    """The command, if the caller may see it."""
    return unit.one(HeldCommand, _held.c.id == id, seen(unit))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end and checked against `If-Match`."""
    return unit.one(HeldCommand, _held.c.id == id, seen(unit), lock=True)


def any_one(unit: Unit, id: str) -> Row:
    """The command for a rule that acts on it, held."""
    return unit.one(HeldCommand, _held.c.id == id, lock=True)


_shown: Select[Any] = (
    select(
        *_held.c, _employee.c.name.label("employee_name"), _station.c.code.label("station_code"),
        _station.c.name.label("station_name"), _device.c.name.label("device_name"),
        _decider.c.name.label("decided_by_name"), _order.c.number.label("job_number"),
        _order.c.subject.label("job_subject"), _order.c.status.label("job_status"),
        _order.c.engineer_id.label("job_engineer_id"), _engineer.c.name.label("job_engineer_name"),
    )
    .join(_employee, _employee.c.id == _held.c.employee_id)
    .join(_station, _station.c.id == _held.c.station_id)
    .join(_device, _device.c.id == _held.c.device_id)
    .outerjoin(_decider, _decider.c.id == _held.c.decided_by_id)
    .outerjoin(_order, _order.c.id == _held.c.job_id)
    .outerjoin(_engineer, _engineer.c.id == _order.c.engineer_id)
)  # fmt: skip


def page(unit: Unit, query: HeldCommandsQuery, shape: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """A page of commands."""
    statement = _shown.where(seen(unit))
    for name in ("status", "employee_id", "job_id"):
        if (wanted := getattr(query, name)) is not None:
            statement = statement.where(_held.c[name] == wanted)
    if query.open is not None:
        live = _held.c.status.in_(OPEN)
        statement = statement.where(live if query.open else ~live)
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=shape)


def whole(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any]:
    """The command with the names of all it refers to.

    :raises NotFound: also for one the caller may not see.
    """
    statement = _shown.where(_held.c.id == id)
    found = unit.first(statement.where(seen(unit)) if scoped else statement)
    if found is None:
        raise NotFound
    return found


def these(unit: Unit, ids: Collection[str]) -> list[dict[str, Any]]:
    """These commands of the caller's own, newest first."""
    if not ids:
        return []
    return unit.rows(_shown.where(_held.c.id.in_(sorted(ids)), seen(unit)).order_by(_held.c.id.desc()))


def as_row(found: dict[str, Any]) -> Row:
    """What `whole` found, as the workflow's subject."""
    return Row(_held, found)


# -- the gate's questions ----------------------------------------------------------------------------------------------
def of_key(unit: Unit, account_id: str, key: str) -> Row | None:
    """The command that this person sent under this key before, if it was held."""
    found = unit.first(select(*_held.c).where(_held.c.account_id == account_id, _held.c.key == key))
    return None if found is None else Row(_held, found)


def standing(unit: Unit, device_id: str, seq: int, after: int | None, job_id: str | None) -> dict[str, Any]:
    """What came of the phone's other commands: is this count used, did the predecessor come, was it overtaken, what is
    the highest count, and when was the latest deed before this one."""
    mine = _taken.c.device_id == device_id
    used = select(_taken.c.id).where(mine, _taken.c.seq == seq).exists()
    kept = select(_held.c.id).where(_held.c.device_id == device_id, _held.c.device_seq == seq).exists()
    came = select(_taken.c.id).where(mine, _taken.c.seq == after).exists()
    later = select(_taken.c.id).where(mine, _taken.c.job_id == job_id, _taken.c.seq > seq).exists()
    highest = select(func.max(_taken.c.seq)).where(mine).scalar_subquery()
    floor = (
        select(_taken.c.corrected_at)
        .where(mine, _taken.c.seq < seq)
        .order_by(_taken.c.seq.desc())
        .limit(1)
        .scalar_subquery()
    )
    found = unit.first(
        select(
            or_(used, kept).label("used"), came.label("came"), later.label("overtaken"), highest.label("highest"),
            floor.label("floor"),
        )
    )  # fmt: skip
    assert found
    return found


def next_seq(unit: Unit, device_id: str) -> int:
    """A count that no command of this phone has."""
    taken = select(func.coalesce(func.max(_taken.c.seq), 0)).where(_taken.c.device_id == device_id).scalar_subquery()
    kept = select(func.coalesce(func.max(_held.c.device_seq), 0)).where(_held.c.device_id == device_id)
    found = unit.first(select(taken.label("taken"), kept.scalar_subquery().label("kept")))
    assert found
    return max(found["taken"], found["kept"]) + 1


def job(unit: Unit, id: str) -> dict[str, Any] | None:
    """The order as the gate needs to know it."""
    return unit.first(
        select(
            _order.c.id, _order.c.engineer_id, _order.c.station_id, _order.c.case_id, _order.c.status,
            _order.c.accepted_at,
        ).where(_order.c.id == id)
    )  # fmt: skip


def lost_at(unit: Unit, job_id: str, employee_id: str) -> datetime | None:
    """When somebody else last took this job from this engineer; what he gave away himself he knows of."""
    return unit.value(
        select(func.max(_event.c.recorded_at)).where(
            _event.c.subject == "work_order", _event.c.subject_id == job_id, _event.c.former_owner_id == employee_id,
            or_(_event.c.actor_employee_id.is_(None), _event.c.actor_employee_id != employee_id),
        )
    )  # fmt: skip


def followers(unit: Unit, device_id: str, seq: int) -> list[str]:
    """Commands that wait for this one."""
    statement = select(_held.c.id).where(
        _held.c.device_id == device_id, _held.c.after_seq == seq, _held.c.status == "waiting"
    )
    return list(unit.conn.execute(statement.order_by(_held.c.device_seq)).scalars())
