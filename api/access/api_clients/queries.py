"""Every SELECT on integrations."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import case, func, not_, or_, select

from api.access import limits, scope, tree
from api.access.api_clients.schemas import ApiClientsQuery
from api.access.api_clients.workflow import APPROVALS, STATES, WORKFLOW
from api.access.model import Account, ApiClient, ApiClientUse, Throttle
from api.access.policy import P
from api.kit.listing import Order, holding, moment, page
from api.kit.unit import Row, Unit

_client = ApiClient.__table__  # type: ignore[attr-defined]
_account = Account.__table__  # type: ignore[attr-defined]
_use = ApiClientUse.__table__  # type: ignore[attr-defined]
_throttle = Throttle.__table__  # type: ignore[attr-defined]
_REGISTRAR = select(_account.c.id, _account.c.name, _account.c.active)
_ORDERS = {"name": Order(_client.c.name, _client.c.id), "ends_at": Order(_client.c.ends_at, _client.c.id, of=moment)}


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """A client that the caller may see, with its `status`.

    :raises NotFound: :raises Stale:
    """
    found = unit.one(ApiClient, _client.c.id == id, scope.visible(unit, P.API_CLIENTS_VIEW, ApiClient), lock=lock)
    found.__dict__["status"] = _status(unit, found.__dict__)
    return found


def visible(unit: Unit, id: str) -> Row:
    """For repeats: the client, if the caller may still see it."""
    return one(unit, id)


def unknown_stations(unit: Unit, ids: list[str]) -> list[str]:
    """Those of the ids that are no station."""
    return sorted(set(ids) - set(tree.names(unit.conn, ids)))


def listed(unit: Unit, query: ApiClientsQuery) -> dict[str, Any]:
    """One page of clients."""
    statement = select(*_client.c).where(scope.visible(unit, P.API_CLIENTS_VIEW, ApiClient))
    ended = _client.c.ends_at <= unit.now
    if query.status == "disabled":
        statement = statement.where(_client.c.active.is_(False))
    elif query.status == "ended":
        statement = statement.where(or_(not_(_client.c.active), ended))
    elif query.status:
        statement = statement.where(_client.c.active, ended if query.status == "expired" else not_(ended))
    if query.approval:
        statement = statement.where(_client.c.approval == query.approval)
    if query.q:
        statement = statement.where(holding(query.q, _client.c.name, _client.c.purpose))
    if query.ends_before:
        statement = statement.where(_client.c.ends_at < query.ends_before)
    if query.limited is not None:
        recent = (_use.c.client_id == _client.c.id, _use.c.day >= _yesterday(unit), _use.c.refused > 0)
        was = select(_use.c.client_id).where(*recent).exists()
        statement = statement.where(was if query.limited else not_(was))
    found = page(unit, statement, query, _ORDERS, sort=query.sort)
    stations = tree.names(unit.conn, {id for row in found["items"] for id in row["station_ids"]})
    use = _use_of(unit, [row["id"] for row in found["items"]])
    found["items"] = [_shown(unit, row, stations, use.get(row["id"])) for row in found["items"]]
    return found


def read(unit: Unit, id: str) -> dict[str, Any]:
    """The whole client, how it was used, and what may be done with it."""
    client = one(unit, id)
    stations = tree.names(unit.conn, client.station_ids)
    return _shown(unit, client.__dict__, stations, _use_of(unit, [id]).get(id)) | {
        "registrar": unit.first(_REGISTRAR.where(_account.c.id == client.created_by_id)),
        "approver": client.approved_by_id and unit.first(_REGISTRAR.where(_account.c.id == client.approved_by_id)),
        "approved_at": client.approved_at,
        "this_minute": min(_taken(unit, id), client.per_minute),
        "days": _days(unit, id),
        "offered": WORKFLOW.offered(unit, client, "/api/v1/api-clients"),
    }


def _yesterday(unit: Unit) -> date:
    return unit.today - timedelta(days=1)


def _use_of(unit: Unit, ids: list[str]) -> dict[str, dict[str, Any]]:
    """Of each that ever came: when last, and how often it came and was told to wait since yesterday."""
    recent = _use.c.day >= _yesterday(unit)
    statement = (
        select(
            _use.c.client_id,
            func.max(_use.c.last_at).label("used_at"),
            func.coalesce(func.sum(case((recent, _use.c.requests), else_=0)), 0).label("requests"),
            func.coalesce(func.sum(case((recent, _use.c.refused), else_=0)), 0).label("refused"),
        )
        .where(_use.c.client_id.in_(ids))
        .group_by(_use.c.client_id)
    )
    return {row["client_id"]: row for row in unit.rows(statement)} if ids else {}


def _days(unit: Unit, id: str) -> list[dict[str, Any]]:
    since = unit.today - timedelta(days=13)
    columns = (_use.c.day, _use.c.requests, _use.c.refused)
    mine = (_use.c.client_id == id, _use.c.day >= since)
    return unit.rows(select(*columns).where(*mine).order_by(_use.c.day.desc()))


def _taken(unit: Unit, id: str) -> int:
    """What the processes have drawn of this minute's quota."""
    drawn = (_throttle.c.key == limits.counter(id), _throttle.c.ends_at > unit.now)
    return unit.value(select(_throttle.c.count).where(*drawn)) or 0


def _status(unit: Unit, row: dict[str, Any]) -> str:
    if not row["active"]:
        return "disabled"
    return "active" if unit.now < row["ends_at"] else "expired"


def _shown(
    unit: Unit, row: dict[str, Any], stations: Mapping[str, dict[str, Any]], use: dict[str, Any] | None
) -> dict[str, Any]:
    status = _status(unit, row)
    former = row["former_ends_at"]
    came = [moment for moment in (row["used_at"], use and use["used_at"]) if moment]
    return {
        "id": row["id"],
        "version": row["version"],
        "name": row["name"],
        "purpose": row["purpose"],
        "scopes": row["scopes"],
        "approval": row["approval"],
        "approval_label": APPROVALS[row["approval"]].into(unit.locale),
        "stations": [stations[id] for id in row["station_ids"] if id in stations],
        "status": status,
        "status_label": STATES[status].into(unit.locale),
        "ends_at": row["ends_at"],
        "former_secret_until": former if former and former > unit.now else None,
        "addresses": row["addresses"],
        "per_minute": row["per_minute"],
        "used_at": max(came, default=None),
        "recent_requests": int(use["requests"]) if use else 0,
        "recent_refused": int(use["refused"]) if use else 0,
        "created_at": row["created_at"],
    }
