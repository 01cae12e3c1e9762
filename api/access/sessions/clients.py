"""API clients ask for a token: client credentials (RFC 6749, section 4.4), in the form or by HTTP Basic (2.3.1)."""

from __future__ import annotations

import base64
import hmac
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

from api.access import queries as callers
from api.access import tokens
from api.access.actor import NOBODY, Actor
from api.access.caller import Caller, within
from api.access.model import ApiClient
from api.access.sessions import facts, queries, tries
from api.access.sessions.issued import Issued
from api.access.sessions.problems import ClientRefused, TokenRequestRefused
from api.access.sessions.schemas import TokenForm
from api.events import log
from api.kit.outside import work
from api.kit.sealing import fingerprint
from api.kit.unit import Row, Unit
from api.kit.words import Words

if TYPE_CHECKING:
    from api.system import System

_BASIC = {"WWW-Authenticate": 'Basic realm="sibu", charset="UTF-8"'}
_BEARER = {"WWW-Authenticate": "Bearer"}


def by_client(system: System, caller: Caller, form: TokenForm, basic: str | None) -> Issued:
    """An API client with its id and secret, from an address of its own.

    Tries are counted for the id and the address together, so that no stranger can keep an API client out.

    :raises ClientRefused: wrong, unknown, disabled, past its end, or from elsewhere: all alike.
    :raises TokenRequestRefused: credentials are missing or said twice; a scope is asked for that its key does not grant.
    :raises TooManyTries: this address has used up its tries; nothing was weighed.
    :raises TooMany: it has used up its minute.
    """
    name, secret = _credentials(form, basic)
    refused = ClientRefused(
        Words("对接系统的编号或密钥不对", "The client's id or secret is wrong"),
        error="invalid_client", headers=_BEARER if basic is None else _BASIC,
    )  # fmt: skip
    asked = None if form.scope is None else frozenset(form.scope.split())
    missing: list[str] = []
    with work(system, caller, NOBODY) as unit:
        allowed = tries.count(unit, f"client {name} {caller.address}", caller.address)
        client = queries.client(unit, name)
        reason = _wrong(unit, client, secret, caller) if allowed.allowed else "too_many_tries"
        if reason is None and client is not None:
            allowed.take_back(unit)
            missing = sorted((asked or frozenset()) - callers.granted(client.scopes, client.approval))
            if not missing:
                unit.actor = Actor(id=client.id, kind="client", name=client.name)
                scopes = None if asked is None else sorted(asked)
                fact = facts.ClientSignedIn(address=caller.address, scopes=scopes)
                log.append(unit, client, fact, used_at=unit.now)
        elif allowed.allowed or allowed.first_refused:
            subject = client or Row(ApiClient.__table__, {"id": NOBODY.id})  # type: ignore[attr-defined]
            log.record(unit, subject, facts.ClientRefused(reason=str(reason), address=caller.address))
    allowed.demand()
    if reason is not None or client is None:
        raise refused
    if missing:
        words = Words("登记里没有这些权限：{scopes}", "Its registration does not grant: {scopes}")
        raise TokenRequestRefused(words.format(scopes=" ".join(missing)), error="invalid_scope", scopes=missing)
    standing = system.limiter.spend(client.id, client.per_minute)
    standing.demand()
    return Issued(
        tokens.issue(system.settings.secret, "client", client.id, scopes=asked),
        client_type="client",
        scope=" ".join(sorted(callers.granted(client.scopes, client.approval) if asked is None else asked)),
        standing=standing,
    )


def _credentials(form: TokenForm, basic: str | None) -> tuple[str, str]:
    """Id and secret, said in one way and not in two (RFC 6749, 2.3)."""
    if basic is None:
        name, secret = form.client_id or "", form.client_secret or ""
    elif form.client_id or form.client_secret:
        raise TokenRequestRefused(
            Words("编号和密钥只放一处：表单或 Basic 标头", "Send id and secret once: in the form or by Basic"),
            error="invalid_request",
        )
    else:
        try:
            name, _, secret = base64.b64decode(basic, validate=True).decode().partition(":")
            name, secret = unquote_plus(name)[:60], unquote_plus(secret)[:200]
        except ValueError:
            name, secret = "", ""
    if not name or not secret:
        words = Words("要带 client_id 和 client_secret", "client_id and client_secret are required")
        raise TokenRequestRefused(words, error="invalid_request")
    return name, secret


def _wrong(unit: Unit, client: Row | None, secret: str, caller: Caller) -> str | None:
    """Why not, for the log; the caller is never told."""
    digest = fingerprint(secret)
    if client is None:
        return "unknown"
    former = client.former_hash if client.former_ends_at and client.former_ends_at > unit.now else None
    if not any(hmac.compare_digest(digest, kept) for kept in (client.secret_hash, former) if kept):
        return "wrong_secret"
    if not client.active or client.ends_at <= unit.now:
        return "ended"
    if client.addresses is not None and not within(caller.address, tuple(client.addresses)):
        return "address"
    return None
