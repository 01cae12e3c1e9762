"""Two files of one customer become one: a manager's act that loses nothing (R386, R387).

People, places, devices and agreements move with everything that rooms above registered by `moves`; the former file stays,
empty, and says where it went. Papers of money keep the name they were written for; while something of money is under way
in the former file, `hinders` lets its room refuse.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Table, true, update

from api.access import scope
from api.access.policy import P
from api.customers.assets.model import Asset
from api.customers.contracts.model import Contract
from api.customers.customers import facts, queries, schemas
from api.customers.customers.model import Contact, Phone, Site
from api.customers.finder import entries
from api.events import log
from api.kit import search
from api.kit.problems import Clash, Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words

Hindrance = Callable[[Unit, str], Words | None]
_tables: dict[str, tuple[Table, ColumnElement[bool]]] = {}
_hindrances: list[Hindrance] = []


def moves(*models: Any, only: ColumnElement[bool] | None = None) -> None:
    """Let rows of these tables, by their `customer_id`, move with their customer; called once at import."""
    clause: ColumnElement[bool] = true() if only is None else only
    _tables.update({model.__tablename__: (model.__table__, clause) for model in models})


moves(Contact, Phone, Site, Asset, Contract)


def hinders(hindrance: Hindrance) -> Hindrance:
    """Let a room say why a customer cannot be merged now."""
    _hindrances.append(hindrance)
    return hindrance


def merge(unit: Unit, id: str, command: schemas.Merge) -> dict[str, Any]:
    """Put this file into another one of the same customer; gives the one that stays.

    :raises Forbidden: one of both is not the caller's to void.
    :raises Invalid: no such other customer, or the same one.
    :raises Clash: something is under way that must end in the file it began in.
    """
    row = queries.one(unit, id)
    scope.demand(unit, P.CUSTOMERS_VOID, row)
    into = None if command.into_customer_id == id else queries.known(unit, command.into_customer_id)
    if into is None:
        none = Words("没有这位客户，或就是同一份档案", "There is no such customer, or it is the same file")
        raise Invalid.field("/body/into_customer_id", "not_found", none)
    scope.demand(unit, P.CUSTOMERS_VOID, into)
    for hindrance in _hindrances:
        if reason := hindrance(unit, id):
            raise Clash(reason)
    _move(unit, row, into)
    # a wish not to be called outlives the file it was told to
    kept: dict[str, Any] = {"do_not_call": True} if row.do_not_call and not into.do_not_call else {}
    told: dict[str, Any] = {"reason": command.reason}
    log.append(
        unit, row, facts.CustomerMerged(into_id=into.id, into_name=into.name, **told), merged_into_id=into.id
    )  # fmt: skip
    log.append(unit, into, facts.CustomerTookOver(from_id=id, from_name=row.name, **told), **kept)
    search.drop(unit, "customer", id)
    entries.customer(unit, into.id)
    entries.assets_of(unit, into.id)
    return queries.read(unit, into.id)


def _move(unit: Unit, row: Row, into: Row) -> None:
    for name in sorted(_tables):
        table, clause = _tables[name]
        changes: dict[str, Any] = {"customer_id": into.id}
        if name == "contact":
            changes["preferred"] = False  # one person is spoken with first, and that one is known already
        unit.conn.execute(update(table).where(table.c.customer_id == row.id, clause).values(**changes))
