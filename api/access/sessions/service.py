"""Signing in. These are the only verbs that hold their own transactions: a password is weighed between two of them,
because 0.1 s of hashing inside one would stop everybody's writing, and a refusal must be kept though it is one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING, Any

from api.access import passwords, throttle, tokens
from api.access.actor import NOBODY, Actor
from api.access.caller import Caller
from api.access.model import Account, Session
from api.access.sessions import facts, queries, refresh
from api.access.sessions.problems import SignInFailed, TooManyTries
from api.access.sessions.schemas import TokenForm
from api.events import log
from api.kit import clock
from api.kit.outside import work
from api.kit.problems import Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words

if TYPE_CHECKING:
    from api.system import System

WINDOW = timedelta(minutes=15)
PER_ACCOUNT, PER_ADDRESS = 8, 100
"""Tries within the window. An office of 80 behind one address signs in at half past eight (T16)."""
CHALLENGE = {"WWW-Authenticate": "Bearer"}


@dataclass(frozen=True, slots=True)
class Issued:
    """What the edge turns into the answer and, for browsers, the cookie."""

    access_token: str
    refresh_token: str | None = None
    client_type: str = "browser"
    ends_at: datetime | None = None


def by_password(system: System, caller: Caller, form: TokenForm) -> Issued:
    """A person with name and password.

    :raises SignInFailed: wrong, unknown, disabled, or without a password yet: all alike.
    :raises TooManyTries: the account or the address has used up its tries; nothing was weighed.
    """
    if not form.username or not form.password:
        missing = "password" if form.username else "username"
        raise Invalid.field(f"/body/{missing}", "missing", Words("必填", "Required"))
    name = form.username.strip().lower()
    counters = (throttle.key("account", name), throttle.key("address", caller.address))
    with work(system.db, NOBODY, caller.locale, caller.request_id) as unit:
        tries, until = throttle.count(unit, counters[0], WINDOW)
        from_here, until_here = throttle.count(unit, counters[1], WINDOW)
        account = queries.account_named(unit, name)
        exhausted = max(until if tries > PER_ACCOUNT else unit.now, until_here if from_here > PER_ADDRESS else unit.now)
        if tries == PER_ACCOUNT + 1:  # said once a window, however long the guessing goes on
            _refused(unit, account, name, caller, "too_many_tries")
    if exhausted > unit.now:
        wait = ceil((exhausted - clock.now()).total_seconds())
        raise TooManyTries(headers={"Retry-After": str(max(1, wait))})
    memory = system.settings.password_memory_kib
    right = passwords.matches(form.password, account.password_hash if account else None, memory)
    with work(system.db, NOBODY, caller.locale, caller.request_id) as unit:
        account = queries.account_named(unit, name)  # it may have been disabled while we hashed
        if not (right and account and account.active):
            _refused(unit, account, name, caller, "disabled" if right else "wrong_password")
        else:
            throttle.reset(unit, counters[0])
            throttle.give_back(unit, counters[1])
            issued = open_session(unit, system.settings.secret, account, caller, form.client_type)
    if right and account and account.active:
        system.wake()
        return issued
    left = PER_ACCOUNT - tries
    detail = Words("账号或密码不对。还可以试 {n} 次。", "Wrong account or password. {n} tries left.").format(n=left)
    raise SignInFailed(detail, tries_left=left, headers=CHALLENGE)


def _refused(unit: Unit, account: Row | None, name: str, caller: Caller, reason: str) -> None:
    subject = account or Row(Account.__table__, {"id": NOBODY.id})  # type: ignore[attr-defined]
    log.record(unit, subject, facts.SignInRefused(reason=reason, address=caller.address, account=name))


def open_session(unit: Unit, key: bytes, account: Row, caller: Caller, client_type: str) -> Issued:
    """A new device of this person."""
    unit.actor = Actor(id=account.id, kind="person", name=account.name, employee_id=account.employee_id)
    ends_at = unit.now + refresh.LONGEST[client_type]
    session = unit.insert(
        Session,
        account_id=account.id,
        used_at=unit.now,
        ends_at=ends_at,
        client_type=client_type,
        refresh_hash="",
        address=caller.address,
        agent=caller.agent,
    )
    token = refresh.first(unit, key, session)
    fact = facts.SignedIn(session_id=session.id, client_type=client_type, address=caller.address, agent=caller.agent)
    log.record(unit, account, fact)
    return Issued(tokens.issue(key, "person", account.id, session.id), token, client_type, ends_at)


def answer(issued: Issued) -> dict[str, Any]:
    """The token answer; a browser's refresh token is never in it."""
    return {
        "access_token": issued.access_token,
        "token_type": "bearer",
        "expires_in": int(tokens.LIFETIME.total_seconds()),
        "refresh_token": issued.refresh_token if issued.client_type == "native" else None,
    }
