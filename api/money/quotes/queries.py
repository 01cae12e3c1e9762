"""Every SELECT of quotes, each limited to what its caller may see."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from api.access import scope
from api.access.policy import P
from api.customers.customers import queries as customers
from api.customers.customers.model import Customer
from api.intake.calls.model import Call
from api.intake.service_requests import queries as cases
from api.intake.service_requests.model import ServiceRequest
from api.kit import listing
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.money.case_accounts.model import CaseAccount
from api.money.consents.model import Consent
from api.money.quotes.model import LIVE, Quote, QuoteLine
from api.money.quotes.schemas import QuotesQuery
from api.network.employees.model import Employee
from api.network.stations.model import Station

_quote = Quote.__table__  # type: ignore[attr-defined]
_line = QuoteLine.__table__  # type: ignore[attr-defined]
_consent = Consent.__table__  # type: ignore[attr-defined]
_account = CaseAccount.__table__  # type: ignore[attr-defined]
_case = ServiceRequest.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_call = Call.__table__  # type: ignore[attr-defined]
_approver, _recorder = _employee.alias(), _employee.alias()
_live, _other, _former = _quote.alias(), _quote.alias(), _quote.alias()


def seen(unit: Unit) -> ColumnElement[bool]:
    """The quotes that this caller may see."""
    return scope.visible(unit, P.QUOTES_VIEW, Quote)


def in_hand(unit: Unit) -> ColumnElement[bool]:
    """Quotes of cases that the caller took, or whose job is his: they are his own too."""
    me = unit.actor.employee_id
    mine = select(_case.c.id).where(or_(_case.c.owner_id == me, _case.c.engineer_id == me))
    return _quote.c.case_id.in_(mine)


def visible(unit: Unit, id: str) -> Row:
    """The quote, if the caller may see it.

    :raises NotFound: also for a quote he may not see.
    """
    return unit.one(Quote, _quote.c.id == id, seen(unit))


_CASE = (
    "id", "number", "subject", "status", "station_id", "owner_id", "engineer_id", "created_by_id", "open", "paid",
    "judged_at", "policy_explained_at", "accepted_at", "quoted_at", "consented_at", "answer",
)  # fmt: skip
_LIVE_NUMBER = (
    select(_live.c.number)
    .where(_live.c.case_id == _quote.c.case_id, _live.c.status.in_(LIVE), _live.c.id != _quote.c.id)
    .limit(1)
    .correlate(_quote)
    .scalar_subquery()
)
_FILLED = select(_line.c.id).where(_line.c.quote_id == _quote.c.id).correlate(_quote).exists()


def held(unit: Unit, id: str, *, scoped: bool = True) -> Row:
    """The quote with its case, both held until the end, the case first: all rooms lock in that order.

    :raises NotFound: there is none that this caller may see.
    :raises Stale: against `If-Match`.
    """
    clauses = [_quote.c.id == id] + ([seen(unit)] if scoped else [])
    case_id = unit.value(select(_quote.c.case_id).where(*clauses))
    if case_id is None:
        raise NotFound
    case = cases.any_one(unit, case_id)
    quote = unit.one(Quote, *clauses, lock=True)
    more = unit.first(select(_LIVE_NUMBER.label("live_number"), _FILLED.label("filled")).where(_quote.c.id == id))
    quote.__dict__.update(more or {}, case_row=case)
    return quote


_rows: Select[Any] = (
    select(
        _quote.c.id, _quote.c.version, _quote.c.number, _quote.c.revision, _quote.c.status, _quote.c.case_id,
        _case.c.number.label("case_number"), _case.c.subject.label("case_subject"),
        _case.c.status.label("case_status"), _quote.c.customer_id, _customer.c.name.label("customer_name"),
        _customer.c.customer_class, _quote.c.station_id, _station.c.code.label("station_code"),
        _station.c.name.label("station_name"), _quote.c.total_fen, _quote.c.discount_fen, _quote.c.valid_until,
        _quote.c.created_by_id, _employee.c.name.label("created_by_name"), _quote.c.created_at,
    )
    .join(_case, _case.c.id == _quote.c.case_id)
    .join(_customer, _customer.c.id == _quote.c.customer_id)
    .join(_station, _station.c.id == _quote.c.station_id)
    .outerjoin(_employee, _employee.c.id == _quote.c.created_by_id)
)  # fmt: skip
_orders = {
    "-created_at": listing.Order(_quote.c.created_at, _quote.c.id, descending=True, of=listing.moment),
    "number": listing.Order(_quote.c.number, _quote.c.id),
}


_NUMBERS = (_quote.c.number, _case.c.number)


def page(unit: Unit, query: QuotesQuery, shape: Any) -> dict[str, Any]:
    """One page of quotes, the newest first."""
    statement = _rows.where(seen(unit))
    for name in ("status", "case_id", "customer_id", "station_id"):
        if (wanted := getattr(query, name)) is not None:
            statement = statement.where(_quote.c[name] == wanted)
    if query.open is not None:
        live = _quote.c.status.in_(LIVE)
        statement = statement.where(live if query.open else ~live)
    if query.q:
        numbers = (column.startswith(query.q.strip().upper(), autoescape=True) for column in _NUMBERS)
        statement = statement.where(or_(*numbers, _quote.c.customer_id.in_(customers.matching(unit, query.q))))
    return listing.page(unit, statement, query, _orders, sort=query.sort, shape=shape)


_whole: Select[Any] = (
    _rows.add_columns(
        *(column for column in _quote.c if column.key not in _rows.selected_columns),
        *(_case.c[name].label(f"of_{name}") for name in _CASE),
        _LIVE_NUMBER.label("live_number"), _FILLED.label("filled"),
        _approver.c.name.label("approved_by_name"), _other.c.number.label("supplement_to_number"),
        _former.c.number.label("replaces_number"), _consent.c.id.label("consent_id"), _consent.c.given_by,
        _consent.c.way, _consent.c.occurred_at, _consent.c.ceiling_fen.label("consent_ceiling_fen"),
        _consent.c.quote_fingerprint, _consent.c.call_id, _consent.c.attachment_id, _consent.c.recorded_by_id,
        _recorder.c.name.label("recorded_by_name"),
    )
    .outerjoin(_approver, _approver.c.id == _quote.c.approved_by_id)
    .outerjoin(_other, _other.c.id == _quote.c.supplement_to_id)
    .outerjoin(_former, _former.c.id == _quote.c.replaces_id)
    .outerjoin(_consent, _consent.c.quote_id == _quote.c.id)
    .outerjoin(_recorder, _recorder.c.id == _consent.c.recorded_by_id)
)  # fmt: skip


def whole(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any] | None:
    """The quote with its case and consent; `scoped=False` right after the caller's own act."""
    statement = _whole.where(_quote.c.id == id)
    return unit.first(statement.where(seen(unit)) if scoped else statement)


def newest(unit: Unit, case_id: str) -> dict[str, Any] | None:
    """The newest quote of a case, as `whole` gives it, if the caller may see it."""
    return unit.first(_whole.where(_quote.c.case_id == case_id, seen(unit)).order_by(_quote.c.revision.desc()).limit(1))


def of_case(unit: Unit, case_id: str) -> list[dict[str, Any]]:
    """The quotes of a case that the customer has before him or agreed to, as `whole` gives them, newest first."""
    held = _quote.c.status.in_((*LIVE, "consented"))
    return unit.rows(_whole.where(_quote.c.case_id == case_id, held, seen(unit)).order_by(_quote.c.revision.desc()))


def as_row(found: dict[str, Any]) -> Row:
    """What `whole` found, as the workflow's subject."""
    case = Row(_case, {name: found[f"of_{name}"] for name in _CASE})
    return Row(_quote, found | {"case_row": case})


def lines(unit: Unit, quote_id: str) -> list[dict[str, Any]]:
    """The lines of a quote in their order."""
    return unit.rows(select(*_line.c).where(_line.c.quote_id == quote_id).order_by(_line.c.position))


def live(unit: Unit, case_id: str) -> str | None:
    """The id of the case's quote in the making or before the customer."""
    return unit.value(select(_quote.c.id).where(_quote.c.case_id == case_id, _quote.c.status.in_(LIVE)))


def of_open_case_of(unit: Unit, customer_id: str) -> str | None:
    """The number of a quote of this customer's whose case is not over; asked by rule, so without scope."""
    under_way = _quote.c.case_id.in_(select(_case.c.id).where(_case.c.customer_id == customer_id, _case.c.open))
    return unit.value(select(_quote.c.number).where(_quote.c.customer_id == customer_id, under_way).limit(1))


def number_of(unit: Unit, id: str) -> str:
    """The number of a quote."""
    return str(unit.value(select(_quote.c.number).where(_quote.c.id == id)))


def next_revision(unit: Unit, case_id: str) -> int:
    """The revision that the case's next quote gets; the case is held."""
    return int(unit.value(select(func.coalesce(func.max(_quote.c.revision), 0)).where(_quote.c.case_id == case_id))) + 1


def standing(unit: Unit, case_id: str) -> str | None:
    """The id of the quote to which the case's work stands consented, without its supplements."""
    return unit.value(
        select(_quote.c.id)
        .where(_quote.c.case_id == case_id, _quote.c.status == "consented", _quote.c.supplement_to_id.is_(None))
        .order_by(_quote.c.revision.desc())
        .limit(1)
    )


def codes_of(unit: Unit, id: str, price_ids: Collection[str]) -> dict[str, str]:
    """The codes of those of these prices that stand in the lines of the quote, by price."""
    mine = select(_line.c.price_item_id, _line.c.code).where(
        _line.c.quote_id == id, _line.c.price_item_id.in_(sorted(price_ids))
    )
    return {row["price_item_id"]: row["code"] for row in unit.rows(mine)}


def former_prices(unit: Unit, customer_id: str, codes: Collection[str]) -> dict[str, int]:
    """What this customer last consented to pay for each of these codes (R158)."""
    if not codes:
        return {}
    rows = unit.rows(
        select(_line.c.code, _line.c.unit_fen)
        .join(_quote, _quote.c.id == _line.c.quote_id)
        .where(_quote.c.customer_id == customer_id, _quote.c.status == "consented", _line.c.code.in_(sorted(codes)))
        .order_by(_quote.c.decided_at, _quote.c.id)
    )
    return {row["code"]: row["unit_fen"] for row in rows}


def account(unit: Unit, case_id: str) -> tuple[int, int]:
    """How much was consented to and how much was billed for the case so far."""
    found = unit.first(select(_account.c.consented_fen, _account.c.billed_fen).where(_account.c.case_id == case_id))
    return (found["consented_fen"], found["billed_fen"]) if found else (0, 0)


def ceiling(unit: Unit, quote_id: str) -> int:
    """Up to what this quote was consented to."""
    return int(unit.value(select(_consent.c.ceiling_fen).where(_consent.c.quote_id == quote_id)) or 0)


def call_of(unit: Unit, call_id: str, customer_id: str) -> bool:
    """Whether there was such a call with this customer."""
    return unit.value(select(_call.c.id).where(_call.c.id == call_id, _call.c.customer_id == customer_id)) is not None


def class_of(unit: Unit, customer_id: str) -> str:
    """The class of a case's customer, by which his prices go (R159), also for whoever sees the case and not his file."""
    return str(unit.value(select(_customer.c.customer_class).where(_customer.c.id == customer_id)))


def visible_ids(unit: Unit) -> Select[Any]:
    """Ids of the quotes that this caller may see."""
    return select(_quote.c.id).where(seen(unit))
