"""The one way to change a row: the change, the version, the fact and its immediate reactions, in one transaction."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import Any

from pydantic_core import to_jsonable_python
from sqlalchemy import Table, Update, bindparam, insert, update

from api.events.facts import Fact
from api.events.model import Event, EventPersonal
from api.kit.ids import new_id
from api.kit.problems import Stale
from api.kit.unit import Row, Unit

_event = Event.__table__  # type: ignore[attr-defined]
_personal = EventPersonal.__table__  # type: ignore[attr-defined]
_INSERT_EVENT, _INSERT_PERSONAL = insert(_event), insert(_personal)
Reaction = Callable[[Unit, Row, Fact], None]
_now: dict[type[Fact], list[Reaction]] = {}


def react(*facts: type[Fact]) -> Callable[[Reaction], Reaction]:
    """Do this in the same transaction whenever one of these facts is written (house rule 12, kind `now`)."""

    def register(reaction: Reaction) -> Reaction:
        for fact in facts:
            _now.setdefault(fact, []).append(reaction)
        return reaction

    return register


@lru_cache(maxsize=1024)
def _update(table: Table, columns: tuple[str, ...]) -> Update:
    """The statement that changes these columns of one row; kept, since making it costs more than running it."""
    statement = update(table).where(table.c.id == bindparam("_id"))
    if "version" in columns:
        statement = statement.where(table.c.version == bindparam("_version"))
    return statement.values({name: bindparam(name) for name in columns})


def part(subject: Row, of: Row) -> Row:
    """The subject as a part of another row (the contact of a customer): its facts stand at that row's station, and are
    seen by whoever sees that row."""
    subject.__dict__["_whole"] = of
    return subject


def append(
    unit: Unit, subject: Row, fact: Fact, /, *, case_id: str | None = None, told_of: Any = None, **changes: Any
) -> Row:
    """Write the changes, move the version by one, record the fact; returns the subject as it now stands.

    A subject just inserted passes no changes and keeps its version 1. A quiet fact moves no version. `occurred_at` is
    the device's own time if the unit carries one. `case_id` names the case in whose timeline the fact stands, and is
    written to the row too if it has such a column. `told_of` is the row whose story the fact belongs to, where that is
    not the subject's own: an attachment is seen by whoever sees what it is attached to.

    :raises Stale: somebody changed the row since it was read.
    """
    table = subject._table
    former = _owner(subject)
    fresh = subject.__dict__.pop("_fresh", False)
    if case_id is not None and getattr(subject, "case_id", case_id) != case_id:
        changes["case_id"] = case_id
    if not fresh and not fact.quiet and "version" in table.c:
        changes["version"] = subject.version + 1
    if changes:
        if "updated_at" in table.c:
            changes["updated_at"] = unit.now
        before = {"_id": subject.id} | ({"_version": subject.version} if "version" in changes else {})
        if unit.conn.execute(_update(table, tuple(sorted(changes))), changes | before).rowcount != 1:
            raise Stale
        subject.__dict__.update(changes)
    if told_of is not None:
        record(unit, told_of, fact, case_id=case_id)
    else:
        record(unit, subject, fact, case_id=case_id, former_owner_id=former if former != _owner(subject) else None)
    for reaction in _now.get(type(fact), ()):
        reaction(unit, subject, fact)
    return subject


def record(
    unit: Unit, subject: Row, fact: Fact, *, case_id: str | None = None, former_owner_id: str | None = None
) -> None:
    """Only the fact, for what changes no row (a phone number was shown)."""
    plain, personal = fact.split()
    table, home = subject._table, subject.__dict__.get("_whole", subject)
    id = new_id()
    digest = None
    if personal:
        salt, values = secrets.token_bytes(16), to_jsonable_python(personal)
        digest = personal_hash(salt, values)
        unit.conn.execute(_INSERT_PERSONAL, {"event_id": id, "salt": salt, "data": values})
    unit.conn.execute(
        _INSERT_EVENT,
        {
            "id": id,
            "type": fact.type,
            "subject": table.name,
            "subject_id": subject.id,
            "subject_version": getattr(subject, "version", 0),
            "station_id": getattr(home, home._table.info.get("station", "station_id"), None),
            "case_id": case_id
            or (subject.id if table.name == "service_request" else getattr(subject, "case_id", None)),
            "owner_id": _owner(home),
            "former_owner_id": former_owner_id,
            "actor_kind": unit.actor.kind,
            "actor_id": unit.actor.id,
            "actor_employee_id": unit.actor.employee_id,
            "occurred_at": unit.occurred_at or unit.now,
            "recorded_at": unit.now,
            "data": to_jsonable_python(plain | {"device": unit.device} if unit.device else plain),
            "personal_hash": digest,
        },
    )


def _owner(subject: Row) -> str | None:
    own = subject._table.info.get("own", ())
    return getattr(subject, own[0], None) if own else None


def personal_hash(salt: bytes, values: dict[str, Any]) -> str:
    """The hash that stays in the chain when the values are erased."""
    text = json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return hashlib.sha256(salt + text.encode()).hexdigest()


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
