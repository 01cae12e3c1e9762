"""Every SELECT on the days of the books, each limited to what its caller may see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Select, case, cast, func, select

from api.access import scope
from api.access.policy import P
from api.kit import listing
from api.kit.listing import Order
from api.kit.unit import Row, Unit
from api.money.cash_days.schemas import CashDaysQuery
from api.money.cash_handovers.model import CashHandover
from api.money.ledger import queries as ledger
from api.money.ledger.chart import ACCOUNTS
from api.money.ledger.model import CashDay
from api.network.employees.model import Employee
from api.network.stations.model import Station

_day = CashDay.__table__  # type: ignore[attr-defined]
_slip = CashHandover.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_closer, _witness, _approver = (Employee.__table__.alias(name) for name in ("closer", "witness", "approver"))  # type: ignore[attr-defined]
_posting = ledger.posting
_ORDERS = {
    "-day": Order(_day.c.day, _day.c.id, descending=True, of=date.fromisoformat),
    "day": Order(_day.c.day, _day.c.id, of=date.fromisoformat),
}
_book = (
    select(ledger.total(ledger.signed("drawer")))
    .where(ledger.touches("drawer"), _posting.c.station_id == _day.c.station_id, _posting.c.posted_on <= _day.c.day)
    .correlate(_day)
    .scalar_subquery()
)


def seen(unit: Unit) -> ColumnElement[bool]:
    """The days that this caller may see."""
    return scope.visible(unit, P.CASH_DAYS_VIEW, CashDay)


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The day if this caller may see it.

    :raises NotFound: also for one he may not see.
    """
    return unit.one(CashDay, _day.c.id == id, seen(unit), lock=lock)


def of(unit: Unit, station_id: str, day: date) -> Row:
    """The day of a station's books; locked."""
    return unit.one(CashDay, _day.c.station_id == station_id, _day.c.day == day, lock=True)


def visible(unit: Unit, id: str) -> None:
    """Refuse a replay about a day that the caller may no longer see."""
    one(unit, id)


_shown: Select[Any] = (
    select(
        _day.c.id, _day.c.version, _day.c.station_id, _station.c.code.label("station_code"),
        _station.c.name.label("station_name"), _day.c.day, _day.c.status,
        case((_day.c.status == "open", _book), else_=_day.c.book_fen).label("book_fen"), _day.c.counted_fen,
        _day.c.banked_fen, _day.c.closed_at, _day.c.closed_by_id, _closer.c.name.label("closed_by_name"),
        _day.c.approved_by_id, _approver.c.name.label("approved_by_name"),
    )
    .join(_station, _station.c.id == _day.c.station_id)
    .outerjoin(_closer, _closer.c.id == _day.c.closed_by_id)
    .outerjoin(_approver, _approver.c.id == _day.c.approved_by_id)
)  # fmt: skip
_whole = _shown.add_columns(
    _day.c.bank_slip, _day.c.counts, _day.c.witness_id, _witness.c.name.label("witness_name"), _day.c.note,
    _day.c.approved_at,
).outerjoin(_witness, _witness.c.id == _day.c.witness_id)  # fmt: skip


def page(unit: Unit, query: CashDaysQuery, shape: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """A page of days."""
    statement = _shown.where(seen(unit))
    for name in ("station_id", "status"):
        if (wanted := getattr(query, name)) is not None:
            statement = statement.where(_day.c[name] == wanted)
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=shape)


def whole(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any] | None:
    """The day with names; `scoped=False` after the caller's own act."""
    statement = _whole.where(_day.c.id == id)
    return unit.first(statement.where(seen(unit)) if scoped else statement)


def as_row(found: dict[str, Any]) -> Row:
    """What `whole` found, as the workflow's subject."""
    return Row(_day, found)


def earlier_open(unit: Unit, station_id: str, day: date) -> int:
    """How many days of the station's books before this one are open."""
    here = (_day.c.station_id == station_id) & (_day.c.day < day) & (_day.c.status == "open")
    return unit.value(select(func.count()).select_from(_day).where(here))


def presented_before(unit: Unit, station_id: str, until: datetime) -> bool:
    """Whether a slip of the station that was presented before this moment waits to be counted in."""
    here = (_slip.c.station_id == station_id) & (_slip.c.status == "presented") & (_slip.c.created_at < until)
    return unit.value(select(_slip.c.id).where(here).limit(1)) is not None


def turnover(unit: Unit, station_id: str, day: date) -> list[dict[str, Any]]:
    """By account, what came (debit) and went (credit) on this day, in the order of the chart."""
    here = (_posting.c.station_id == station_id, _posting.c.posted_on == day)
    moved: dict[str, dict[str, Any]] = {}
    for side, name in ((_posting.c.debit, "in_fen"), (_posting.c.credit, "out_fen")):
        fen = cast(func.sum(_posting.c.amount_fen), BigInteger).label("fen")
        for row in unit.rows(select(side.label("account"), fen).where(*here).group_by(side)):
            moved.setdefault(row["account"], {"in_fen": 0, "out_fen": 0})[name] = row["fen"]
    return [{"account": name, **moved[name]} for name in ACCOUNTS if name in moved]


def held(unit: Unit, station_id: str) -> int:
    """The cash in people's hands at the station."""
    return ledger.balance(unit, "cash_held", _posting.c.station_id == station_id)
