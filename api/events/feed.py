"""The feed for machines and phones, and the timelines of the rooms."""

from __future__ import annotations

import re
from typing import Any
from zoneinfo import ZoneInfo

from api.access.actor import SYSTEM
from api.events import naming, queries, sentences, sight
from api.events.facts import Fact
from api.events.schemas import FeedQuery
from api.kit import clock
from api.kit.phones import mask
from api.kit.unit import Unit
from api.kit.words import Words

SPAN = 5000
"""Positions looked through for one answer, so that a caller who sees little costs little."""
SYSTEM_NAME = Words("系统", "System")
_NUMBER = re.compile(r"\+\d{6,15}")


def feed(unit: Unit, query: FeedQuery) -> dict[str, Any]:
    """The next facts that the caller may see, in the order of all facts."""
    head = queries.head(unit.conn)
    if query.after > head:
        return {"items": [], "next": head, "more": False, "reset": True}
    upto = min(query.after + SPAN, head)
    rows = queries.feed(unit, query.after, upto, query.limit, type=query.type, subject=query.subject)
    names = _actors(unit, rows)
    reached = rows[-1]["position"] if len(rows) == query.limit else max(query.after, upto)
    items = [_told(unit, row, names) | _meaning(unit, row) for row in rows]
    return {"items": items, "next": reached, "more": reached < head, "reset": False}


def timeline(unit: Unit, subject: str, subject_id: str) -> dict[str, Any]:
    """The story of one thing and of its clocks (`TimelineRead`); the caller was found to see the thing.

    `subject` is its table's name, such as `work_order`.
    """
    return _story(unit, queries.of_subject(unit, subject, subject_id))


def case_timeline(unit: Unit, case_id: str) -> dict[str, Any]:
    """The story of a whole case (`TimelineRead`): of its orders and follow-ups only what the caller may see himself."""
    return _story(unit, queries.of_case(unit, case_id))


def _story(unit: Unit, rows: list[dict[str, Any]]) -> dict[str, Any]:
    zones = naming.zones(unit.conn, {row["station_id"] for row in rows if row["station_id"]})
    actors = _actors(unit, rows)
    shown = [_values(unit, row) for row in rows]
    people = naming.employees(unit.conn, {id for values in shown for id in sentences.mentioned(values)})
    items = []
    for row, values in zip(rows, shown, strict=True):
        zone = ZoneInfo(zones.get(row["station_id"], clock.ZONE.key))
        erased = row["personal_hash"] is not None and row["personal"] is None
        sentence = sentences.speak(row["type"], values, unit.locale, zone, people, erased=erased)
        items.append(
            {
                "id": row["id"],
                "position": row["position"],
                "type": row["type"],
                "sentence": sentence,
                "actor_name": actors.get(row["actor_id"], ""),
                "occurred_at": row["occurred_at"],
                "recorded_at": row["recorded_at"],
                "data": values,
            }
        )
    return {"items": items}


def _told(unit: Unit, row: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    told = {name: row[name] for name in ("position", "type", "subject", "subject_id", "station_id", "case_id")}
    return told | {
        "version": row["subject_version"],
        "occurred_at": row["occurred_at"],
        "recorded_at": row["recorded_at"],
        "actor": {"kind": row["actor_kind"], "id": row["actor_id"], "name": names.get(row["actor_id"])},
        "data": _values(unit, row),
    }


def _meaning(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """What a reader is to do with his copy of the subject."""
    fact = Fact.catalogue.get(row["type"])
    change = "removed" if fact is not None and fact.removes else "left" if sight.left(unit.actor, row) else "changed"
    return {"change": change, "erased": row["personal_hash"] is not None and row["personal"] is None}


def _values(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """Plain values, and personal ones where they may be shown; telephone numbers always masked (T31)."""
    values = row["data"] | (row["personal"] or {}) if sight.personal(unit.actor) else row["data"]
    return {name: _masked(value) for name, value in values.items()}


def _masked(value: Any) -> Any:
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return mask(value)
    if isinstance(value, list):
        return [_masked(part) for part in value]
    if isinstance(value, dict):
        return {name: _masked(part) for name, part in value.items()}
    return value


def _actors(unit: Unit, rows: list[dict[str, Any]]) -> dict[str, str]:
    found = queries.names_of_actors(unit.conn, {row["actor_id"] for row in rows})
    return found | {SYSTEM.id: unit.say(SYSTEM_NAME)}
