"""Every SELECT about oneself."""

from __future__ import annotations

from collections import Counter
from typing import Any

from sqlalchemy import select

from api.access import tree
from api.access.model import Account, Session
from api.access.policy import RIGHTS, ROLE_LABELS
from api.kit.unit import Row, Unit

_account = Account.__table__  # type: ignore[attr-defined]
_session = Session.__table__  # type: ignore[attr-defined]
_SCOPE = {role: Counter(rights.values()).most_common(1)[0][0] for role, rights in RIGHTS.items()}


def me(unit: Unit) -> dict[str, Any]:
    """The caller, his roles, stations and permissions."""
    actor = unit.actor
    account = unit.first(
        select(_account.c.account, _account.c.name, _account.c.locale, _account.c.version).where(
            _account.c.id == actor.id
        )
    ) or {"account": None, "name": actor.name, "locale": actor.locale, "version": 1}
    stations = tree.names(unit.conn, {grant.station_id for grant in actor.grants if grant.station_id})
    return {
        "account_id": actor.id,
        "name": account["name"],
        "account": account["account"],
        "locale": account["locale"],
        "employee": {"id": actor.employee_id, "name": account["name"]} if actor.employee_id else None,
        "roles": [
            {
                "role": str(grant.role),
                "label": ROLE_LABELS[grant.role].into(unit.locale),
                "station": stations.get(grant.station_id),
                "scope": _SCOPE[grant.role],
            }
            for grant in actor.grants
        ],
        "stations": sorted(stations.values(), key=lambda station: station["code"]),
        "permissions": actor.permissions(),
        "demo": actor.demo,
        "version": account["version"],
    }


def own_account(unit: Unit) -> Row:
    """The caller's account.

    :raises NotFound: API clients have none.
    """
    return unit.one(Account, _account.c.id == unit.actor.id, lock=True)


def own_sessions(unit: Unit) -> dict[str, Any]:
    """The caller's devices, the latest used first."""
    mine = (_session.c.account_id == unit.actor.id, _session.c.ended_at.is_(None), _session.c.ends_at > unit.now)
    columns = [
        _session.c[name] for name in ("id", "client_type", "created_at", "used_at", "ends_at", "address", "agent")
    ]
    rows = unit.rows(select(*columns).where(*mine).order_by(_session.c.used_at.desc(), _session.c.id.desc()).limit(200))
    return {"items": [row | {"current": row["id"] == unit.actor.session_id} for row in rows], "next_cursor": None}
