"""Every SELECT of the board: a fixed number of them, however many engineers and jobs there are."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select

from api.access import scope
from api.access.model import Post
from api.access.policy import P, Role
from api.customers.assets.model import Asset
from api.customers.customers.model import Customer, Site
from api.customers.products.model import Product
from api.dispatch.board import schemas
from api.kit import listing, search
from api.kit.problems import NotFound
from api.kit.unit import Unit
from api.network.bookable_resources.model import BookableResource
from api.network.bookings.model import Bookable, Booking
from api.network.employees.model import Employee, EmployeeSkill, Skill
from api.network.stations import queries as network
from api.network.stations.model import Station
from api.work.work_orders import answers
from api.work.work_orders import queries as orders
from api.work.work_orders.model import WorkOrder
from api.work.work_orders.workflow import WORKFLOW

_asset = Asset.__table__  # type: ignore[attr-defined]
_bookable = Bookable.__table__  # type: ignore[attr-defined]
_booking = Booking.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_held = EmployeeSkill.__table__  # type: ignore[attr-defined]
_order = WorkOrder.__table__  # type: ignore[attr-defined]
_post = Post.__table__  # type: ignore[attr-defined]
_product = Product.__table__  # type: ignore[attr-defined]
_site = Site.__table__  # type: ignore[attr-defined]
_skill = Skill.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_thing = BookableResource.__table__  # type: ignore[attr-defined]


def stations(unit: Unit, station_id: str | None, region_id: str | None) -> list[dict[str, Any]]:
    """The active stations that the board is about, by code, with the calendar they work by.

    :raises NotFound: the station or region is not the caller's to dispatch for.
    """
    reach = unit.actor.reach(P.DISPATCH_VIEW)
    wanted = None if reach.everywhere else set(reach.stations)
    if region_id:
        below = network.regions(unit.conn, [region_id])[region_id]
        wanted = set(below) if wanted is None else wanted & below
    if station_id:
        wanted = {station_id} if wanted is None else wanted & {station_id}
    statement = select(*(_station.c[n] for n in ("id", "code", "name", "latitude", "longitude", "calendar_id")))
    if wanted is not None:
        statement = statement.where(_station.c.id.in_(sorted(wanted)))
    found = unit.rows(statement.where(_station.c.active).order_by(_station.c.code))
    if not found:
        raise NotFound
    return found


def _posted(stations: Collection[str], first: date, last: date) -> Select[Any]:
    return (
        select(_post.c.employee_id)
        .where(
            _post.c.station_id.in_(sorted(stations)), _post.c.role == str(Role.FIELD_ENGINEER),
            _post.c.starts_on <= last, or_(_post.c.ends_on.is_(None), _post.c.ends_on >= first),
        )
    )  # fmt: skip


def engineers(unit: Unit, stations: Collection[str], first: date, last: date) -> list[dict[str, Any]]:
    """The active field engineers posted at these stations on one of these days, by name."""
    return unit.rows(
        select(_employee.c.id, _employee.c.name, _employee.c.station_id)
        .where(_employee.c.active, _employee.c.id.in_(_posted(stations, first, last)))
        .order_by(_employee.c.name_key, _employee.c.id)
    )


def skills(unit: Unit, stations: Collection[str], first: date, last: date) -> dict[str, list[str]]:
    """What each of them can do, in the caller's language."""
    name = _skill.c.name_en if unit.locale == "en" else _skill.c.name
    found: dict[str, list[str]] = {}
    rows = unit.rows(
        select(_held.c.employee_id, name.label("skill"))
        .join(_skill, _skill.c.id == _held.c.skill_id)
        .where(_held.c.employee_id.in_(_posted(stations, first, last)))
        .order_by(_held.c.level.desc(), _skill.c.code)
    )
    for row in rows:
        found.setdefault(row["employee_id"], []).append(row["skill"])
    return found


def things(unit: Unit, stations: Collection[str]) -> list[dict[str, Any]]:
    """The vehicles and benches of these stations that are in use and the caller's to see."""
    return unit.rows(
        select(*(_thing.c[n] for n in ("id", "kind", "name", "station_id")))
        .where(
            _thing.c.station_id.in_(sorted(stations)), _thing.c.active,
            scope.visible(unit, P.BOOKABLE_RESOURCES_VIEW, BookableResource),
        )
        .order_by(_thing.c.kind.desc(), _thing.c.name, _thing.c.id)
    )  # fmt: skip


def bookings(
    unit: Unit, stations: Collection[str], days: tuple[date, date], span: tuple[datetime, datetime],
    booking_id: str | None = None,
) -> list[dict[str, Any]]:  # fmt: skip
    """What the board's rows are booked for in the span, travel included. That the time is taken is told of every row of
    the board; what a job is about only where the order is the caller's to see (T1)."""
    holder = func.coalesce(_booking.c.employee_id, _thing.c.id)
    statement = (
        select(
            _booking.c.id, _booking.c.version, holder.label("holder_id"), _booking.c.kind, _booking.c.starts_at,
            _booking.c.ends_at, _booking.c.blocked_from, _booking.c.blocked_to, _booking.c.station_id,
            case((_booking.c.kind == "use", _booking.c.note)).label("note"), _booking.c.override_reason,
            _order.c.id.label("work_order_id"), _order.c.version.label("order_version"), _order.c.number,
            _order.c.status, _customer.c.name.label("customer_name"), _order.c.subject, _product.c.model,
            _order.c.promised_at, _site.c.latitude, _site.c.longitude,
        )
        .join(_bookable, _bookable.c.resource_no == _booking.c.resource_no)
        .outerjoin(_thing, _thing.c.resource_id == _bookable.c.id)
        .outerjoin(_order, and_(_order.c.id == _booking.c.work_order_id, orders.seen(unit)))
        .outerjoin(_customer, _customer.c.id == _order.c.customer_id)
        .outerjoin(_asset, _asset.c.id == _order.c.asset_id)
        .outerjoin(_product, _product.c.id == _asset.c.product_id)
        .outerjoin(_site, _site.c.id == _order.c.site_id)
        .where(
            _booking.c.released_at.is_(None), _booking.c.blocked_from < span[1], _booking.c.blocked_to > span[0],
            or_(
                _booking.c.employee_id.in_(_posted(stations, *days)),
                and_(_thing.c.station_id.in_(sorted(stations)), _thing.c.active),
            ),
        )
        .order_by(_booking.c.starts_at, _booking.c.id)
    )  # fmt: skip
    if booking_id:
        statement = statement.where(_booking.c.id == booking_id)
    return unit.rows(statement)


# -- what waits for somebody -----------------------------------------------------------------------------------------
def _waits(unit: Unit, stations: Collection[str]) -> ColumnElement[bool]:
    return and_(
        orders.seen(unit), _order.c.open, _order.c.engineer_id.is_(None), _order.c.station_id.in_(sorted(stations))
    )


def _states(unit: Unit) -> dict[str, ColumnElement[bool]]:
    running = _order.c.due_state == "running"
    late = or_(_order.c.due_state == "missed", and_(running, _order.c.due_at <= unit.now))
    ready = and_(_order.c.status.in_(sorted(WORKFLOW.steps["assign"].sources)), _order.c.promised_at.is_not(None))
    return {
        "late": late, "soon": and_(running, _order.c.due_soon_at <= unit.now, _order.c.due_at > unit.now),
        "ready": ready, "waiting": _order.c.status == "waiting_for_parts",
    }  # fmt: skip


def waiting(unit: Unit, stations: Collection[str]) -> dict[str, int]:
    """How many orders wait for somebody, and how they stand."""
    counts = [
        func.coalesce(func.sum(case((clause, 1), else_=0)), 0).label(name) for name, clause in _states(unit).items()
    ]
    found = unit.first(select(func.count().label("total"), *counts).where(_waits(unit, stations)))
    assert found is not None
    return found


def unassigned(unit: Unit, stations: Collection[str], query: schemas.UnassignedQuery) -> dict[str, Any]:
    """One page of what waits for somebody, late first, then what falls due next."""
    name = _skill.c.name_en if unit.locale == "en" else _skill.c.name
    statement = (
        orders.shown()
        .add_columns(
            _skill.c.id.label("skill_id"), name.label("skill_name"), _order.c.travel_seconds, _site.c.latitude,
            _site.c.longitude,
        )
        .outerjoin(_skill, _skill.c.id == _product.c.skill_id)
        .where(_waits(unit, stations))
    )  # fmt: skip
    if query.state:
        statement = statement.where(_states(unit)[query.state])
    if query.skill_id:
        statement = statement.where(_skill.c.id == query.skill_id)
    if query.q:
        found = search.matching(unit, "order", query.q, unit.actor.reach(P.WORK_ORDERS_VIEW))
        statement = statement.where(_order.c.id.in_(found))

    def shape(row: dict[str, Any]) -> dict[str, Any]:
        skill, name = row.pop("skill_id"), row.pop("skill_name")
        return answers.line(unit, row) | {"skill": skill and {"id": skill, "name": name}}

    by_due = {"due": listing.Order(_order.c.due_at, _order.c.id, of=listing.moment)}
    return listing.page(unit, statement, query, by_due, sort="due", shape=shape)
