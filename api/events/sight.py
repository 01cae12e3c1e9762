"""Who sees which facts: whoever may read events *and* the thing that the fact is about, at that station or as its owner.

A fact inherits the cell of its subject in the policy (promises.md, D): no feed, stream or timeline shows more than the
subject's own door would. What nobody has said how to judge, nobody sees.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_

from api.access import scope
from api.access.actor import Actor, Reach
from api.access.policy import RESOURCES, P
from api.events.model import Event
from api.kit.db import metadata
from api.kit.unit import Row, Unit

EVENTS = str(P.EVENTS_VIEW)
_table = Event.__table__  # type: ignore[attr-defined]
_PARTS = {
    "attendance": "attendance",
    "calendar_day": "calendars",
    "calendar_feed": "accounts",
    "clock": "events",
    "contact": "customers",
    "customer_relation": "customers",
    "customer_reminder": "customer-contacts",
    "entry": "entries",
    "phone": "customers",
    "post": "employees",
    "refund": "payments",
    "session": "accounts",
    "signature": "work-orders",
    "site": "customers",
}
"""Tables that are a part of another resource; the others are named like theirs."""


def permission(subject: str) -> str | None:
    """The permission that opens the resource of this table, or None if no resource is known."""
    resource = _PARTS.get(subject) or f"{subject.replace('_', '-')}s"
    return f"{resource}:view" if resource in RESOURCES else None


def stands(subject: str) -> bool:
    """Whether facts about such things stand at a station: its own, or that of what it is a part of.

    Those that do not (of products, price lists, parts, webhooks) come to nobody whose reach is stations alone.
    """
    needed = permission(subject)
    return needed is not None and any(
        "station_id" in table.c or "station" in table.info
        for name, table in metadata.tables.items()
        if name == subject or (subject in _PARTS and permission(name) == needed)
    )


def reaches(actor: Actor) -> Mapping[str, Reach]:
    """How far the caller sees the facts of each table; tables that he may not see at all are left out."""
    found = {}
    for table in metadata.tables:
        needed = permission(table)
        if needed and actor.holds(needed):
            found[table] = actor.reach(needed)
    return found


def sees(actor: Actor, events: Reach, subjects: Mapping[str, Reach], fact: Row) -> bool:
    """Whether the caller may see this fact; `events` and `subjects` are his reaches, worked out once."""
    reach = subjects.get(fact.subject)
    return reach is not None and scope.covers(actor, events, fact) and scope.covers(actor, reach, fact)


def left(actor: Actor, fact: Mapping[str, Any]) -> bool:
    """Whether the caller hears of this fact only because the subject was his until now: it leaves his sight with it."""
    me = actor.employee_id
    if me is None or fact["former_owner_id"] != me or fact["owner_id"] == me:
        return False
    needed = permission(fact["subject"])
    reaches_it = (actor.reach(right) for right in (EVENTS, needed) if right)
    return not all(reach.everywhere or fact["station_id"] in reach.stations for reach in reaches_it)


def visible(unit: Unit) -> ColumnElement[bool]:
    """The same as a clause on `event`."""
    return and_(scope.clause(unit, unit.actor.reach(EVENTS), _table), of_visible_subjects(unit))


def of_visible_subjects(unit: Unit) -> ColumnElement[bool]:
    """The clause for facts whose subjects the caller may see, whether or not he reads the feed."""
    groups: dict[Reach, list[str]] = {}
    for subject, reach in reaches(unit.actor).items():
        groups.setdefault(reach, []).append(subject)
    parts = [
        and_(_table.c.subject.in_(subjects), scope.clause(unit, reach, _table)) for reach, subjects in groups.items()
    ]
    return or_(*parts) if parts else false()


def personal(actor: Actor) -> bool:
    """Whether personal values are shown beside what the caller sees: to people; a machine is to ask the resource."""
    return actor.kind != "client"


def row(values: dict[str, Any]) -> Row:
    """A fact as `sees` wants it."""
    return Row(_table, values)
