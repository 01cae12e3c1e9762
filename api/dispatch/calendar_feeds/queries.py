"""Every SELECT of the calendar."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import or_, select

from api.access import scope
from api.access.policy import P
from api.customers.customers.model import Site
from api.dispatch.calendar_feeds.model import CalendarFeed
from api.kit.unit import Row, Unit
from api.network.bookings.model import Booking
from api.network.employees.model import Employee
from api.work.work_orders.model import WorkOrder

_feed = CalendarFeed.__table__  # type: ignore[attr-defined]
_booking = Booking.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_order = WorkOrder.__table__  # type: ignore[attr-defined]
_site = Site.__table__  # type: ignore[attr-defined]
LONGEST = 500


def own(unit: Unit, *, lock: bool = False) -> Row | None:
    """The caller's own address, revoked or not."""
    statement = select(*_feed.c).where(_feed.c.employee_id == unit.actor.employee_id)
    found = unit.first(statement.with_for_update() if lock else statement)
    return None if found is None else Row(_feed, found)


def behind(unit: Unit, digest: str) -> dict[str, Any] | None:
    """Whose calendar the address with this hash opens."""
    return unit.first(
        select(_feed.c.account_id, _feed.c.employee_id)
        .join(_employee, _employee.c.id == _feed.c.employee_id)
        .where(_feed.c.secret_hash == digest, _employee.c.active)
    )


def station_of(unit: Unit, employee_id: str) -> str:
    """The station that an employee belongs to."""
    return str(unit.value(select(_employee.c.station_id).where(_employee.c.id == employee_id)))


def work(unit: Unit, since: datetime, until: datetime, released_since: datetime) -> list[dict[str, Any]]:
    """The caller's own time between these: what holds, and what was given back lately."""
    return unit.rows(
        select(
            _booking.c.id, _booking.c.version, _booking.c.kind, _booking.c.starts_at, _booking.c.ends_at,
            _booking.c.created_at, _booking.c.released_at, _booking.c.work_order_id, _order.c.number, _site.c.address,
        )
        .outerjoin(_order, _order.c.id == _booking.c.work_order_id)
        .outerjoin(_site, _site.c.id == _order.c.site_id)
        .where(
            scope.visible(unit, P.BOOKINGS_VIEW, Booking), _booking.c.employee_id == unit.actor.employee_id,
            _booking.c.ends_at >= since, _booking.c.starts_at < until,
            or_(_booking.c.released_at.is_(None), _booking.c.released_at >= released_since),
        )
        .order_by(_booking.c.starts_at, _booking.c.id)
        .limit(LONGEST)
    )  # fmt: skip
