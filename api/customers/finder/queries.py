"""SELECTs of the global search, and of what is put into the index."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Any

from sqlalchemy import Integer, Select, bindparam, or_, select

from api.customers.assets.model import Asset
from api.customers.customers.model import Contact, Customer, Site
from api.customers.finder.kinds import Kind
from api.customers.products.model import Product
from api.kit import phones, search
from api.kit.search import Reach, SearchEntry
from api.kit.unit import Unit

_entry = SearchEntry.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_contact = Contact.__table__  # type: ignore[attr-defined]
_site = Site.__table__  # type: ignore[attr-defined]
_asset = Asset.__table__  # type: ignore[attr-defined]
_product = Product.__table__  # type: ignore[attr-defined]
_CHUNK = 500


NEWEST = 200
"""The global search weighs so many matches of a kind, the newest: open ones first among these."""
_AT_ONCE = 40
_WALKS = (2_000, 20_000)
"""So many of the newest are walked first where the index of words gives no order; the longer way if the first gave some."""


def hits(unit: Unit, kind: Kind, q: str, limit: int) -> list[dict[str, Any]]:
    """The best entries of one kind that the caller may see: open ones first, then the newest; `by_phone` says how."""
    number = phones.looks_like(q) if kind.by_phone and unit.actor.holds(kind.by_phone_permission) else None
    reach = unit.actor.reach(kind.permission)
    if reach.own and not reach.everywhere:  # few are his: begin with them
        wanted = search.entries(unit, kind.name, q, reach, NEWEST)
        found = _shown.where(_entry.c.kind == kind.name, _entry.c.id.in_(wanted))
        rows = unit.rows(found.where(_entry.c.subject_id.in_(kind.visible(unit))).limit(limit))
    else:
        rows = _seen(unit, kind, *_found(unit, kind, q, reach), limit)
    rows = [row | {"by_phone": False} for row in rows]
    if number and kind.by_phone:
        known = {row["subject_id"]: row for row in rows}
        called = _shown.where(_entry.c.kind == kind.name, _entry.c.subject_id.in_(kind.by_phone(number)))
        for row in _seen(unit, kind, called.limit(_MANY).offset(_START), {}, limit):
            known[row["subject_id"]] = row | {"by_phone": True}
        rows = sorted(known.values(), key=lambda row: (not row["by_phone"], not row["open"], -row["id"]))
    return rows[:limit]


_MANY, _START = bindparam("many", type_=Integer), bindparam("start", type_=Integer)


def _found(unit: Unit, kind: Kind, q: str, reach: Reach) -> tuple[Select[Any] | None, dict[str, Any]]:
    """The entries of one kind that match, as a kept statement and what it is asked with."""
    near = _near(unit, kind, q, reach) if not reach.own else []
    if len(near) >= _AT_ONCE:
        return _among, {"kind": kind.name, "ids": near}
    statement, asked = search.entries_kept(unit, kind.name, q, reach, NEWEST)
    return None if statement is None else _within(statement), asked | {"kind": kind.name}


@lru_cache(maxsize=64)
def _within(statement: Select[Any]) -> Select[Any]:
    found = _shown.where(_entry.c.kind == bindparam("kind"), _entry.c.id.in_(statement))
    return found.limit(_MANY).offset(_START)


def _near(unit: Unit, kind: Kind, q: str, reach: Reach) -> list[int]:
    """Entries found among the newest; few or none where this is rare, and the index of words then is quick."""
    near: list[int] = []
    for walk in _WALKS:
        near = search.among_newest(unit, kind.name, q, reach, walk, NEWEST)
        if len(near) >= _AT_ONCE or len(near) * _WALKS[-1] < _AT_ONCE * walk:
            break
    return near


_shown: Select[Any] = select(
    _entry.c.id, _entry.c.subject_id, _entry.c.title, _entry.c.subtitle, _entry.c.open
).order_by(_entry.c.open.desc(), _entry.c.sort_at.desc(), _entry.c.id.desc())


_among: Select[Any] = (
    _shown.where(_entry.c.kind == bindparam("kind"), _entry.c.id.in_(bindparam("ids", expanding=True)))
    .limit(_MANY)
    .offset(_START)
)


def _seen(unit: Unit, kind: Kind, found: Select[Any] | None, asked: dict[str, Any], limit: int) -> list[dict[str, Any]]:
    """The first of these that the caller may see, asked for a few at a time.

    Whoever sees whole stations sees nearly all that the index gives him; to list all that he sees first, as one
    statement would, costs more than the search itself.
    """
    seen: list[dict[str, Any]] = []
    if found is None:
        return seen
    for start in range(0, NEWEST, _AT_ONCE):
        rows = unit.rows(found, asked | {"many": _AT_ONCE, "start": start})
        if not rows:
            break
        visible, ids = kind.visible(unit), [row["subject_id"] for row in rows]
        may = set(unit.conn.execute(visible.where(visible.selected_columns[0].in_(ids))).scalars())
        seen += [row for row in rows if row["subject_id"] in may]
        if len(rows) < _AT_ONCE or len(seen) >= limit:
            break
    return seen[:limit]


def customer_facts(unit: Unit, ids: Collection[str]) -> list[dict[str, Any]]:
    """What customers are found by: their names, contacts and addresses."""
    wanted = list(ids)
    columns = (_customer.c.id, _customer.c.station_id, _customer.c.name, _customer.c.created_at)
    found = unit.rows(select(*columns).where(_customer.c.id.in_(wanted), _customer.c.merged_into_id.is_(None)))
    people = unit.rows(
        select(_contact.c.customer_id, _contact.c.name)
        .where(_contact.c.customer_id.in_(wanted))
        .order_by(_contact.c.preferred.desc(), _contact.c.id)
    )
    places = unit.rows(
        select(_site.c.customer_id, _site.c.address)
        .where(_site.c.customer_id.in_(wanted))
        .order_by(_site.c.created_at, _site.c.id)
    )
    return [
        row
        | {
            "people": [person["name"] for person in people if person["customer_id"] == row["id"]],
            "addresses": [place["address"] for place in places if place["customer_id"] == row["id"]],
        }
        for row in found
    ]


def asset_facts(unit: Unit, ids: Collection[str] = (), *, customer_id: str | None = None) -> list[dict[str, Any]]:
    """What devices are found by: serial, model, place and whose they are."""
    return unit.rows(
        select(
            _asset.c.id, _asset.c.station_id, _asset.c.serial, _asset.c.created_at, _asset.c.location_note,
            _product.c.model, _product.c.name.label("product_name"), _customer.c.name.label("customer_name"),
            _site.c.label.label("site_label"),
        )
        .join(_product, _product.c.id == _asset.c.product_id)
        .join(_customer, _customer.c.id == _asset.c.customer_id)
        .outerjoin(_site, _site.c.id == _asset.c.site_id)
        .where(or_(_asset.c.id.in_(list(ids)), _asset.c.customer_id == customer_id))
    )  # fmt: skip


def chunks_of_ids(unit: Unit) -> list[tuple[str, list[str]]]:
    """All customers and devices in chunks, for putting the whole index anew."""
    found: list[tuple[str, list[str]]] = []
    for kind, table in (("customer", _customer), ("asset", _asset)):
        ids = list(unit.conn.execute(select(table.c.id).order_by(table.c.id)).scalars())
        found += [(kind, ids[start : start + _CHUNK]) for start in range(0, len(ids), _CHUNK)]
    return found
