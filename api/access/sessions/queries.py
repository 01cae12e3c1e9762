"""Every SELECT on accounts that are signing in and on their sessions."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from api.access.model import Account, Session
from api.kit.unit import Row, Unit

_account = Account.__table__  # type: ignore[attr-defined]
_session = Session.__table__  # type: ignore[attr-defined]


def account_named(unit: Unit, name: str) -> Row | None:
    """The account with this sign-in name."""
    return _row(unit, _account, _account.c.account == name)


def account(unit: Unit, id: str) -> Row:
    """The account of a session or actor that exists."""
    return unit.one(Account, _account.c.id == id)


def session(unit: Unit, id: str) -> Row | None:
    """A session, held until the end of the transaction, so that two refreshes of it come one after the other."""
    return _row(unit, _session, _session.c.id == id, lock=True)


def _row(unit: Unit, table: Any, clause: Any, *, lock: bool = False) -> Row | None:
    statement = select(*table.c).where(clause)
    found = unit.first(statement.with_for_update() if lock else statement)
    return Row(table, found) if found else None
