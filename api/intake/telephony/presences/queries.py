"""Every SELECT on presence."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, and_, func, select

from api.access import scope
from api.access.policy import P
from api.intake.calls.model import Call
from api.intake.telephony.model import Extension, Presence
from api.intake.telephony.presences.schemas import REASONS, STATES, Query
from api.intake.telephony.presences.workflow import WORKFLOW
from api.kit.listing import Order, moment, page
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.employees.model import Employee
from api.network.stations.model import Station

BASE = "/api/v1/presences"
_presence = Presence.__table__  # type: ignore[attr-defined]
_extension = Extension.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_call = Call.__table__  # type: ignore[attr-defined]
_ORDERS = {"-since": Order(_presence.c.since, _presence.c.id, descending=True, of=moment)}
_told: Select[Any] = (
    select(
        *_presence.c, _employee.c.name.label("employee_name"), _station.c.code.label("station_code"),
        _station.c.name.label("station_name"), _extension.c.number.label("extension"),
    )
    .join(_employee, _employee.c.id == _presence.c.employee_id)
    .join(_station, _station.c.id == _presence.c.station_id)
    .outerjoin(
        _extension, and_(_extension.c.employee_id == _presence.c.employee_id, _extension.c.ends_at.is_(None))
    )
)  # fmt: skip


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """A presence that the caller may see.

    :raises NotFound: :raises Stale:
    """
    return unit.one(Presence, _presence.c.id == id, scope.visible(unit, P.PRESENCES_VIEW, Presence), lock=lock)


def visible(unit: Unit, id: str) -> None:
    """Refuse a replay about what the caller may no longer see."""
    one(unit, id)


def listed(unit: Unit, query: Query) -> dict[str, Any]:
    """Who is there, the newest change first."""
    statement = _told.where(scope.visible(unit, P.PRESENCES_VIEW, Presence))
    if query.status:
        statement = statement.where(_presence.c.status == query.status)
    if query.employee_id:
        statement = statement.where(_presence.c.employee_id == query.employee_id)
    return page(unit, statement, query, _ORDERS, sort="-since", shape=lambda row: _shown(unit, row))


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One presence and what may be done with it.

    :raises NotFound: also for one the caller may not see.
    """
    found = unit.first(_told.where(_presence.c.id == id, scope.visible(unit, P.PRESENCES_VIEW, Presence)))
    if found is None:
        raise NotFound
    return _whole(unit, found)


def mine(unit: Unit) -> dict[str, Any] | None:
    """The caller's own, or None before he first signed on."""
    if unit.actor.employee_id is None:
        return None
    found = unit.first(_told.where(_presence.c.employee_id == unit.actor.employee_id))
    return None if found is None else _whole(unit, found)


def of_employee(unit: Unit, employee_id: str) -> Row | None:
    """Somebody's presence, locked; for telephony itself, which has no rights of its own."""
    found = unit.first(select(*_presence.c).where(_presence.c.employee_id == employee_id).with_for_update())
    return None if found is None else Row(_presence, found)


def waiting(unit: Unit) -> dict[str, Any]:
    """How many calls ring that nobody answered, and since when the first; of those the caller may see."""
    found = unit.first(
        select(func.count().label("waiting"), func.min(_call.c.rang_at).label("waiting_since")).where(
            _call.c.status == "ringing", _call.c.direction == "inbound", scope.visible(unit, P.CALLS_VIEW, Call)
        )
    )
    assert found
    return found


def _whole(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    return _shown(unit, row) | {"offered": WORKFLOW.offered(unit, Row(_presence, row), BASE)}


def _shown(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    reason = row["reason"]
    return {
        "id": row["id"], "version": row["version"],
        "employee": {"id": row["employee_id"], "name": row["employee_name"]},
        "station": {"id": row["station_id"], "code": row["station_code"], "name": row["station_name"]},
        "extension": row["extension"], "status": row["status"],
        "status_label": STATES[row["status"]].into(unit.locale), "since": row["since"], "reason": reason,
        "reason_label": REASONS[reason].into(unit.locale) if reason else None, "call_id": row["call_id"],
    }  # fmt: skip
