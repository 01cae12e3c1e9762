"""Every SELECT on price lists, and the price in force (R155, R159)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from api.access import scope
from api.access.policy import P
from api.customers.assets import queries as assets
from api.customers.customers import queries as customers
from api.customers.products.model import Product
from api.kit import clock, listing
from api.kit.listing import Order
from api.kit.pinyin import fold
from api.kit.problems import Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.money.price_lists import schemas
from api.money.price_lists.model import PriceItem, PriceList
from api.money.words import KINDS
from api.network.employees.model import Employee

_list = PriceList.__table__  # type: ignore[attr-defined]
_item = PriceItem.__table__  # type: ignore[attr-defined]
_product = Product.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_next = _list.alias()
_ORDERS = {
    "-starts_on": Order(_list.c.starts_on, _list.c.id, descending=True, of=date.fromisoformat),
    "number": Order(_list.c.number, _list.c.id),
}
_ITEM_ORDERS = {"position": Order(_item.c.position, _item.c.id, of=int), "code": Order(_item.c.code, _item.c.id)}


def seen(unit: Unit) -> ColumnElement[bool]:
    """The clause of lists that the caller may see."""
    return scope.visible(unit, P.PRICE_LISTS_VIEW, PriceList)


def visible(unit: Unit, id: str) -> Row:
    """The list, if the caller may see it."""
    return unit.one(PriceList, _list.c.id == id, seen(unit))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end of the transaction and checked against `If-Match`."""
    return unit.one(PriceList, _list.c.id == id, seen(unit), lock=True)


def count(unit: Unit, id: str) -> int:
    """How many prices a list holds."""
    return int(unit.value(select(func.count()).select_from(_item).where(_item.c.price_list_id == id)))


# -- what is in force --------------------------------------------------------------------------------------------------
def _held(on: date) -> ColumnElement[bool]:
    """Published and in its period that day; one that was withdrawn held until the day before."""
    over = datetime.combine(on + timedelta(days=1), time(), clock.ZONE)
    kept = or_(_list.c.status == "published", and_(_list.c.status == "withdrawn", _list.c.withdrawn_at >= over))
    return and_(
        kept, _list.c.published_at.is_not(None), _list.c.starts_on <= on,
        or_(_list.c.ends_on.is_(None), _list.c.ends_on >= on),
    )  # fmt: skip


def in_force(unit: Unit, customer_class: str | None, on: date) -> list[dict[str, Any]]:
    """The list of the class that holds on that day and the one for every class, the class's own first (R159).

    Of several in their period the one with the latest first day holds, of these the one published last.
    """
    wanted = _list.c.customer_class.is_(None)
    if customer_class:
        wanted = or_(wanted, _list.c.customer_class == customer_class)
    rows = unit.rows(
        select(_list.c.id, _list.c.number, _list.c.name, _list.c.customer_class, _list.c.starts_on)
        .where(_held(on), wanted)
        .order_by(_list.c.starts_on.desc(), _list.c.published_at.desc(), _list.c.id.desc())
    )
    newest: dict[str | None, dict[str, Any]] = {}
    for row in rows:
        newest.setdefault(row["customer_class"], row)
    return [newest[key] for key in sorted(newest, key=lambda key: key is None)]


def _prices(lists: list[dict[str, Any]]) -> Select[Any]:
    """The prices of these lists; the class's own price goes before the one for every class."""
    own, *rest = [found["id"] for found in lists]
    statement = select(*_item.c)
    if not rest:
        return statement.where(_item.c.price_list_id == own)
    better = select(_item.c.code).where(_item.c.price_list_id == own)
    return statement.where(
        or_(_item.c.price_list_id == own, and_(_item.c.price_list_id == rest[0], _item.c.code.not_in(better)))
    )


def class_of(unit: Unit, customer_id: str) -> str:
    """The customer's class.

    :raises Invalid: the caller sees no such customer.
    """
    known = customers.known(unit, customer_id)
    if known is None:
        raise Invalid.field("/query/customer_id", "unknown", Words("没有这位客户", "There is no such customer"))
    return str(known.customer_class)


def prices(unit: Unit, query: schemas.PricesQuery) -> dict[str, Any]:
    """A page of the prices in force, each with the list that it is from."""
    if (query.customer_id is None) == (query.class_ is None):
        words = Words("请给出客户或客户类别，只给一个", "Name a customer or a class, one of them")
        raise Invalid.field("/query/customer_id", "one_of", words)
    wanted = query.class_ or class_of(unit, str(query.customer_id))
    lists = in_force(unit, wanted, query.on or unit.today)
    if not lists:
        return {"items": [], "next_cursor": None} | ({"total": 0} if query.count else {})
    statement = _narrowed(_prices(lists), query.q, query.kind)
    if query.asset_id:
        device = assets.visible(unit, query.asset_id)
        known = unit.first(select(_product.c.model, _product.c.family).where(_product.c.id == device.product_id)) or {}
        for name in ("model", "family"):
            column = _item.c[name]
            statement = statement.where(or_(column.is_(None), column == known.get(name)))
    refs = {found["id"]: found for found in lists}

    def shape(row: dict[str, Any]) -> dict[str, Any]:
        shown = _shaped(unit, row)
        del shown["position"]
        return shown | {"price_list": refs[row["price_list_id"]]}

    return listing.page(unit, statement, query, _ITEM_ORDERS, sort=query.sort, shape=shape)


def price_of(unit: Unit, ids: Collection[str], customer_class: str, on: date) -> dict[str, dict[str, Any]]:
    """Those of these prices that hold for the class on that day, by id (R155, R158)."""
    lists = in_force(unit, customer_class, on)
    if not lists or not ids:
        return {}
    rows = unit.rows(_prices(lists).where(_item.c.id.in_(list(ids))))
    return {row["id"]: row for row in rows}


def code_of(unit: Unit, id: str) -> str | None:
    """The code of a price of whichever list; no more of it is told."""
    found = unit.first(select(_item.c.code).where(_item.c.id == id))
    return str(found["code"]) if found else None


def in_force_by_code(unit: Unit, codes: Collection[str], customer_class: str) -> dict[str, str]:
    """The ids of the prices that these codes have for the class today."""
    lists = in_force(unit, customer_class, unit.today)
    if not lists or not codes:
        return {}
    rows = unit.rows(_prices(lists).where(_item.c.code.in_(sorted(set(codes)))))
    return {row["code"]: row["id"] for row in rows}


def _narrowed(statement: Select[Any], q: str | None, kind: str | None) -> Select[Any]:
    for word in fold(q or "").split():
        statement = statement.where(_item.c.terms.contains(word, autoescape=True))
    return statement.where(_item.c.kind == kind) if kind else statement


def _shaped(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    shown = {name: row[name] for name in _SHOWN}
    return shown | {"kind_label": unit.say(KINDS[row["kind"]])}


_SHOWN = ("id", "position", "kind", "code", "name", "family", "model", "unit", "unit_price_fen")


# -- lists and their prices --------------------------------------------------------------------------------------------
_after = (
    select(_next.c.starts_on)
    .where(
        _next.c.status == "published",
        _next.c.id != _list.c.id,
        _next.c.starts_on > _list.c.starts_on,
        or_(
            _next.c.customer_class == _list.c.customer_class,
            and_(_next.c.customer_class.is_(None), _list.c.customer_class.is_(None)),
        ),
    )
    .order_by(_next.c.starts_on, _next.c.published_at.desc())
    .limit(1)
    .correlate(_list)
    .scalar_subquery()
)
_counted = select(func.count()).where(_item.c.price_list_id == _list.c.id).correlate(_list).scalar_subquery()


def _selected() -> Select[Any]:
    return select(*_list.c, _after.label("next_starts_on"), _counted.label("items"))


def listed(unit: Unit, query: schemas.PriceListsQuery, label: Any) -> dict[str, Any]:
    """A page of lists; newest first day first."""
    statement = _selected().where(seen(unit))
    if query.class_ == "any":
        statement = statement.where(_list.c.customer_class.is_(None))
    elif query.class_:
        statement = statement.where(_list.c.customer_class == query.class_)
    if query.status:
        statement = statement.where(_list.c.status == query.status)
    if query.on:
        classes: tuple[str | None, ...] = (None, "A", "B", "C")
        held = {found["id"] for wanted in classes for found in in_force(unit, wanted, query.on)}
        statement = statement.where(_list.c.id.in_(sorted(held)))
    if query.kind:
        statement = statement.where(_list.c.id.in_(select(_item.c.price_list_id).where(_item.c.kind == query.kind)))
    return listing.page(
        unit, statement, query, _ORDERS, sort=query.sort, shape=lambda row: line(unit, row, label(row["status"]))
    )


def line(unit: Unit, row: dict[str, Any], label: str) -> dict[str, Any]:
    """One list as `PriceListRow`."""
    last, after, on = row["ends_on"], row["next_starts_on"], unit.today
    if after is not None:
        last = min(last or after, after - timedelta(days=1))
    holds = row["status"] == "published" and row["starts_on"] <= on and (last is None or last >= on)
    kept = (
        "id", "version", "number", "name", "customer_class", "starts_on", "ends_on", "status", "items", "created_at",
        "published_at",
    )  # fmt: skip
    return {name: row[name] for name in kept} | {"holds_until": last, "in_force": holds, "status_label": label}


def whole(unit: Unit, id: str) -> dict[str, Any] | None:
    """The list with its counts, if the caller may see it."""
    return unit.first(_selected().where(_list.c.id == id, seen(unit)))


def kinds(unit: Unit, id: str) -> list[dict[str, Any]]:
    """How many prices of each kind a list holds."""
    rows = unit.rows(
        select(_item.c.kind, func.count().label("items")).where(_item.c.price_list_id == id).group_by(_item.c.kind)
    )
    found = {row["kind"]: row["items"] for row in rows}
    return [
        {"kind": kind, "kind_label": unit.say(words), "items": found[kind]}
        for kind, words in KINDS.items()
        if kind in found
    ]


_REF = ("id", "number", "name", "customer_class", "starts_on")


def ref(unit: Unit, id: str | None) -> dict[str, Any] | None:
    """A list as `PriceListRef`."""
    return unit.first(select(*(_list.c[name] for name in _REF)).where(_list.c.id == id)) if id else None


def following(unit: Unit, row: dict[str, Any]) -> dict[str, Any] | None:
    """The published list of the same class that comes next."""
    if row["next_starts_on"] is None:
        return None
    same = _list.c.customer_class
    return unit.first(
        select(*(_list.c[name] for name in _REF))
        .where(
            _list.c.status == "published", _list.c.starts_on == row["next_starts_on"],
            same.is_(None) if row["customer_class"] is None else same == row["customer_class"],
        )
        .order_by(_list.c.published_at.desc())
        .limit(1)
    )  # fmt: skip


def people(unit: Unit, ids: Collection[str | None]) -> dict[str, dict[str, Any]]:
    """Employees by id, as `EmployeeRef`."""
    wanted = sorted({id for id in ids if id})
    if not wanted:
        return {}
    rows = unit.rows(select(_employee.c.id, _employee.c.name).where(_employee.c.id.in_(wanted)))
    return {row["id"]: row for row in rows}


def items(unit: Unit, id: str, query: schemas.ItemsQuery) -> dict[str, Any]:
    """A page of a list's prices."""
    visible(unit, id)
    statement = _narrowed(select(*_item.c).where(_item.c.price_list_id == id), query.q, query.kind)
    return listing.page(unit, statement, query, _ITEM_ORDERS, sort=query.sort, shape=lambda row: _shaped(unit, row))


def all_items(unit: Unit, id: str) -> list[dict[str, Any]]:
    """Every price of a list in its order."""
    return unit.rows(select(*_item.c).where(_item.c.price_list_id == id).order_by(_item.c.position))


def before(unit: Unit, row: Row) -> str | None:
    """The list to compare with: the one it was made from, else the one that held on the day before its first."""
    if row.supersedes_id:
        return str(row.supersedes_id)
    held = in_force(unit, row.customer_class, row.starts_on - timedelta(days=1))
    return next(
        (found["id"] for found in held if found["customer_class"] == row.customer_class and found["id"] != row.id), None
    )
