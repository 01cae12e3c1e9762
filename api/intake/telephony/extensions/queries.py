"""Every SELECT on extensions."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Select, or_, select

from api.access import scope
from api.access.policy import P
from api.intake.telephony.extensions.schemas import Query
from api.intake.telephony.model import Extension, TelephonyExchange
from api.kit.listing import Order, moment, page
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.employees.model import Employee
from api.network.stations.model import Station

_extension = Extension.__table__  # type: ignore[attr-defined]
_exchange = TelephonyExchange.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_ORDERS = {"-starts_at": Order(_extension.c.starts_at, _extension.c.id, descending=True, of=moment)}
_told: Select[Any] = (
    select(
        *_extension.c, _exchange.c.name.label("exchange_name"), _employee.c.name.label("employee_name"),
        _station.c.code.label("station_code"), _station.c.name.label("station_name"),
    )
    .join(_exchange, _exchange.c.id == _extension.c.exchange_id)
    .join(_employee, _employee.c.id == _extension.c.employee_id)
    .join(_station, _station.c.id == _extension.c.station_id)
)  # fmt: skip


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """A seat that the caller may see.

    :raises NotFound: :raises Stale:
    """
    seen = scope.visible(unit, P.EXTENSIONS_VIEW, Extension)
    return unit.one(Extension, _extension.c.id == id, seen, lock=lock)


def visible(unit: Unit, id: str) -> None:
    """Refuse a replay about what the caller may no longer see."""
    one(unit, id)


def listed(unit: Unit, query: Query) -> dict[str, Any]:
    """Seats, the newest first."""
    statement = _told.where(scope.visible(unit, P.EXTENSIONS_VIEW, Extension))
    if query.current is not None:
        open_ = _extension.c.ends_at.is_(None)
        statement = statement.where(open_ if query.current else ~open_)
    if query.employee_id:
        statement = statement.where(_extension.c.employee_id == query.employee_id)
    return page(unit, statement, query, _ORDERS, sort="-starts_at", shape=_shown)


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One seat.

    :raises NotFound: also for one the caller may not see.
    """
    found = unit.first(_told.where(_extension.c.id == id, scope.visible(unit, P.EXTENSIONS_VIEW, Extension)))
    if found is None:
        raise NotFound
    return _shown(found)


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": row["id"], "version": row["version"], "number": row["number"],
        "exchange": {"id": row["exchange_id"], "name": row["exchange_name"]},
        "employee": {"id": row["employee_id"], "name": row["employee_name"]},
        "station": {"id": row["station_id"], "code": row["station_code"], "name": row["station_name"]},
        "starts_at": row["starts_at"], "ends_at": row["ends_at"],
    }  # fmt: skip


# -- what telephony itself asks -------------------------------------------------------------------------------------
def exchange(unit: Unit, id: str) -> dict[str, Any] | None:
    """An active exchange."""
    return unit.first(select(*_exchange.c).where(_exchange.c.id == id, _exchange.c.active))


def employee(unit: Unit, id: str) -> dict[str, Any] | None:
    """Somebody on the staff."""
    told = select(_employee.c.id, _employee.c.name, _employee.c.station_id, _employee.c.active)
    return unit.first(told.where(_employee.c.id == id))


def holding(unit: Unit, exchange_id: str, number: str, employee_id: str) -> list[Row]:
    """Open seats at this extension or of this person, locked; the holder's name beside."""
    statement = (
        select(*_extension.c, _employee.c.name.label("employee_name"))
        .join(_employee, _employee.c.id == _extension.c.employee_id)
        .where(
            _extension.c.ends_at.is_(None),
            or_(
                (_extension.c.exchange_id == exchange_id) & (_extension.c.number == number),
                _extension.c.employee_id == employee_id,
            ),
        )
        .order_by(_extension.c.id)
        .with_for_update(of=_extension)
    )
    return [Row(_extension, row) for row in unit.rows(statement)]


def overlapping(unit: Unit, exchange_id: str, number: str, employee_id: str, since: datetime) -> bool:
    """Whether an ended seat reaches beyond this moment."""
    same = or_(
        (_extension.c.exchange_id == exchange_id) & (_extension.c.number == number),
        _extension.c.employee_id == employee_id,
    )
    return unit.value(select(_extension.c.id).where(same, _extension.c.ends_at > since).limit(1)) is not None


def of_employee(unit: Unit, employee_id: str) -> dict[str, Any] | None:
    """Where this person sits now, with the exchange."""
    return unit.first(
        select(
            _extension.c.id, _extension.c.number, _extension.c.exchange_id, _extension.c.station_id,
            _exchange.c.name.label("exchange_name"), _exchange.c.active, _exchange.c.heard_at,
        )
        .join(_exchange, _exchange.c.id == _extension.c.exchange_id)
        .where(_extension.c.employee_id == employee_id, _extension.c.ends_at.is_(None))
    )  # fmt: skip


def seats(unit: Unit, exchange_id: str, numbers: Collection[str]) -> list[dict[str, Any]]:
    """Everybody who ever sat at these extensions, the newest first; who it was then is judged by the moment."""
    if not numbers:
        return []
    told = select(
        _extension.c.number, _extension.c.employee_id, _extension.c.station_id, _extension.c.starts_at,
        _extension.c.ends_at,
    )  # fmt: skip
    return unit.rows(
        told.where(_extension.c.exchange_id == exchange_id, _extension.c.number.in_(sorted(numbers)))
        .order_by(_extension.c.starts_at.desc())
        .limit(200)
    )
