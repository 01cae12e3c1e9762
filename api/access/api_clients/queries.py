"""Every SELECT on integrations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from api.access import scope, tree
from api.access.api_clients.schemas import ApiClientsQuery
from api.access.api_clients.workflow import STATES, WORKFLOW
from api.access.model import ApiClient
from api.access.policy import P
from api.kit.listing import Order, page
from api.kit.unit import Row, Unit

_client = ApiClient.__table__  # type: ignore[attr-defined]
_ORDERS = {"name": Order(_client.c.name, _client.c.id)}


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
    found = page(unit, statement, query, _ORDERS, sort=query.sort)
    stations = tree.names(unit.conn, {id for row in found["items"] for id in row["station_ids"]})
    found["items"] = [_shown(unit, row, stations) for row in found["items"]]
    return found


def read(unit: Unit, id: str) -> dict[str, Any]:
    """The whole client and what may be done with it."""
    client = one(unit, id)
    stations = tree.names(unit.conn, client.station_ids)
    offered = WORKFLOW.offered(unit, client, "/api/v1/api-clients")
    return _shown(unit, client.__dict__, stations) | {"offered": offered}


def _status(unit: Unit, row: dict[str, Any]) -> str:
    if not row["active"]:
        return "disabled"
    return "active" if unit.now < row["ends_at"] else "expired"


def _shown(unit: Unit, row: dict[str, Any], stations: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    status = _status(unit, row)
    former = row["former_ends_at"]
    return {
        "id": row["id"],
        "version": row["version"],
        "name": row["name"],
        "scopes": row["scopes"],
        "stations": [stations[id] for id in row["station_ids"] if id in stations],
        "status": status,
        "status_label": STATES[status].into(unit.locale),
        "ends_at": row["ends_at"],
        "former_secret_until": former if former and former > unit.now else None,
        "used_at": row["used_at"],
        "created_at": row["created_at"],
    }
