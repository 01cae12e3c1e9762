"""Every SELECT on exchanges."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Select, select, update

from api.access import scope
from api.access.policy import P
from api.intake.telephony.exchanges.schemas import Query
from api.intake.telephony.exchanges.workflow import STATES, WORKFLOW
from api.intake.telephony.model import TelephonyExchange
from api.kit.listing import Order, page
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.stations.model import Station

SILENT = timedelta(seconds=60)
"""Not heard from for so long, an exchange counts as not connected; it asks for work every few seconds."""
_FRESH = timedelta(seconds=10)
_exchange = TelephonyExchange.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_ORDERS = {"name": Order(_exchange.c.name, _exchange.c.id)}
_told: Select[Any] = select(
    *_exchange.c, _station.c.code.label("station_code"), _station.c.name.label("station_name")
).join(_station, _station.c.id == _exchange.c.station_id)


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """An exchange that the caller may see, with its `status`.

    :raises NotFound: :raises Stale:
    """
    seen = scope.visible(unit, P.TELEPHONY_EXCHANGES_VIEW, TelephonyExchange)
    found = unit.one(TelephonyExchange, _exchange.c.id == id, seen, lock=lock)
    found.__dict__["status"] = "active" if found.active else "disabled"
    return found


def visible(unit: Unit, id: str) -> None:
    """Refuse a replay about an exchange that the caller may no longer see."""
    one(unit, id)


def listed(unit: Unit, query: Query) -> dict[str, Any]:
    """One page of exchanges."""
    statement = _told.where(scope.visible(unit, P.TELEPHONY_EXCHANGES_VIEW, TelephonyExchange))
    return page(unit, statement, query, _ORDERS, sort="name", shape=lambda row: _shown(unit, row))


def read(unit: Unit, id: str) -> dict[str, Any]:
    """The whole exchange and what may be done with it.

    :raises NotFound: also for one the caller may not see.
    """
    seen = scope.visible(unit, P.TELEPHONY_EXCHANGES_VIEW, TelephonyExchange)
    found = unit.first(_told.where(_exchange.c.id == id, seen))
    if found is None:
        raise NotFound
    subject = Row(_exchange, found | {"status": "active" if found["active"] else "disabled"})
    return _shown(unit, found) | {"offered": WORKFLOW.offered(unit, subject, "/api/v1/telephony-exchanges")}


def station_exists(unit: Unit, id: str) -> bool:
    """Whether there is such a station."""
    return unit.value(select(_station.c.id).where(_station.c.id == id)) is not None


def _shown(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    status, former, heard = "active" if row["active"] else "disabled", row["former_ends_at"], row["heard_at"]
    return {
        "id": row["id"], "version": row["version"], "name": row["name"],
        "station": {"id": row["station_id"], "code": row["station_code"], "name": row["station_name"]},
        "area_code": row["area_code"], "status": status, "status_label": STATES[status].into(unit.locale),
        "connected": row["active"] and heard is not None and unit.now - heard <= SILENT, "heard_at": heard,
        "former_secret_until": former if former and former > unit.now else None, "created_at": row["created_at"],
    }  # fmt: skip


# -- what the signed doors ask; they know the exchange by its signature and by nobody's rights ---------------------------
def sealed(conn: Connection, id: str) -> dict[str, Any] | None:
    """An active exchange with its sealed secrets."""
    row = conn.execute(select(*_exchange.c).where(_exchange.c.id == id, _exchange.c.active)).first()
    return None if row is None else dict(row._mapping)


def heard(unit: Unit, exchange: dict[str, Any]) -> None:
    """It is there; written at most every 10 s, because many messages of one exchange come at once."""
    last = exchange["heard_at"]
    if last is None or unit.now - last > _FRESH:
        unit.conn.execute(update(_exchange).where(_exchange.c.id == exchange["id"]).values(heard_at=unit.now))
