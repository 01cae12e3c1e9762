"""Every SELECT of the work orders, each limited to what its caller may see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, and_, func, literal, or_, select

from api.access import scope
from api.access.model import Post
from api.access.policy import P, Role
from api.customers.assets.model import Asset
from api.customers.contacts.queries import FIRST_PHONE
from api.customers.contracts.model import Contract
from api.customers.customers.model import Contact, Customer, Site
from api.customers.products.model import Product
from api.events.model import Event
from api.forms.entries.model import Entry
from api.intake.service_requests.model import NEVER, ServiceRequest
from api.kit import listing, search
from api.kit.clock import day_of
from api.kit.unit import Row, Unit
from api.network.bookings.model import Booking
from api.network.calendars.model import Calendar
from api.network.employees.model import Employee
from api.network.settings import limits
from api.network.stations import queries as stations
from api.network.stations.model import Station
from api.work.work_orders.model import Signature, WorkOrder
from api.work.work_orders.schemas import Query

_order = WorkOrder.__table__  # type: ignore[attr-defined]
_case = ServiceRequest.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_contact = Contact.__table__  # type: ignore[attr-defined]
_site = Site.__table__  # type: ignore[attr-defined]
_asset = Asset.__table__  # type: ignore[attr-defined]
_product = Product.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_booking = Booking.__table__  # type: ignore[attr-defined]
_signature = Signature.__table__  # type: ignore[attr-defined]
_calendar = Calendar.__table__  # type: ignore[attr-defined]
_contract = Contract.__table__  # type: ignore[attr-defined]
_post = Post.__table__  # type: ignore[attr-defined]
_entry = Entry.__table__  # type: ignore[attr-defined]
_event = Event.__table__  # type: ignore[attr-defined]


def seen(unit: Unit) -> ColumnElement[bool]:
    """The orders that this caller may see."""
    return scope.visible(unit, P.WORK_ORDERS_VIEW, WorkOrder)


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The order if this caller may see it.

    :raises NotFound: also for an order he may not see.
    :raises Stale: against `If-Match`.
    """
    return unit.one(WorkOrder, _order.c.id == id, seen(unit), lock=lock)


def any_one(unit: Unit, id: str) -> Row:
    """The order for a reaction that acts on it by a rule and not by the caller's own right; locked.

    :raises NotFound: there is none.
    """
    return unit.one(WorkOrder, _order.c.id == id, lock=True)


def seen_or_none(unit: Unit, id: str) -> Row | None:
    """The order for another resource's `order_id`: only one that the caller may see; locked."""
    found = unit.first(select(*_order.c).where(_order.c.id == id, seen(unit)).with_for_update(of=_order))
    return None if found is None else Row(_order, found)


def visible(unit: Unit, id: str) -> None:
    """Refuse a replay about an order that the caller may no longer see, unless he gave it away by that very act.

    :raises NotFound: otherwise.
    """
    gave = select(_event.c.subject_id).where(
        _event.c.subject == "work_order",
        _event.c.subject_id == id,
        _event.c.actor_employee_id == unit.actor.employee_id,
        _event.c.former_owner_id == unit.actor.employee_id,
    )
    unit.one(WorkOrder, _order.c.id == id, or_(seen(unit), _order.c.id.in_(gave)))


_shown: Select[Any] = (
    select(
        _order.c.id, _order.c.number, _order.c.version, _order.c.status, _order.c.open, _order.c.case_id,
        _case.c.number.label("case_number"), _case.c.subject.label("case_subject"),
        _case.c.status.label("case_status"), _case.c.calls, _customer.c.name.label("customer_name"),
        _order.c.subject, _product.c.model, _asset.c.serial, _site.c.address.label("place"), _order.c.promised_at,
        _order.c.duration_seconds, _order.c.engineer_id, _employee.c.name.label("engineer_name"),
        _order.c.accepted_at, _order.c.verdict, _order.c.paid, _order.c.station_id,
        _station.c.code.label("station_code"), _station.c.name.label("station_name"), _order.c.created_at,
        _order.c.due_at, _order.c.due_kind, _order.c.due_state, _order.c.due_soon_at, _order.c.due_started_at,
    )
    .join(_case, _case.c.id == _order.c.case_id)
    .join(_customer, _customer.c.id == _order.c.customer_id)
    .join(_station, _station.c.id == _order.c.station_id)
    .outerjoin(_asset, _asset.c.id == _order.c.asset_id)
    .outerjoin(_product, _product.c.id == _asset.c.product_id)
    .outerjoin(_site, _site.c.id == _order.c.site_id)
    .outerjoin(_employee, _employee.c.id == _order.c.engineer_id)
)  # fmt: skip


def shown() -> Select[Any]:
    """The columns of a list of orders; whoever asks narrows it with `seen`."""
    return _shown


_orders = {
    "due": listing.Order(_order.c.due_at, _order.c.id, of=listing.moment),
    "promised_at": listing.Order(func.coalesce(_order.c.promised_at, NEVER), _order.c.id, of=listing.moment),
    "-created_at": listing.Order(_order.c.created_at, _order.c.id, descending=True, of=listing.moment),
}
_equal = {
    "open": _order.c.open, "status": _order.c.status, "station_id": _order.c.station_id,
    "engineer_id": _order.c.engineer_id, "case_id": _order.c.case_id,
}  # fmt: skip


def page(unit: Unit, query: Query, shape: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """One page of orders; `due` shows what is late first, then what falls due next."""
    statement = _shown.where(seen(unit))
    for name, column in _equal.items():
        if (wanted := getattr(query, name)) is not None:
            statement = statement.where(column == wanted)
    if query.mine is not None:
        mine = func.coalesce(_order.c.engineer_id == unit.actor.employee_id, False)
        statement = statement.where(mine if query.mine else ~mine)
    if query.unassigned is not None:
        free = _order.c.engineer_id.is_(None)
        statement = statement.where(free & _order.c.open if query.unassigned else ~free)
    if query.from_ is not None:
        statement = statement.where(_order.c.promised_at >= query.from_)
    if query.to is not None:
        statement = statement.where(_order.c.promised_at < query.to)
    if query.q:
        found = search.matching(unit, "order", query.q, unit.actor.reach(P.WORK_ORDERS_VIEW))
        statement = statement.where(_order.c.id.in_(found))
    return listing.page(unit, statement, query, _orders, sort=query.sort, shape=shape)


_whole: Select[Any] = (
    select(
        *_order.c, _case.c.number.label("case_number"), _case.c.subject.label("case_subject"),
        _case.c.status.label("case_status"), _case.c.calls, _case.c.entitlement,
        _case.c.consented_by, _case.c.consented_fen,
        _customer.c.name.label("customer_name"), _customer.c.customer_class,
        _contact.c.name.label("contact_name"), _contact.c.title.label("contact_title"),
        FIRST_PHONE.label("contact_phone"), _site.c.label.label("site_label"), _site.c.address.label("place"),
        _site.c.access_note, _asset.c.serial, _product.c.model, _product.c.name.label("product_name"),
        _employee.c.name.label("engineer_name"), _station.c.code.label("station_code"),
        _station.c.name.label("station_name"), _booking.c.starts_at, _booking.c.ends_at,
    )
    .join(_case, _case.c.id == _order.c.case_id)
    .join(_customer, _customer.c.id == _order.c.customer_id)
    .join(_station, _station.c.id == _order.c.station_id)
    .outerjoin(_contact, _contact.c.id == _order.c.contact_id)
    .outerjoin(_asset, _asset.c.id == _order.c.asset_id)
    .outerjoin(_product, _product.c.id == _asset.c.product_id)
    .outerjoin(_site, _site.c.id == _order.c.site_id)
    .outerjoin(_employee, _employee.c.id == _order.c.engineer_id)
    .outerjoin(_booking, _booking.c.id == _order.c.booking_id)
)  # fmt: skip


def whole(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any] | None:
    """The order with the names of all it refers to; `scoped=False` after the caller's own act, which he may see done."""
    statement = _whole.where(_order.c.id == id)
    return unit.first(statement.where(seen(unit)) if scoped else statement)


def as_row(found: dict[str, Any]) -> Row:
    """What `whole` found, as the workflow's subject."""
    return Row(_order, found)


def picture(unit: Unit, id: str) -> bytes | None:
    """The signature of an order that this caller may see."""
    statement = select(_signature.c.picture).join(_order, _order.c.id == _signature.c.work_order_id)
    return unit.value(statement.where(_order.c.id == id, seen(unit)).order_by(_signature.c.id.desc()).limit(1))


def has_picture(unit: Unit, id: str) -> bool:
    """Whether a drawn signature is kept."""
    return unit.value(select(_signature.c.id).where(_signature.c.work_order_id == id).limit(1)) is not None


def undone(unit: Unit, case: Row) -> bool:
    """Whether a case's work is not done yet: no visit was finished, or one under way is not finished (R154).

    A visit that was over before the case was last judged belongs to what was reopened since.
    """
    present = or_(_order.c.closed_at.is_(None), _order.c.closed_at > case.judged_at)
    rows = unit.rows(select(_order.c.done_at, _order.c.open).where(_order.c.case_id == case.id, present))
    return not any(row["done_at"] for row in rows) or any(row["open"] and not row["done_at"] for row in rows)


def field_engineer(unit: Unit, employee_id: str, station_id: str, at: datetime) -> dict[str, Any] | None:
    """The employee (id, name) if he is an active field engineer posted at this station on that local day (R28)."""
    return unit.first(
        select(_employee.c.id, _employee.c.name).where(
            _employee.c.id == employee_id, _employee.c.active, _employee.c.id.in_(posted(unit, station_id, at))
        )
    )


def posted(unit: Unit, station_id: str, at: datetime) -> Select[Any]:
    """Ids of those who hold a field engineer's post at the station on the local day of this moment."""
    day = at.astimezone(ZoneInfo(stations.zone_of(unit, station_id))).date()
    return select(_post.c.employee_id).where(
        _post.c.station_id == station_id, _post.c.role == str(Role.FIELD_ENGINEER), _post.c.starts_on <= day,
        or_(_post.c.ends_on.is_(None), _post.c.ends_on >= day),
    )  # fmt: skip


def employee_name(unit: Unit, employee_id: str) -> str:
    """How the employee is called."""
    return unit.value(select(_employee.c.name).where(_employee.c.id == employee_id))


def whereabouts(unit: Unit, station_id: str, site_id: str | None, asset_id: str | None) -> dict[str, Any]:
    """Code and zone of the station, and whether the place (or the device's place) lies in the service area (D9)."""
    found = unit.first(
        select(
            _station.c.code.label("station_code"), _calendar.c.time_zone, _asset.c.site_id.label("asset_site_id"),
            _site.c.in_area,
        )
        .join(_calendar, _calendar.c.id == _station.c.calendar_id)
        .outerjoin(_asset, _asset.c.id == asset_id)
        .outerjoin(_site, _site.c.id == func.coalesce(literal(site_id, _site.c.id.type), _asset.c.site_id))
        .where(_station.c.id == station_id)
    )  # fmt: skip
    assert found is not None
    return found


def is_outside(unit: Unit, site_id: str | None) -> bool:
    """Whether the place lies outside the service area (D9)."""
    return site_id is not None and unit.value(select(_site.c.in_area).where(_site.c.id == site_id)) is False


# -- for the rooms above and below -------------------------------------------------------------------------------------
def of_cases(unit: Unit, case_ids: list[str]) -> list[dict[str, Any]]:
    """The orders of these cases, newest first, as a case's page shows them, each with its `case_id`."""
    return unit.rows(
        select(
            _order.c.case_id, _order.c.id, _order.c.number, _order.c.kind, _order.c.status, _order.c.promised_at, _order.c.open,
            _order.c.engineer_id, _employee.c.name.label("engineer_name"),
        )
        .outerjoin(_employee, _employee.c.id == _order.c.engineer_id)
        .where(_order.c.case_id.in_(case_ids))
        .order_by(_order.c.id.desc())
    )  # fmt: skip


def open_of_case(unit: Unit, case_id: str) -> list[str]:
    """The ids of a case's open orders."""
    rows = unit.rows(select(_order.c.id).where(_order.c.case_id == case_id, _order.c.open).order_by(_order.c.id))
    return [row["id"] for row in rows]


def findable(unit: Unit, id: str) -> dict[str, Any]:
    """What the search index says of an order."""
    found = unit.first(
        select(
            _order.c.station_id, _order.c.engineer_id, _order.c.number, _order.c.subject, _order.c.open,
            _order.c.created_at, _customer.c.name.label("customer_name"), _asset.c.serial, _product.c.model,
            _product.c.name.label("product_name"), _site.c.address,
        )
        .join(_customer, _customer.c.id == _order.c.customer_id)
        .outerjoin(_asset, _asset.c.id == _order.c.asset_id)
        .outerjoin(_product, _product.c.id == _asset.c.product_id)
        .outerjoin(_site, _site.c.id == _order.c.site_id)
        .where(_order.c.id == id)
    )  # fmt: skip
    assert found is not None
    return found


def booked(unit: Unit, ids: list[str]) -> dict[str, dict[str, Any]]:
    """What the jobs in the book of time are about: number, customer, subject and status by order."""
    found = unit.rows(
        select(
            _order.c.id, _order.c.number, _customer.c.name.label("customer_name"), _order.c.subject, _order.c.status
        )
        .join(_customer, _customer.c.id == _order.c.customer_id)
        .where(_order.c.id.in_(ids), seen(unit))
    )  # fmt: skip
    return {row.pop("id"): row for row in found}


def repairs(unit: Unit, asset_id: str) -> list[dict[str, Any]]:
    """Every finished visit to a device, whoever asks, with the zone in which its day is told (D5)."""
    return unit.rows(
        select(_order.c.id, _order.c.number, _order.c.done_at, _calendar.c.time_zone)
        .join(_station, _station.c.id == _order.c.station_id)
        .join(_calendar, _calendar.c.id == _station.c.calendar_id)
        .where(_order.c.asset_id == asset_id, _order.c.done_at.is_not(None), _order.c.signed_at.is_not(None))
        .order_by(_order.c.done_at.desc())
    )


def visible_ids(unit: Unit) -> Select[Any]:
    """Ids of the orders that this caller may see, for the global search."""
    return select(_order.c.id).where(seen(unit))


def _jobs_of_mine(unit: Unit, column: Any) -> Select[Any]:
    """Of the orders that the calling engineer holds, or held until some days ago (D43)."""
    since = unit.now - timedelta(days=limits.get(unit, "reveal.after_close_days"))
    recent = or_(_order.c.open, _order.c.closed_at > since)
    return select(column).where(_order.c.engineer_id == unit.actor.employee_id, recent, column.is_not(None))


def customers_of_mine(unit: Unit) -> ColumnElement[bool]:
    """Customers at whom the calling engineer has a job."""
    return _customer.c.id.in_(_jobs_of_mine(unit, _order.c.customer_id))


def assets_of_mine(unit: Unit) -> ColumnElement[bool]:
    """Devices on which the calling engineer has a job."""
    return _asset.c.id.in_(_jobs_of_mine(unit, _order.c.asset_id))


def contracts_of_mine(unit: Unit) -> ColumnElement[bool]:
    """Agreements of customers at whom the calling engineer has a job."""
    return _contract.c.customer_id.in_(_jobs_of_mine(unit, _order.c.customer_id))


def entries_of_mine(unit: Unit) -> ColumnElement[bool]:
    """What was filled in about jobs that the calling engineer holds now, whoever began it."""
    return _entry.c.subject_id.in_(select(_order.c.id).where(_order.c.engineer_id == unit.actor.employee_id))


def last_jobs(unit: Unit, ids: list[str], *, kind: str) -> dict[str, datetime]:
    """When the devices of these things were last worked on: records are kept for a time from then on (D44)."""
    of = WorkOrder.__table__.alias("of")  # type: ignore[attr-defined]
    same_device = and_(_order.c.asset_id.is_not(None), _order.c.asset_id == of.c.asset_id)
    worked = func.max(func.coalesce(_order.c.done_at, _order.c.created_at))
    statement = {
        "asset": select(_order.c.asset_id, worked).where(_order.c.asset_id.in_(ids)).group_by(_order.c.asset_id),
        "customer": select(_order.c.customer_id, worked)
        .where(_order.c.customer_id.in_(ids))
        .group_by(_order.c.customer_id),
        "service_request": select(_case.c.id, worked)
        .join(_order, or_(_order.c.case_id == _case.c.id, _order.c.asset_id == _case.c.asset_id))
        .where(_case.c.id.in_(ids))
        .group_by(_case.c.id),
        "work_order": select(of.c.id, worked)
        .join(_order, or_(_order.c.id == of.c.id, same_device))
        .where(of.c.id.in_(ids))
        .group_by(of.c.id),
    }[kind]
    return {str(row[0]): row[1] for row in unit.conn.execute(statement)}


def done_for(unit: Unit, ids: list[str], since: datetime) -> dict[str, list[date]]:
    """By customer: the local days of finished work, oldest first; for the house's own count, unscoped."""
    rows = unit.rows(
        select(_order.c.customer_id, _order.c.done_at)
        .where(_order.c.customer_id.in_(ids), _order.c.done_at >= since)
        .order_by(_order.c.done_at)
    )
    found: dict[str, list[date]] = {}
    for row in rows:
        found.setdefault(row["customer_id"], []).append(day_of(row["done_at"]))
    return found
