"""Every SELECT that finds out who is calling."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, or_, select

from api.access import tree
from api.access.actor import Actor, Grant, Terms
from api.access.model import Account, ApiClient, Post, Session
from api.access.policy import RIGHTS, Role
from api.kit import clock

_account = Account.__table__  # type: ignore[attr-defined]
_session = Session.__table__  # type: ignore[attr-defined]
_post = Post.__table__  # type: ignore[attr-defined]
_client = ApiClient.__table__  # type: ignore[attr-defined]
_CLIENT = select(
    _client.c.name,
    _client.c.scopes,
    _client.c.approval,
    _client.c.station_ids,
    _client.c.addresses,
    _client.c.per_minute,
)
PERSONAL = frozenset(permission for permission in RIGHTS[Role.INTEGRATION_CLIENT] if permission.endswith(":reveal"))
"""What shows an integration more of a person than masked fields: only with the approval of headquarters."""
_REGIONAL = {role for role, rights in RIGHTS.items() if "region" in rights.values()}


def person(conn: Connection, account_id: str, session_id: str | None, now: datetime) -> Actor | None:
    """The person of a living session with today's posts, or None."""
    living = (
        _account_of(account_id)
        .join(_session, _session.c.account_id == _account.c.id)
        .where(_session.c.id == session_id, _session.c.ended_at.is_(None), _session.c.ends_at > now)
    )
    return _as_actor(conn, living, account_id, session_id, now)


def person_anywhere(conn: Connection, account_id: str, now: datetime) -> Actor | None:
    """The person of an open account with today's posts, without a session: what he sent earlier is done in his name."""
    return _as_actor(conn, _account_of(account_id), account_id, None, now)


def _account_of(account_id: str) -> Select[Any]:
    return select(_account.c.name, _account.c.employee_id, _account.c.locale, _account.c.demo).where(
        _account.c.id == account_id, _account.c.active
    )


def _as_actor(
    conn: Connection, statement: Select[Any], account_id: str, session_id: str | None, now: datetime
) -> Actor | None:
    found = conn.execute(statement).first()
    if found is None:
        return None
    return Actor.of(
        id=account_id,
        kind="person",
        name=found.name,
        employee_id=found.employee_id,
        locale=found.locale,
        session_id=session_id,
        demo=found.demo,
        grants=grants(conn, found.employee_id, clock.day_of(now)) if found.employee_id else (),
    )


def grants(conn: Connection, employee_id: str, today: date) -> list[Grant]:
    """The roles that an employee holds today, in the order of the policy."""
    posts = conn.execute(
        select(_post.c.role, _post.c.station_id).where(
            _post.c.employee_id == employee_id,
            _post.c.starts_on <= today,
            or_(_post.c.ends_on.is_(None), _post.c.ends_on >= today),
        )
    ).all()
    held = sorted({(list(Role).index(Role(post.role)), post.station_id) for post in posts})
    named = [(list(Role)[index], station) for index, station in held]
    regions = tree.regions(conn, {station for role, station in named if role in _REGIONAL})
    return [Grant(role, station, regions.get(station, frozenset())) for role, station in named]


def granted(scopes: Iterable[str], approval: str) -> frozenset[str]:
    """What of these an integration holds: the policy may have changed since its key was made, and what shows personal
    fields whole waits for its approval."""
    held = frozenset(scopes) & RIGHTS[Role.INTEGRATION_CLIENT].keys()
    return held if approval == "approved" else held - PERSONAL


def client(conn: Connection, client_id: str, now: datetime, asked: frozenset[str] | None = None) -> Actor | None:
    """An integration whose key is alive, or None; `asked` is what its token was narrowed to.

    It never holds more than the policy lets integrations hold, its key grants today, and its token asked for.
    """
    found = conn.execute(_CLIENT.where(_client.c.id == client_id, _client.c.active, _client.c.ends_at > now)).first()
    if found is None:
        return None
    held = granted(found.scopes, found.approval)
    return Actor.of(
        id=client_id,
        kind="client",
        name=found.name,
        scopes=held if asked is None else held & asked,
        terms=Terms(None if found.addresses is None else tuple(found.addresses), found.per_minute),
        grants=[Grant(Role.INTEGRATION_CLIENT, station) for station in found.station_ids],
    )
