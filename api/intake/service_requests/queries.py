"""Every SELECT of the case, each limited to what its caller may see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, or_, select

from api.access import scope
from api.access.policy import P
from api.customers.assets.model import Asset
from api.customers.contacts.queries import FIRST_PHONE, customers_with
from api.customers.customers.model import Contact, Customer, Site
from api.customers.products.model import Product
from api.intake.calls.model import Call
from api.intake.service_requests.model import ServiceRequest
from api.intake.service_requests.schemas import Query
from api.kit import listing, phones, search
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.calendars.model import Calendar
from api.network.employees.model import Employee
from api.network.stations.model import Station

_case = ServiceRequest.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_contact = Contact.__table__  # type: ignore[attr-defined]
_site = Site.__table__  # type: ignore[attr-defined]
_asset = Asset.__table__  # type: ignore[attr-defined]
_product = Product.__table__  # type: ignore[attr-defined]
_call = Call.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_calendar = Calendar.__table__  # type: ignore[attr-defined]

Part = Callable[[Unit, Any], Any]
_parts: dict[str, Part] = {}


_jobs: dict[str, Words] = {}


def name_jobs(states: dict[str, Words]) -> None:
    """What the states of orders are called, told by their room."""
    _jobs.update(states)


def job(unit: Unit, status: str | None) -> dict[str, str] | None:
    """Where the open order of a case stands, in words."""
    return None if status is None else {"status": status, "status_label": unit.say(_jobs[status])}


def attach(name: str, part: Part) -> None:
    """Let a room above add what it knows of a case to the case's page; called once, when that room is imported.

    `orders`: `(unit, case_ids) -> {case_id: [{id, number, kind, status, status_label, promised_at, engineer, open}]}`,
    each newest first.
    `follow_up`: `(unit, case_id) -> {id, number, status, open} | None`, the latest.
    `quote`: `(unit, case) -> QuoteRef | None`, the newest; `may_quote`: `(unit, case) -> bool`.
    """
    _parts[name] = part


def orders(unit: Unit, case: Row) -> list[dict[str, Any]]:
    """The orders opened for a case; asked once per row."""
    if "_orders" not in case.__dict__:
        ask_orders(unit, [case])
    return case.__dict__["_orders"]


def ask_orders(unit: Unit, cases: list[Row]) -> None:
    """Find the orders of all these cases at once, for `orders` to give; a case of version 1 has none yet."""
    ids = [case.id for case in cases if case.version > 1]
    found = _parts["orders"](unit, ids) if ids and "orders" in _parts else {}
    for case in cases:
        case.__dict__["_orders"] = found.get(case.id, [])


def follow_up(unit: Unit, case: Row) -> dict[str, Any] | None:
    """The latest follow-up of a case; asked once per row."""
    if "_follow_up" not in case.__dict__:
        ask = _parts.get("follow_up")
        case.__dict__["_follow_up"] = ask(unit, case.id) if ask and case.version > 1 else None
    return case.__dict__["_follow_up"]


def quote(unit: Unit, case: Row) -> dict[str, Any] | None:
    """The newest quote of a case; what is free has none."""
    ask = _parts.get("quote")
    return ask(unit, case) if ask and case.paid else None


def may_quote(unit: Unit, case: Row) -> bool:
    """Whether the caller may begin a quote for the case now."""
    ask = _parts.get("may_quote")
    return bool(ask and case.paid and ask(unit, case))


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The case if this caller may see it.

    :raises NotFound: also for a case he may not see.
    :raises Stale: against `If-Match`.
    """
    seen = scope.visible(unit, P.SERVICE_REQUESTS_VIEW, ServiceRequest)
    return unit.one(ServiceRequest, _case.c.id == id, seen, lock=lock)


def any_one(unit: Unit, id: str) -> Row:
    """The case for a room that acts on it by a rule and not by the caller's own right; locked.

    :raises NotFound: there is none.
    """
    return unit.one(ServiceRequest, _case.c.id == id, lock=True)


def acts(unit: Unit, id: str) -> Row:
    """Which acts of paid service were done for a case (R154), for whoever must know whether he may go on.

    :raises NotFound: there is no such case.
    """
    found = unit.first(_acts, {"case": id})
    if found is None:
        raise NotFound
    return Row(_case, found)


def visible(unit: Unit, id: str) -> None:
    """Refuse a replay of a case that the caller may no longer see."""
    one(unit, id)


_acts: Select[Any] = select(
    _case.c.id, _case.c.station_id, _case.c.paid, _case.c.policy_explained_at, _case.c.accepted_at, _case.c.quoted_at,
    _case.c.consented_at, _case.c.judged_at, _case.c.answer,
).where(_case.c.id == bindparam("case"))  # fmt: skip
_shown: Select[Any] = (
    select(
        _case.c.id, _case.c.number, _case.c.version, _case.c.status, _case.c.step, _case.c.subject, _case.c.job_status,
        _customer.c.name.label("customer_name"), _case.c.customer_id, _product.c.model, _asset.c.serial,
        _site.c.address.label("place"), _case.c.station_id, _station.c.code.label("station_code"),
        _station.c.name.label("station_name"), _case.c.owner_id, _employee.c.name.label("owner_name"),
        _case.c.urgency, _case.c.mode, _case.c.calls, _case.c.created_at,
        _case.c.due_at, _case.c.due_kind, _case.c.due_state, _case.c.due_soon_at, _case.c.due_started_at,
    )
    .join(_customer, _customer.c.id == _case.c.customer_id)
    .join(_station, _station.c.id == _case.c.station_id)
    .outerjoin(_asset, _asset.c.id == _case.c.asset_id)
    .outerjoin(_product, _product.c.id == _asset.c.product_id)
    .outerjoin(_site, _site.c.id == _case.c.site_id)
    .outerjoin(_employee, _employee.c.id == _case.c.owner_id)
)  # fmt: skip
_orders = {
    "due": listing.Order(_case.c.due_at, _case.c.id, of=listing.moment),
    "-created_at": listing.Order(_case.c.created_at, _case.c.id, descending=True, of=listing.moment),
    "created_at": listing.Order(_case.c.created_at, _case.c.id, of=listing.moment),
    "number": listing.Order(_case.c.number, _case.c.id),
}
_equal = {
    "open": _case.c.open, "status": _case.c.status, "step": _case.c.step, "station_id": _case.c.station_id,
    "owner_id": _case.c.owner_id, "customer_id": _case.c.customer_id, "asset_id": _case.c.asset_id,
    "mode": _case.c.mode, "group": _case.c.service_group,
}  # fmt: skip


def page(unit: Unit, query: Query, shape: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """One page of cases; `due` shows what is late first, then what falls due next."""
    given = {name: wanted for name in _equal if (wanted := getattr(query, name)) is not None}
    asked = {name: wanted for name, wanted in given.items() if not isinstance(wanted, bool)}
    shape_of = tuple((name, given[name] if name not in asked else None) for name in given)
    statement = scope.seeing(unit, P.SERVICE_REQUESTS_VIEW, ServiceRequest, _filtered(shape_of))
    if query.late is not None:
        late = _case.c.due_at < unit.now
        statement = statement.where(late if query.late else ~late)
    if query.due_within_seconds is not None:
        until = unit.now + timedelta(seconds=query.due_within_seconds)
        statement = statement.where(_case.c.due_at >= unit.now, _case.c.due_at <= until)
    if query.queue:
        statement = statement.where(queues(unit)[query.queue])
    if query.person_id:
        statement = statement.where(func.coalesce(_case.c.engineer_id, _case.c.owner_id) == query.person_id)
    if query.imported is not None:
        imported = _case.c.imported_from.is_not(None)
        statement = statement.where(imported if query.imported else ~imported)
    if query.q:
        reach = unit.actor.reach(P.SERVICE_REQUESTS_VIEW)
        found = [_case.c.id.in_(search.matching(unit, "matter", query.q, reach))]
        if (number := phones.looks_like(query.q)) and unit.actor.holds(P.CUSTOMERS_REVEAL):
            found.append(_case.c.id.in_(by_phone(number)))
        statement = statement.where(or_(*found))
    return listing.page(unit, statement, query, _orders, sort=query.sort, shape=shape, asked=asked)


@lru_cache(maxsize=256)
def _filtered(given: tuple[tuple[str, bool | None], ...]) -> Select[Any]:
    """The list where these columns equal what is asked. Yes and no stand in the statement itself: a database cannot tell
    that an index of the open ones alone will do while it does not know whether the open ones are meant."""
    return _shown.where(
        *(_equal[name] == (bindparam(name, type_=_equal[name].type) if yes is None else yes) for name, yes in given)
    )


def queues(unit: Unit) -> dict[str, ColumnElement[bool]]:
    """What puts an open case into a queue, as the boards count it."""
    late = _case.c.due_at < unit.now
    return {
        "due_soon": and_(~late, _case.c.due_soon_at <= unit.now, _case.c.due_state == "running"),
        "unassigned": and_(_case.c.status == "job_opened", _case.c.engineer_id.is_(None)),
        "waiting_part": _case.c.job_status == "waiting_for_parts",
        "waiting_customer": _case.c.status == "awaiting_consent",
    }


_whole: Select[Any] = (
    select(
        *_case.c,
        _customer.c.name.label("customer_name"), _customer.c.customer_class,
        _station.c.code.label("station_code"), _station.c.name.label("station_name"),
        _site.c.latitude, _site.c.longitude, _employee.c.name.label("owner_name"),
        _contact.c.name.label("contact_name"), _contact.c.title.label("contact_title"),
        FIRST_PHONE.label("contact_phone"),
        _site.c.label.label("site_label"), _site.c.address.label("place"),
        _asset.c.serial, _product.c.model, _product.c.name.label("product_name"),
    )
    .join(_customer, _customer.c.id == _case.c.customer_id)
    .join(_station, _station.c.id == _case.c.station_id)
    .outerjoin(_contact, _contact.c.id == _case.c.contact_id)
    .outerjoin(_asset, _asset.c.id == _case.c.asset_id)
    .outerjoin(_product, _product.c.id == _asset.c.product_id)
    .outerjoin(_site, _site.c.id == _case.c.site_id)
    .outerjoin(_employee, _employee.c.id == _case.c.owner_id)
    .where(_case.c.id == bindparam("case"))
)  # fmt: skip


def whole(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any] | None:
    """The case with the names of everything it points at; `scoped=False` right after the caller changed it himself."""
    statement = scope.seeing(unit, P.SERVICE_REQUESTS_VIEW, ServiceRequest, _whole) if scoped else _whole
    return unit.first(statement, {"case": id})


_calls: Select[Any] = (
    select(_call.c.id, _call.c.number, _call.c.rang_at.label("at"))
    .where(_call.c.case_id == bindparam("case"))
    .order_by(_call.c.rang_at, _call.c.id)
)


def as_row(found: dict[str, Any]) -> Row:
    """What `whole` found, as the workflow's subject."""
    return Row(_case, found)


def calls(unit: Unit, case_id: str) -> list[dict[str, Any]]:
    """The telephone calls about a case, oldest first."""
    return unit.rows(_calls, {"case": case_id})


_belongings: Select[Any] = (
    select(
        _customer.c.name.label("customer_name"), _customer.c.name_key, _customer.c.merged_into_id,
        _contact.c.customer_id.label("contact_of"), _site.c.customer_id.label("site_of"),
        _site.c.address, _asset.c.customer_id.label("asset_of"), _asset.c.site_id.label("asset_site_id"),
        _asset.c.serial, _product.c.model, _product.c.name.label("product_name"),
        _station.c.id.label("station_id"), _station.c.code.label("station_code"), _calendar.c.time_zone,
    )
    .select_from(_customer)
    .outerjoin(_contact, _contact.c.id == bindparam("contact"))
    .outerjoin(_asset, _asset.c.id == bindparam("asset"))
    .outerjoin(_product, _product.c.id == _asset.c.product_id)
    .outerjoin(_site, _site.c.id == func.coalesce(bindparam("site", type_=_site.c.id.type), _asset.c.site_id))
    .join(_station, _station.c.id == func.coalesce(_site.c.station_id, _customer.c.station_id))
    .join(_calendar, _calendar.c.id == _station.c.calendar_id)
    .where(_customer.c.id == bindparam("customer"))
)  # fmt: skip


def belongings(
    unit: Unit, customer_id: str, contact_id: str | None, site_id: str | None, asset_id: str | None
) -> dict[str, Any] | None:
    """Who owns the named contact, site and device, and which station answers: the site's, else the customer's (R2)."""
    statement = scope.seeing(unit, P.CUSTOMERS_VIEW, Customer, _belongings)
    named = {"customer": customer_id, "contact": contact_id, "site": site_id, "asset": asset_id}
    return unit.first(statement, named)


def ids_of_customer(unit: Unit, customer_id: str) -> list[str]:
    """All cases of a customer, for putting them into the index anew."""
    return [row["id"] for row in unit.rows(select(_case.c.id).where(_case.c.customer_id == customer_id))]


def findable(unit: Unit, case_id: str) -> dict[str, Any]:
    """What the search index says of a case."""
    found = unit.first(
        select(
            _case.c.station_id, _case.c.number, _case.c.subject, _case.c.open, _case.c.created_at,
            _customer.c.name.label("customer_name"), _asset.c.serial, _product.c.model,
            _product.c.name.label("product_name"), _site.c.address,
        )
        .join(_customer, _customer.c.id == _case.c.customer_id)
        .outerjoin(_asset, _asset.c.id == _case.c.asset_id)
        .outerjoin(_product, _product.c.id == _asset.c.product_id)
        .outerjoin(_site, _site.c.id == _case.c.site_id)
        .where(_case.c.id == case_id)
    )  # fmt: skip
    assert found is not None
    return found


def visible_ids(unit: Unit) -> Select[Any]:
    """Ids of the cases that this caller may see, for the global search."""
    return select(_case.c.id).where(scope.visible(unit, P.SERVICE_REQUESTS_VIEW, ServiceRequest))


def open_of_customers(unit: Unit, customer_ids: list[str]) -> dict[str, int]:
    """How many open cases each of these customers has, as far as the caller sees them."""
    if not customer_ids:
        return {}
    seen = scope.visible(unit, P.SERVICE_REQUESTS_VIEW, ServiceRequest)
    counted = (
        select(_case.c.customer_id, func.count().label("n"))
        .where(_case.c.customer_id.in_(customer_ids), _case.c.open, seen)
        .group_by(_case.c.customer_id)
    )
    return {row["customer_id"]: row["n"] for row in unit.rows(counted)}


def customers_in_hand(unit: Unit) -> ColumnElement[bool]:
    """Customers with whom this agent is speaking now, or whose open case is his."""
    me = unit.actor.employee_id
    speaking = select(_call.c.customer_id).where(
        _call.c.agent_id == me, _call.c.status != "closed", _call.c.customer_id.is_not(None)
    )
    mine = select(_case.c.customer_id).where(_case.c.owner_id == me, _case.c.open)
    return or_(_customer.c.id.in_(speaking), _customer.c.id.in_(mine))


def by_phone(number: str) -> Select[Any]:
    """Ids of the cases of customers with this whole number or these last four digits."""
    return select(_case.c.id).where(_case.c.customer_id.in_(customers_with(number)))
