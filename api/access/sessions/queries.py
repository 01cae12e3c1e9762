"""Every SELECT on accounts that are signing in and on their sessions."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from api.access.model import Account, ApiClient, Session
from api.kit.ids import is_id
from api.kit.unit import Row, Unit

_account = Account.__table__  # type: ignore[attr-defined]
_client = ApiClient.__table__  # type: ignore[attr-defined]
_session = Session.__table__  # type: ignore[attr-defined]


def account_named(unit: Unit, name: str) -> Row | None:
    """The account with this sign-in name."""
    return _row(unit, _account, _account.c.account == name)


def account(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The account of a session or actor that exists."""
    return unit.one(Account, _account.c.id == id, lock=lock)


def session(unit: Unit, id: str) -> Row | None:
    """A session, held until the end of the transaction, so that two refreshes of it come one after the other."""
    return _row(unit, _session, _session.c.id == id, lock=True)


def living_sessions(unit: Unit, account_id: str) -> list[str]:
    """Ids of the sessions of an account that have not ended."""
    mine = (_session.c.account_id == account_id, _session.c.ended_at.is_(None), _session.c.ends_at > unit.now)
    return [row["id"] for row in unit.rows(select(_session.c.id).where(*mine).order_by(_session.c.id))]


def client(unit: Unit, id: str) -> Row | None:
    """The integration with this id, whatever its state."""
    return _row(unit, _client, _client.c.id == id) if is_id(id) else None


def _row(unit: Unit, table: Any, clause: Any, *, lock: bool = False) -> Row | None:
    statement = select(*table.c).where(clause)
    found = unit.first(statement.with_for_update() if lock else statement)
    return Row(table, found) if found else None
