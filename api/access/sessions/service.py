"""Signing in. These are the only verbs that hold their own transactions: a password is weighed between two of them,
because 0.1 s of hashing inside one would stop everybody's writing, and a refusal must be kept though it is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from api.access import passwords, tokens
from api.access.actor import NOBODY, Actor
from api.access.caller import Caller
from api.access.model import Account, Session
from api.access.sessions import clients, facts, queries, refresh, tries
from api.access.sessions.issued import Issued
from api.access.sessions.schemas import TokenForm
from api.events import log
from api.kit.outside import work
from api.kit.problems import Invalid, Unauthenticated
from api.kit.unit import Row, Unit
from api.kit.words import Words

if TYPE_CHECKING:
    from api.system import System


def issue(system: System, caller: Caller, form: TokenForm, cookie: str | None, basic: str | None = None) -> Issued:
    """Whatever the form asks for; `cookie` is a browser's refresh token, `basic` what stood in `Authorization: Basic`."""
    if form.grant_type == "password":
        return by_password(system, caller, form)
    if form.grant_type == "client_credentials":
        return clients.by_client(system, caller, form, basic)
    token = form.refresh_token or cookie
    if not token and form.client_type == "browser":
        raise Unauthenticated  # every visit begins by asking whether a sign-in still lasts
    if not token:
        raise Invalid.field("/body/refresh_token", "missing", Words("必填", "Required"))
    return by_refresh(system, caller, token, "native" if form.refresh_token else "browser")


def by_password(system: System, caller: Caller, form: TokenForm) -> Issued:
    """A person with name and password.

    :raises SignInFailed: wrong, unknown, disabled, or without a password yet: all alike.
    :raises TooManyTries: the account or the address has used up its tries; nothing was weighed.
    """
    if not form.username or not form.password:
        missing = "password" if form.username else "username"
        raise Invalid.field(f"/body/{missing}", "missing", Words("必填", "Required"))
    name = form.username.strip().lower()
    with work(system, caller, NOBODY) as unit:
        allowed = tries.count(unit, name, caller.address)
        account = queries.account_named(unit, name)
        if allowed.first_refused:
            _refused(unit, account, name, caller, "too_many_tries")
    allowed.demand()
    memory = system.settings.password_memory_kib
    right = passwords.matches(form.password, account.password_hash if account else None, memory)
    with work(system, caller, NOBODY) as unit:
        account = queries.account_named(unit, name)  # it may have been disabled while we hashed
        if not (right and account and account.active):
            _refused(unit, account, name, caller, "disabled" if right else "wrong_password")
        else:
            allowed.take_back(unit)
            issued = open_session(unit, system.settings.secret, account, caller, form.client_type)
    if right and account and account.active:
        return issued
    raise allowed.failed()


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


def by_refresh(system: System, caller: Caller, token: str, client_type: str) -> Issued:
    """A person goes on working.

    :raises Unauthenticated: not ours, too old, idle too long, or used before; the last ends the whole family.
    """
    key = system.settings.secret
    session_id = refresh.session_of(key, token)
    issued = None
    if session_id:
        with work(system, caller, NOBODY) as unit:
            session = queries.session(unit, session_id)
            if session and session.client_type == client_type and refresh.alive(unit, session):
                account = queries.account(unit, session.account_id)
                successor = refresh.next_token(unit, key, session, token) if account.active else None
                if successor:
                    access = tokens.issue(key, "person", account.id, session.id)
                    issued = Issued(access, successor, client_type, session.ends_at)
                elif account.active:
                    end(unit, account, session.id, "reuse")
    if issued is None:
        raise tokens.refused()
    return issued


def sign_out(system: System, caller: Caller, actor: Actor | None, cookie: str | None) -> None:
    """End the session of the access token, or of a browser's cookie when the access token has run out.

    :raises Unauthenticated: neither holds.
    """
    key = system.settings.secret
    session_id = actor.session_id if actor else refresh.session_of(key, cookie or "")
    if actor is None and session_id is None:
        raise tokens.refused()
    with work(system, caller, actor or NOBODY) as unit:
        session = queries.session(unit, session_id) if session_id else None
        if session and session.ended_at is None and (actor or refresh.is_current(session, cookie or "")):
            end(unit, queries.account(unit, session.account_id), session.id, "sign_out")


def living(unit: Unit, account_id: str, *, but: str | None = None) -> list[str]:
    """The sessions of an account that have not ended, except one."""
    return [id for id in queries.living_sessions(unit, account_id) if id != but]


def end(unit: Unit, account: Row, session_id: str, reason: str) -> None:
    """End one session; its access tokens die here at once, on other replicas within 10 s (T3)."""
    refresh.end(unit, session_id, reason)
    log.record(unit, account, facts.SessionEnded(session_id=session_id, reason=reason))
    tokens.forget(unit)


def answer(issued: Issued) -> dict[str, Any]:
    """The token answer; a browser's refresh token is never in it."""
    return {
        "access_token": issued.access_token,
        "token_type": "bearer",
        "expires_in": int(tokens.LIFETIME.total_seconds()),
        "refresh_token": issued.refresh_token if issued.client_type == "native" else None,
        "scope": issued.scope,
    }
