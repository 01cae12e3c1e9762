"""What files may be attached to. Each room above tells of its own; an attachment has its parent's rights and no others.

parents.register(
    parents.Kind(
        name="work_order", label=Words("工单", "Work order"), permission=P.WORK_ORDERS_VIEW,
        one=queries.one, ids=queries.visible_ids, adds=(P.WORK_ORDERS_EDIT,), voids=(P.WORK_ORDERS_VOID,),
    )
)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select

from api.access import scope
from api.kit.problems import Forbidden, NotFound
from api.kit.unit import Row, Unit
from api.kit.words import Words

LastUsed = Callable[[Unit, list[str]], dict[str, datetime]]


@dataclass(frozen=True, slots=True)
class Kind:
    """Things that carry files; `name` is their table's."""

    name: str
    label: Words
    permission: str
    """Who holds it may see such things at all."""
    one: Callable[[Unit, str], Row]
    """The thing if this caller may see it; raises `NotFound`."""
    ids: Callable[[Unit], Select[Any]]
    """Ids of all that this caller may see."""
    adds: tuple[str, ...]
    """Whoever may do one of these to the thing may attach files to it."""
    voids: tuple[str, ...]
    """Whoever may do one of these may void another's file; his own everybody may."""
    last_used: LastUsed | None = None
    """When each of these was last worked with, from which the time of keeping counts (D44)."""


KINDS: dict[str, Kind] = {}
_last_used: dict[str, LastUsed] = {}


def register(kind: Kind) -> None:
    """Let files be attached to these; called once at import."""
    KINDS[kind.name] = kind


def tell_last_used(name: str, tell: LastUsed) -> None:
    """Where only a room above knows when a thing was last worked with; called once at import."""
    _last_used[name] = tell


def last_used(name: str) -> LastUsed | None:
    """Who knows it of things of this kind."""
    return _last_used.get(name) or (KINDS[name].last_used if name in KINDS else None)


def one(unit: Unit, name: str, id: str) -> Row:
    """The thing that bears this id, if the caller may see it.

    :raises NotFound: no such kind, nothing there, or nothing that he may see.
    """
    kind = KINDS.get(name)
    if kind is None or not unit.actor.holds(kind.permission):
        raise NotFound
    return kind.one(unit, id)


def of(unit: Unit, attachment: Row) -> Row | None:
    """The parent of an attachment that the caller was found to see; asked for once."""
    known: Row | None = attachment.__dict__.get("_parent")
    if known is None and attachment.parent_id:
        known = one(unit, attachment.parent_kind, attachment.parent_id)
        attachment.__dict__["_parent"] = known
    return known


def may_add(unit: Unit, name: str, parent: Row) -> bool:
    """Whether the caller may attach to this very thing."""
    return _any(unit, KINDS[name].adds, parent)


def may_add_to(unit: Unit, name: str, id: str) -> bool:
    """The same by id; no for what he may not even see."""
    try:
        return may_add(unit, name, one(unit, name, id))
    except NotFound:
        return False


def may_void(unit: Unit, name: str, parent: Row) -> bool:
    """Whether the caller may void what others attached to it."""
    return _any(unit, KINDS[name].voids, parent)


def demand_add(unit: Unit, name: str, parent: Row) -> None:
    """Refuse unless he may attach to it.

    :raises Forbidden: naming the permission.
    """
    if not may_add(unit, name, parent):
        raise Forbidden(permission=str(KINDS[name].adds[0]))


def _any(unit: Unit, permissions: tuple[str, ...], row: Row) -> bool:
    for permission in permissions:
        try:
            scope.demand(unit, permission, row)
        except Forbidden:
            continue
        return True
    return False
