"""A person sets his own password, by code or by the old one. Hashing happens between transactions, as in signing in."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from api.access import passwords, strength, tokens
from api.access.accounts import facts
from api.access.actor import NOBODY, Actor
from api.access.caller import Caller
from api.access.own_password import schemas
from api.access.own_password.problems import CodeRefused
from api.access.sessions import queries, tries
from api.access.sessions import service as sessions
from api.events import log
from api.kit.outside import work
from api.kit.problems import Invalid
from api.kit.sealing import fingerprint
from api.kit.unit import Row, Unit
from api.kit.words import Words

if TYPE_CHECKING:
    from api.system import System


def reset(system: System, caller: Caller, command: schemas.Reset) -> None:
    """Set the password by code; all sessions end. Of several who use a code at once, one succeeds.

    :raises CodeRefused: wrong, used, older than 30 minutes, or no such account.
    :raises TooManyTries: see `sessions.tries`.
    """
    code = fingerprint(command.code)
    with work(system, caller, NOBODY) as unit:
        allowed = tries.count(unit, f"reset {command.account}", caller.address)
        account = queries.account_named(unit, command.account)
    allowed.demand()
    hashed = None
    if _holds(unit, account, code):
        assert account is not None
        _demand_strength(command.new, account)  # only who has the code learns anything
        hashed = passwords.hashed(command.new, system.settings.password_memory_kib)
        with work(system, caller, _person(account)) as unit:
            account = queries.account(unit, account.id, lock=True)
            if _holds(unit, account, code):
                allowed.take_back(unit)
                _set(unit, account, hashed, "reset")
                return
    raise CodeRefused(tries_left=allowed.left)


def change(system: System, caller: Caller, actor: Actor, command: schemas.Change) -> None:
    """Set the password by the old one; all other sessions end.

    :raises Invalid: the old one is wrong, or the new one weak.
    :raises TooManyTries: wrong ones count like those of signing in.
    """
    with work(system, caller, actor) as unit:
        account = queries.account(unit, actor.id)
        allowed = tries.count(unit, account.account, caller.address)
    allowed.demand()
    memory = system.settings.password_memory_kib
    if not passwords.matches(command.old, account.password_hash, memory):
        raise Invalid.field("/body/old", "wrong", Words("原密码不对", "The old password is wrong"))
    _demand_strength(command.new, account)
    hashed = passwords.hashed(command.new, memory)
    with work(system, caller, actor) as unit:
        former = account.password_hash
        account = queries.account(unit, actor.id, lock=True)
        if account.password_hash != former:
            raise Invalid.field("/body/old", "wrong", Words("原密码不对", "The old password is wrong"))
        allowed.take_back(unit)
        _set(unit, account, hashed, "changed", keep=actor.session_id)


def _person(account: Row) -> Actor:
    return Actor(id=account.id, kind="person", name=account.name, employee_id=account.employee_id)


def _holds(unit: Unit, account: Row | None, code: str) -> bool:
    return (
        account is not None
        and account.active
        and account.reset_hash is not None
        and unit.now < account.reset_ends_at
        and hmac.compare_digest(account.reset_hash, code)
    )


def _demand_strength(password: str, account: Row) -> None:
    if reason := strength.weakness(password, account.account, account.name):
        raise Invalid.field("/body/new", "weak", reason)


def _set(unit: Unit, account: Row, hashed: str, way: str, keep: str | None = None) -> None:
    fact = facts.PasswordSet(way=way)
    log.append(unit, account, fact, password_hash=hashed, reset_hash=None, reset_ends_at=None)
    for session_id in sessions.living(unit, account.id, but=keep):
        sessions.end(unit, account, session_id, "password_set")
    tokens.forget(unit)
