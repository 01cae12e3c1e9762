"""Every SELECT on consultations, each limited to what its caller may see."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select

from api.access import scope
from api.access.policy import P
from api.customers.assets.model import Asset
from api.customers.contacts.queries import FIRST_PHONE
from api.customers.customers.model import Contact, Customer, Phone
from api.customers.products.model import Product
from api.intake.consultations.model import Consultation
from api.intake.consultations.schemas import Query
from api.intake.service_requests.model import ServiceRequest
from api.kit import listing, search
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.clocks.model import Clock
from api.network.employees.model import Employee
from api.network.stations.model import Station

_record = Consultation.__table__  # type: ignore[attr-defined]
_case = ServiceRequest.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_contact = Contact.__table__  # type: ignore[attr-defined]
_phone = Phone.__table__  # type: ignore[attr-defined]
_asset = Asset.__table__  # type: ignore[attr-defined]
_product = Product.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_clock = Clock.__table__  # type: ignore[attr-defined]
_owner = Employee.__table__.alias("owner")  # type: ignore[attr-defined]
_taker = Employee.__table__.alias("taker")  # type: ignore[attr-defined]
_told: Select[Any] = (
    select(
        *_record.c, _customer.c.name.label("customer_name"), _customer.c.customer_class,
        _contact.c.name.label("contact_name"), _contact.c.title.label("contact_title"),
        FIRST_PHONE.label("contact_phone"), _case.c.number.label("case_number"), _case.c.subject.label("case_subject"),
        _case.c.status.label("case_status"), _case.c.asset_id, _asset.c.serial, _product.c.model,
        _product.c.name.label("product_name"), _station.c.code.label("station_code"),
        _station.c.name.label("station_name"), _owner.c.name.label("owner_name"), _taker.c.name.label("taker_name"),
        _clock.c.kind.label("clock_kind"), _clock.c.state.label("clock_state"), _clock.c.due_at.label("clock_due_at"),
        _clock.c.due_soon_at.label("clock_soon"), _clock.c.started_at.label("clock_started"),
    )
    .join(_case, _case.c.id == _record.c.case_id)
    .join(_customer, _customer.c.id == _record.c.customer_id)
    .join(_station, _station.c.id == _record.c.station_id)
    .outerjoin(_contact, _contact.c.id == _record.c.contact_id)
    .outerjoin(_asset, _asset.c.id == _case.c.asset_id)
    .outerjoin(_product, _product.c.id == _asset.c.product_id)
    .outerjoin(_owner, _owner.c.id == _record.c.owner_id)
    .outerjoin(_taker, _taker.c.id == _record.c.created_by_id)
    .outerjoin(_clock, and_(_clock.c.subject_id == _record.c.id, _clock.c.open))
)  # fmt: skip
_ORDERS = {
    "due": listing.Order(_record.c.due_at, _record.c.id, of=listing.moment),
    "-created_at": listing.Order(_record.c.created_at, _record.c.id, descending=True, of=listing.moment),
}


def seen(unit: Unit) -> ColumnElement[bool]:
    return scope.visible(unit, P.CONSULTATIONS_VIEW, Consultation)


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The record if this caller may see it.

    :raises NotFound: also for one he may not see.
    """
    return unit.one(Consultation, _record.c.id == id, seen(unit), lock=lock)


def visible(unit: Unit, id: str) -> None:
    """Refuse a replay of a record that the caller may no longer see."""
    one(unit, id)


def page(unit: Unit, query: Query, shape: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """The register; what is owed is sorted by when the customer must hear."""
    statement = _told.where(seen(unit))
    if query.sort == "due":
        statement = statement.where(_record.c.due_at.is_not(None))
    for name in ("open", "status", "customer_id"):
        if (wanted := getattr(query, name)) is not None:
            statement = statement.where(_record.c[name] == wanted)
    if query.late is not None:
        late = and_(_record.c.open, _record.c.due_at < unit.now)
        statement = statement.where(late if query.late else ~late)
    if query.mine is not None:
        roles = [str(role) for role in unit.actor.roles]
        mine = or_(
            _record.c.owner_id == unit.actor.employee_id,
            and_(_record.c.owner_id.is_(None), _record.c.role.in_(roles)),
        )
        statement = statement.where(mine if query.mine else ~mine)
    if query.since:
        statement = statement.where(_record.c.created_at >= query.since)
    if query.until:
        statement = statement.where(_record.c.created_at < query.until)
    if query.q:
        found = search.matching(unit, "customer", query.q, unit.actor.reach(P.CUSTOMERS_VIEW))
        matters = search.matching(unit, "matter", query.q, unit.actor.reach(P.SERVICE_REQUESTS_VIEW))
        number = _record.c.number.contains(query.q.upper(), autoescape=True)
        statement = statement.where(or_(number, _record.c.customer_id.in_(found), _record.c.case_id.in_(matters)))
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=shape)


def whole(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any]:
    """One record with the names of everything it points at; unscoped after the caller's own act, which may hide it.

    :raises NotFound: nothing is there that he may see.
    """
    statement = _told.where(_record.c.id == id)
    found = unit.first(statement.where(seen(unit)) if scoped else statement)
    if found is None:
        raise NotFound
    return found


def open_of(unit: Unit, case_id: str) -> Row | None:
    """What is still owed for the case, locked; asked by rule, so without scope."""
    found = unit.first(select(*_record.c).where(_record.c.case_id == case_id, _record.c.open).with_for_update())
    return None if found is None else Row(_record, found)


def of_a_case(unit: Unit, case_id: str) -> Row:
    """The case that a record belongs to, locked."""
    return unit.one(ServiceRequest, _case.c.id == case_id, lock=True)


def reachable(unit: Unit, contact_id: str, customer_id: str) -> bool:
    """Whether this is a contact of the customer with a number (R54)."""
    told = select(_contact.c.id).join(_phone, _phone.c.contact_id == _contact.c.id)
    return (
        unit.value(told.where(_contact.c.id == contact_id, _contact.c.customer_id == customer_id).limit(1)) is not None
    )


def employee(unit: Unit, id: str) -> dict[str, Any] | None:
    """Somebody who works here."""
    told = select(_owner.c.id, _owner.c.name, _owner.c.active)
    return unit.first(told.where(_owner.c.id == id, _owner.c.active))


def cases_in_hand(unit: Unit) -> ColumnElement[bool]:
    """Cases of which the caller owes an answer: he sees what he is asked about."""
    owed = select(_record.c.case_id).where(_record.c.open, _record.c.owner_id == unit.actor.employee_id)
    return _case.c.id.in_(owed)


def customers_in_hand(unit: Unit) -> ColumnElement[bool]:
    """Customers to whom the caller owes an answer."""
    owed = select(_record.c.customer_id).where(_record.c.open, _record.c.owner_id == unit.actor.employee_id)
    return _customer.c.id.in_(owed)
