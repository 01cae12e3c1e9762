"""Every SELECT on phrases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from api.access import scope
from api.access.policy import P
from api.intake.phrases.model import Phrase
from api.intake.phrases.schemas import Query
from api.kit import listing
from api.kit.unit import Row, Unit
from api.network.stations.model import Station

_phrase = Phrase.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_ORDERS = {"position": listing.Order(_phrase.c.position, _phrase.c.id, of=int)}
_told = select(
    *_phrase.c, _station.c.code.label("station_code"), _station.c.name.label("station_name")
).outerjoin(_station, _station.c.id == _phrase.c.station_id)  # fmt: skip


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The phrase if this caller may see it.

    :raises NotFound: also for one he may not see.
    """
    return unit.one(Phrase, _phrase.c.id == id, scope.visible(unit, P.PHRASES_VIEW, Phrase), lock=lock)


def visible(unit: Unit, id: str) -> None:
    """Refuse a replay of a phrase that the caller may no longer see."""
    one(unit, id)


def page(unit: Unit, query: Query, shape: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """Phrases in their order."""
    statement = _told.where(scope.visible(unit, P.PHRASES_VIEW, Phrase))
    if query.kind:
        statement = statement.where(_phrase.c.kind == query.kind)
    if query.active is not None:
        statement = statement.where(_phrase.c.active == query.active)
    return listing.page(unit, statement, query, _ORDERS, sort="position", shape=shape)


def whole(unit: Unit, id: str) -> dict[str, Any]:
    """One phrase with its station's name."""
    found = unit.first(_told.where(_phrase.c.id == id))
    assert found
    return found


def keys(unit: Unit) -> set[str]:
    """Those that came with the program and are there."""
    return {row["key"] for row in unit.rows(select(_phrase.c.key).where(_phrase.c.key.is_not(None)))}
