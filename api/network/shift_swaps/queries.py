"""Every SELECT on swaps."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from api.access import scope
from api.access.policy import P
from api.kit import clock, listing
from api.kit.listing import Order
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.employees import queries as employees
from api.network.employees.model import Employee
from api.network.shift_swaps import schemas
from api.network.shift_swaps.model import ShiftSwap
from api.network.shift_swaps.workflow import WORKFLOW
from api.network.shifts.model import Shift
from api.network.shifts.words import KINDS
from api.network.stations.model import Station

_swap = ShiftSwap.__table__  # type: ignore[attr-defined]
_shift = Shift.__table__  # type: ignore[attr-defined]
_second = _shift.alias("second")
_employee = Employee.__table__  # type: ignore[attr-defined]
_other, _decider = _employee.alias("other"), _employee.alias("decider")
_station = Station.__table__  # type: ignore[attr-defined]
_ORDERS = {"-created_at": Order(_swap.c.created_at, _swap.c.id, descending=True, of=listing.moment)}
OPEN = ("asked", "agreed")


def seen(unit: Unit) -> ColumnElement[bool]:
    """The clause of swaps that the caller may see."""
    return scope.visible(unit, P.SHIFT_SWAPS_VIEW, ShiftSwap)


def visible(unit: Unit, id: str) -> Row:
    """The swap, if the caller may see it."""
    return unit.one(ShiftSwap, _swap.c.id == id, seen(unit))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end and checked against `If-Match`."""
    return unit.one(ShiftSwap, _swap.c.id == id, seen(unit), lock=True)


def open_with(unit: Unit, *shifts: str) -> bool:
    """Whether one of these shifts is in an open swap already."""
    statement = select(_swap.c.id).where(
        _swap.c.status.in_(OPEN), or_(_swap.c.shift_id.in_(shifts), _swap.c.other_shift_id.in_(shifts))
    )
    return unit.value(statement.limit(1)) is not None


def colleagues(unit: Unit, shift: Row) -> list[dict[str, Any]]:
    """Active people of the shift's station who hold one of its holder's roles there, by name, but himself."""
    on = clock.day_of(shift.starts_at)
    return unit.rows(
        select(_employee.c.id, _employee.c.name)
        .where(
            _employee.c.active, _employee.c.id != shift.employee_id, employees.works_at(shift.station_id, on),
            employees.same_role(shift.employee_id, on),
        )
        .order_by(_employee.c.name_key, _employee.c.id)
    )  # fmt: skip


def _selected() -> Select[Any]:
    return (
        select(
            *_swap.c, _employee.c.name.label("asker_name"), _other.c.name.label("other_name"),
            _decider.c.name.label("decider_name"), _station.c.code.label("station_code"),
            _station.c.name.label("station_name"), _shift.c.starts_at.label("first_starts_at"),
            _shift.c.ends_at.label("first_ends_at"), _shift.c.kind.label("first_kind"),
            _second.c.starts_at.label("second_starts_at"), _second.c.ends_at.label("second_ends_at"),
            _second.c.kind.label("second_kind"),
        )
        .join(_employee, _employee.c.id == _swap.c.asker_id)
        .join(_other, _other.c.id == _swap.c.other_id)
        .join(_station, _station.c.id == _swap.c.station_id)
        .join(_shift, _shift.c.id == _swap.c.shift_id)
        .outerjoin(_second, _second.c.id == _swap.c.other_shift_id)
        .outerjoin(_decider, _decider.c.id == _swap.c.decided_by_id)
    )  # fmt: skip


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One swap.

    :raises NotFound: none, or none that this caller may see.
    """
    found = unit.first(_selected().where(_swap.c.id == id, seen(unit)))
    if found is None:
        raise NotFound
    return _row(unit, found) | {"offered": WORKFLOW.offered(unit, Row(_swap, found), "/api/v1/shift-swaps")}


def listed(unit: Unit, query: schemas.SwapQuery) -> dict[str, Any]:
    """A page of swaps, the newest first."""
    statement = _selected().where(seen(unit))
    for name in ("status", "station_id", "asker_id", "other_id"):
        if value := getattr(query, name):
            statement = statement.where(_swap.c[name] == value)
    return listing.page(unit, statement, query, _ORDERS, sort="-created_at", shape=lambda found: _row(unit, found))


def shown_shift(unit: Unit, id: str, starts_at: datetime, ends_at: datetime, kind: str) -> dict[str, Any]:
    """A shift in a few words."""
    return {
        "id": id, "starts_at": starts_at, "ends_at": ends_at, "kind": kind, "kind_label": unit.say(KINDS[kind]),
    }  # fmt: skip


def _row(unit: Unit, found: dict[str, Any]) -> dict[str, Any]:
    kept = ("id", "version", "created_at", "status", "note", "agreed_at", "decided_at", "decision_note")
    decider = found["decided_by_id"] and {"id": found["decided_by_id"], "name": found["decider_name"]}
    first, second = (
        id and shown_shift(unit, id, *(found[f"{which}_{name}"] for name in ("starts_at", "ends_at", "kind")))
        for which, id in (("first", found["shift_id"]), ("second", found["other_shift_id"]))
    )
    return {name: found[name] for name in kept} | {
        "status_label": unit.say(schemas.STATES[found["status"]]), "decided_by": decider,
        "station": {"id": found["station_id"], "code": found["station_code"], "name": found["station_name"]},
        "asker": {"id": found["asker_id"], "name": found["asker_name"]},
        "other": {"id": found["other_id"], "name": found["other_name"]}, "shift": first, "other_shift": second,
    }  # fmt: skip
