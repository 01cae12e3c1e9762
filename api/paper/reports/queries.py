"""Every SELECT of the reports: grouped where the rows are, and within what the caller may see."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, func, select

from api.access import scope
from api.access.policy import P
from api.kit.unit import Unit
from api.network.employees.model import Employee
from api.work.work_orders.model import WorkOrder

_employee = Employee.__table__  # type: ignore[attr-defined]
_order = WorkOrder.__table__  # type: ignore[attr-defined]
_opened: Select[Any] = (
    select(_order.c.engineer_id, _employee.c.name.label("engineer"), _order.c.status, func.count().label("count"))
    .outerjoin(_employee, _employee.c.id == _order.c.engineer_id)
    .where(_order.c.created_at >= bindparam("since"), _order.c.created_at < bindparam("until"))
    .group_by(_order.c.engineer_id, _employee.c.name, _order.c.status)
)
_opened_at_one: Select[Any] = _opened.where(_order.c.station_id == bindparam("station"))


def orders_opened(unit: Unit, since: datetime, until: datetime, station_id: str | None) -> list[dict[str, Any]]:
    """Orders opened in this time, counted by engineer and by the state in which they stand now."""
    statement = _opened_at_one if station_id else _opened
    asked = {"since": since, "until": until} | ({"station": station_id} if station_id else {})
    return unit.rows(scope.seeing(unit, P.REPORTS_VIEW, WorkOrder, statement), asked)
