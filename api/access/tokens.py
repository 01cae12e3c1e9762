"""Access tokens: the only module that knows python-jose (T12).

HS256 with the key of the settings and nothing else: no algorithm, key or key id is ever taken from a token. Every claim
is required. Each kind of token opens one kind of door.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal
from weakref import WeakKeyDictionary

from fastapi import Request
from jose import jwt
from jose.exceptions import JOSEError

from api.access import queries
from api.access.actor import Actor
from api.access.caller import address_of, within
from api.kit import clock
from api.kit.db import Database
from api.kit.ids import is_id
from api.kit.problems import Unauthenticated
from api.kit.unit import Unit
from api.kit.words import Words

if TYPE_CHECKING:
    from api.system import System

Kind = Literal["person", "client"]
LIFETIME = timedelta(minutes=15)
REMEMBERED = timedelta(seconds=10)
"""How long a checked token is believed without asking the database: revocation is known everywhere after this (T3)."""
_ISSUER, _AUDIENCE = "sibu", "sibu-api"
_HEADER = {"alg": "HS256", "typ": "JWT"}
_LONGEST = 2048
_REQUIRED = {f"require_{claim}": True for claim in ("exp", "iat", "aud", "iss", "sub", "jti")}
_CHALLENGE = {"WWW-Authenticate": "Bearer"}


@dataclass(frozen=True, slots=True)
class Claims:
    """What a token says that holds."""

    kind: Kind
    subject: str
    session_id: str | None
    ends_at: datetime
    scopes: frozenset[str] | None = None
    """What an integration's token was narrowed to when it was asked for; None: all that its key grants."""


def issue(
    key: bytes, kind: Kind, subject: str, session_id: str | None = None, *, scopes: Iterable[str] | None = None
) -> str:
    """A token for 15 minutes; an integration's may be narrowed to some of its scopes."""
    now = int(clock.now().timestamp())
    claims = {
        "iss": _ISSUER,
        "aud": _AUDIENCE,
        "sub": subject,
        "iat": now,
        "exp": now + int(LIFETIME.total_seconds()),
        "jti": secrets.token_urlsafe(12),
        "typ": f"access/{kind}",
    } | ({"sid": session_id} if session_id else {})
    if scopes is not None:
        claims["scope"] = " ".join(sorted(scopes))
    return jwt.encode(claims, key, algorithm="HS256")


def read(key: bytes, token: str) -> Claims:
    """The claims of a token of ours.

    :raises Unauthenticated: anything about it does not hold; which thing is not told.
    """
    try:
        if len(token) > _LONGEST or token.count(".") != 2 or jwt.get_unverified_header(token) != _HEADER:
            raise refused()
        claims = jwt.decode(token, key, algorithms=["HS256"], audience=_AUDIENCE, issuer=_ISSUER, options=_REQUIRED)
        door, _, kind = claims["typ"].partition("/")
        if door != "access" or kind not in ("person", "client") or claims["aud"] != _AUDIENCE:
            raise refused()
        ends_at = datetime.fromtimestamp(claims["exp"], clock.now().tzinfo)
        session_id = claims["sid"] if kind == "person" else None
        if not is_id(claims["sub"]) or not is_id(session_id or claims["sub"]):
            raise refused()
        narrowed = frozenset(claims["scope"].split()) if kind == "client" and "scope" in claims else None
        return Claims(kind, claims["sub"], session_id, ends_at, narrowed)
    except (JOSEError, KeyError, ValueError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise refused() from error


def refused() -> Unauthenticated:
    """The one answer to every token that does not hold."""
    return Unauthenticated(Words("登录已失效，请重新登录", "The sign-in is no longer valid"), headers=_CHALLENGE)


@dataclass(frozen=True, slots=True)
class _Known:
    actor: Actor
    until: datetime


_known: WeakKeyDictionary[Database, dict[bytes, _Known]] = WeakKeyDictionary()


def forget(unit: Unit) -> None:
    """Once this unit is committed, ask the database again for everybody: sessions, accounts or posts have changed."""

    def clear() -> None:
        _known.pop(unit.db, None)

    unit.after_commit.append(clear)


def actor_of(system: System, request: Request) -> Actor:
    """Who sends this request.

    :raises Unauthenticated: no token, one that does not hold, or whose session, account or client has ended; or an
        integration's from an address that is not its own.
    """
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Unauthenticated(headers=_CHALLENGE)
    now = clock.now()
    known = _known.setdefault(system.db, {})
    mark = hashlib.sha256(token.encode("utf-8", "replace")).digest()
    found = known.get(mark)
    if found and now < found.until:
        return _from_there(system, request, found.actor)
    claims = read(system.settings.secret, token.strip())
    with system.db.read() as conn:
        if claims.kind == "person":
            actor = queries.person(conn, claims.subject, claims.session_id, now)
        else:
            actor = queries.client(conn, claims.subject, now, claims.scopes)
    if actor is None:
        known.pop(mark, None)
        raise refused()
    if len(known) > 5000:
        for old in [m for m, entry in list(known.items()) if entry.until <= now]:
            known.pop(old, None)
    known[mark] = _Known(actor, min(now + REMEMBERED, claims.ends_at))
    return _from_there(system, request, actor)


def _from_there(system: System, request: Request, actor: Actor) -> Actor:
    """An integration is itself only at its own addresses: a token that was carried off opens nothing (T19)."""
    networks = actor.terms.addresses if actor.terms else None
    if networks is not None and not within(address_of(system.settings, request), networks):
        raise refused()
    return actor
