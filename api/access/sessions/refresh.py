"""Refresh tokens: opaque, kept as hashes, changed at every use.

A lost answer must not sign a phone out: for 60 s the token before the newest still gives the same successor. A token used
after that was stolen, or its thief's was: the whole family ends (RFC 9700, 4.14.2).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import timedelta

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import update

from api.access.model import Session
from api.kit.ids import is_id
from api.kit.sealing import fingerprint
from api.kit.unit import Row, Unit

LONGEST = {"browser": timedelta(hours=12), "native": timedelta(days=14)}
IDLE = {"browser": timedelta(minutes=30), "native": timedelta(days=14)}
GRACE = timedelta(seconds=60)
_table = Session.__table__  # type: ignore[attr-defined]


def _made(key: bytes, session_id: str, secret: str) -> str:
    text = f"{session_id}.{secret}"
    return f"{text}.{_tag(key, text)}"


def _tag(key: bytes, text: str) -> str:
    return hmac.digest(key, b"refresh\0" + text.encode(), "sha256").hex()[:32]


def session_of(key: bytes, token: str) -> str | None:
    """The session that a token of ours belongs to; an invented one names none, so it cannot end a stranger's family."""
    text, _, tag = token.rpartition(".")
    if not token.isascii() or not hmac.compare_digest(tag, _tag(key, text)):
        return None
    session_id = text.partition(".")[0]
    return session_id if is_id(session_id) else None


def _seal(former: str, secret: str) -> str:
    """The successor's secret under a key that only the holder of the former token has."""
    nonce = secrets.token_bytes(12)
    sealed = AESGCM(hashlib.sha256(b"successor\0" + former.encode()).digest()).encrypt(nonce, secret.encode(), None)
    return (nonce + sealed).hex()


def _unseal(former: str, sealed: str) -> str:
    raw = bytes.fromhex(sealed)
    cipher = AESGCM(hashlib.sha256(b"successor\0" + former.encode()).digest())
    return cipher.decrypt(raw[:12], raw[12:], None).decode()


def alive(unit: Unit, session: Row) -> bool:
    """Whether the session may go on: not ended, within its longest life, not idle too long."""
    return (
        session.ended_at is None
        and unit.now < session.ends_at
        and unit.now <= session.used_at + IDLE[session.client_type]
    )


def is_current(session: Row, token: str) -> bool:
    """Whether this is the newest token of the session."""
    return hmac.compare_digest(fingerprint(token), session.refresh_hash)


def end(unit: Unit, session_id: str, reason: str) -> None:
    """No token of this session opens anything from now on."""
    ended = {"ended_at": unit.now, "end_reason": reason, "successor": None}
    unit.conn.execute(update(_table).where(_table.c.id == session_id, _table.c.ended_at.is_(None)).values(**ended))


def first(unit: Unit, key: bytes, session: Row) -> str:
    """The first token of a new session."""
    token = _made(key, session.id, secrets.token_urlsafe(24))
    _write(unit, session, refresh_hash=fingerprint(token))
    return token


def next_token(unit: Unit, key: bytes, session: Row, token: str) -> str | None:
    """The successor of this token of the (locked) session, or None if it was used before: the family must end."""
    given = fingerprint(token)
    if is_current(session, token):
        secret = secrets.token_urlsafe(24)
        successor = _made(key, session.id, secret)
        _write(
            unit, session, refresh_hash=fingerprint(successor), former_hash=given, rotated_at=unit.now, used_at=unit.now,
            successor=_seal(token, secret),
        )  # fmt: skip
        return successor
    if (
        session.former_hash
        and hmac.compare_digest(given, session.former_hash)
        and unit.now <= session.rotated_at + GRACE
    ):
        return _made(key, session.id, _unseal(token, session.successor))
    return None


def _write(unit: Unit, session: Row, **values: object) -> None:
    unit.conn.execute(update(_table).where(_table.c.id == session.id).values(**values))
