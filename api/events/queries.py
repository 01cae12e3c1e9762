"""Every SELECT of readers of the log. Only facts that have a position are read by feed and stream."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select

from api.access.model import Account, ApiClient
from api.events import sight
from api.events.model import Event, EventPersonal, EventPosition
from api.kit.unit import Unit

_event = Event.__table__  # type: ignore[attr-defined]
_position = EventPosition.__table__  # type: ignore[attr-defined]
_personal = EventPersonal.__table__  # type: ignore[attr-defined]
_account = Account.__table__  # type: ignore[attr-defined]
_client = ApiClient.__table__  # type: ignore[attr-defined]

THIN = (
    _position.c.position, _event.c.type, _event.c.subject, _event.c.subject_id, _event.c.subject_version,
    _event.c.station_id, _event.c.case_id, _event.c.owner_id, _event.c.former_owner_id, _event.c.actor_employee_id,
)  # fmt: skip
"""What a stream needs to tell of a fact and to judge who may hear of it."""
LONGEST_TIMELINE = 500


def head(conn: Connection) -> int:
    """The last position given; 0 in an empty log."""
    return conn.execute(select(func.max(_position.c.position))).scalar() or 0


def thin(conn: Connection, after: int, limit: int) -> list[dict[str, Any]]:
    """Facts after this position, for everybody; the reader judges who may hear of which."""
    return [dict(row._mapping) for row in conn.execute(_ordered(THIN, after).limit(limit))]


def thin_visible(unit: Unit, after: int, upto: int, limit: int) -> list[dict[str, Any]]:
    """Facts in this span that the caller may see."""
    statement = _ordered(THIN, after).where(_position.c.position <= upto, sight.visible(unit)).limit(limit)
    return unit.rows(statement)


def feed(
    unit: Unit, after: int, upto: int, limit: int, *, type: str | None, subject: str | None
) -> list[dict[str, Any]]:
    """Whole facts in this span that the caller may see, with their personal values."""
    statement = _with_personal(_ordered((_position.c.position, *_event.c), after))
    statement = statement.where(_position.c.position <= upto, sight.visible(unit))
    if type:
        statement = statement.where(_event.c.type == type)
    if subject:
        statement = statement.where(_event.c.subject == subject)
    return unit.rows(statement.limit(limit))


def of_subject(unit: Unit, subject: str, subject_id: str) -> list[dict[str, Any]]:
    """The facts of a thing that the caller is known to see, and of its clocks; oldest first."""
    own = and_(_event.c.subject == subject, _event.c.subject_id == subject_id)
    case = unit.value(select(_event.c.case_id).where(own, _event.c.case_id.is_not(None)).limit(1))
    if case is None:
        return _story(unit, own)
    rows = _story(unit, or_(own, and_(_event.c.case_id == case, _event.c.subject == "clock")))
    return [row for row in rows if row["subject"] != "clock" or row["data"].get("of_id") == subject_id]


def of_case(unit: Unit, case_id: str) -> list[dict[str, Any]]:
    """The facts of a case that the caller is known to see; of its orders and the rest, those that he may see."""
    return _story(
        unit,
        _event.c.case_id == case_id,
        or_(_event.c.subject.in_(("service_request", "clock")), sight.of_visible_subjects(unit)),
    )


def names_of_actors(conn: Connection, ids: set[str]) -> dict[str, str]:
    """Names of people and machines that signed in, by account or client."""
    wanted = sorted(ids)
    people = select(_account.c.id, _account.c.name).where(_account.c.id.in_(wanted))
    machines = select(_client.c.id, _client.c.name).where(_client.c.id.in_(wanted))
    return {row.id: row.name for row in conn.execute(people.union_all(machines))} if ids else {}


def _ordered(columns: Any, after: int) -> Select[Any]:
    statement = select(*columns).join(_position, _position.c.seq == _event.c.seq)
    return statement.where(_position.c.position > after).order_by(_position.c.position)


def _with_personal(statement: Select[Any]) -> Select[Any]:
    joined = statement.outerjoin(_personal, _personal.c.event_id == _event.c.id)
    return joined.add_columns(_personal.c.data.label("personal"))


def _story(unit: Unit, *clauses: Any) -> list[dict[str, Any]]:
    """The newest 500 of these, oldest first; a fact of this very moment has no position yet."""
    statement = select(_position.c.position, *_event.c).outerjoin(_position, _position.c.seq == _event.c.seq)
    statement = _with_personal(statement).where(*clauses).order_by(_event.c.seq.desc()).limit(LONGEST_TIMELINE)
    return unit.rows(statement)[::-1]
