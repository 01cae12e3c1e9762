"""Making, disabling, enabling accounts, and giving out codes to set a password. Nobody sets another's password."""

from __future__ import annotations

import base64
import secrets
from datetime import timedelta
from typing import Any

from api.access import throttle, tokens, tree
from api.access.accounts import facts, queries, schemas
from api.access.accounts.workflow import WORKFLOW
from api.access.model import Account
from api.access.policy import P
from api.access.sessions import service as sessions
from api.events import log
from api.kit.problems import Duplicate, Invalid, TooMany
from api.kit.sealing import fingerprint
from api.kit.unit import Row, Unit
from api.kit.words import Words

CODE_LIVES = timedelta(minutes=30)
CODES_AN_HOUR = 3


def make(unit: Unit, command: schemas.MakeAccount) -> dict[str, Any]:
    """A new account, and the code by which its person sets the first password.

    :raises Invalid: there is no such employee within the caller's reach.
    :raises Duplicate: the name is taken, or the employee has an account.
    """
    employee = tree.employee(unit.conn, command.employee_id)
    reach = unit.actor.reach(P.ACCOUNTS_CREATE)
    if employee is None or not (reach.everywhere or employee["station_id"] in reach.stations):
        raise Invalid.field("/body/employee_id", "unknown", Words("没有这位员工", "There is no such employee"))
    if queries.named(unit, command.account):
        raise Duplicate(Words("这个账号名已被使用", "This sign-in name is taken"))
    if queries.of_employee(unit, command.employee_id):
        raise Duplicate(Words("这位员工已有账号", "This employee has an account"))
    account = unit.insert(
        Account,
        id=command.id,
        account=command.account,
        name=employee["name"],
        employee_id=employee["id"],
        station_id=employee["station_id"],
        locale=command.locale,
        active=True,
        demo=False,
    )
    log.append(unit, account, facts.AccountMade(account=command.account, employee_id=employee["id"]))
    code = give_code(unit, account)
    return queries.read(unit, account.id) | {"code": code, "code_ends_at": unit.now + CODE_LIVES}


def disable(unit: Unit, id: str, command: schemas.Disable) -> dict[str, Any]:
    """Nobody signs in by it any more, and its sessions end at once."""
    account = queries.one(unit, id, lock=True)
    changed = WORKFLOW.fire(unit, "disable", account)
    for session_id in sessions.living(unit, account.id):
        sessions.end(unit, account, session_id, "account_disabled")
    _append(unit, account, facts.AccountDisabled(reason=command.reason), changed["status"])
    return queries.read(unit, id)


def enable(unit: Unit, id: str, command: schemas.Enable) -> dict[str, Any]:
    """It works again with the password it had."""
    account = queries.one(unit, id, lock=True)
    changed = WORKFLOW.fire(unit, "enable", account)
    _append(unit, account, facts.AccountEnabled(), changed["status"])
    return queries.read(unit, id)


def start_reset(unit: Unit, id: str, command: schemas.StartReset) -> dict[str, Any]:
    """A code that the administrator hands to the person; the old password works until it is used.

    :raises TooMany: the fourth within an hour (T16).
    """
    account = queries.one(unit, id, lock=True)
    WORKFLOW.fire(unit, "start-reset", account)
    number, until = throttle.count(unit, throttle.key("reset", account.id), timedelta(hours=1))
    if number > CODES_AN_HOUR:
        raise TooMany(headers={"Retry-After": str(int((until - unit.now).total_seconds()) + 1)})
    return {"code": give_code(unit, account), "ends_at": unit.now + CODE_LIVES}


def follow(unit: Unit, employee_id: str, *, name: str, station_id: str) -> None:
    """The employee has another name or another home station, and his account with him."""
    account = queries.of_person(unit, employee_id)
    if account is not None:
        log.append(unit, account, facts.AccountFollowed(), name=name, station_id=station_id)


def give_code(unit: Unit, account: Row) -> str:
    """A new code of 128 bits for this account; only its hash is kept, and the one before is void."""
    text = base64.b32encode(secrets.token_bytes(16)).decode().rstrip("=").lower()
    code = "-".join(text[i : i + 5] for i in range(0, len(text), 5))
    hashed, ends_at = fingerprint(code), unit.now + CODE_LIVES
    log.append(unit, account, facts.ResetStarted(), reset_hash=hashed, reset_ends_at=ends_at)
    return code


def _append(unit: Unit, account: Row, fact: Any, status: str) -> None:
    log.append(unit, account, fact, active=status == "active")
    tokens.forget(unit)
