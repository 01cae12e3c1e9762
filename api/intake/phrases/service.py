"""Verbs on phrases: headquarters keeps everybody's, a station's manager those of his station."""

from __future__ import annotations

from typing import Any

from api.access import scope
from api.access.policy import P
from api.events import log
from api.intake.phrases import facts, queries, schemas
from api.intake.phrases.model import Phrase
from api.kit.problems import Forbidden, Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words


def read_all(unit: Unit, query: schemas.Query) -> dict[str, Any]:
    """All that the caller may see, in their order."""
    return queries.page(unit, query, lambda row: _shown(unit, row))


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One phrase."""
    queries.one(unit, id)
    return _shown(unit, queries.whole(unit, id))


def add(unit: Unit, command: schemas.Create) -> dict[str, Any]:
    """One more.

    :raises Forbidden: the network, or that station, is not the caller's to speak for.
    :raises Invalid: a forbidden phrase without a better one.
    """
    reach = unit.actor.reach(P.PHRASES_CREATE)
    if not reach.everywhere and command.station_id not in reach.stations:
        raise Forbidden(permission=str(P.PHRASES_CREATE))
    if command.kind == "forbidden" and not (command.instead_zh and command.instead_en):
        better = Words("写下该怎么说", "Say what to say instead")
        raise Invalid.field("/body/instead_zh", "missing", better)
    row = unit.insert(Phrase, **command.model_dump(), rule=None, active=True)
    log.append(unit, row, facts.PhraseAdded(words=row.words_zh))
    return read(unit, row.id)


def change(unit: Unit, id: str, command: schemas.Change) -> dict[str, Any]:
    """Change what was sent; one that is not said any more is taken out of use.

    :raises Forbidden: visible, but not the caller's to edit.
    """
    row = queries.one(unit, id, lock=True)
    scope.demand(unit, P.PHRASES_EDIT, row)
    sent = {name: getattr(command, name) for name in sorted(command.model_fields_set)}
    for name, value in sent.items():
        if value is None and not (name.startswith("instead") and row.kind == "polite"):
            raise Invalid.field(f"/body/{name}", "missing", Words("不能空着", "Must not be empty"))
    if sent:
        words = sent.get("words_zh", row.words_zh)
        log.append(unit, row, facts.PhraseChanged(words=words, fields=list(sent)), **sent)
    return read(unit, id)


def _shown(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    kept = (
        "id", "version", "kind", "moment", "words_zh", "words_en", "instead_zh", "instead_en", "rule", "position",
        "active",
    )  # fmt: skip
    better = row["instead_zh"] and unit.say(Words(row["instead_zh"], row["instead_en"] or ""))
    return {name: row[name] for name in kept} | {
        "station": row["station_id"] and {
            "id": row["station_id"], "code": row["station_code"], "name": row["station_name"],
        },
        "moment_label": unit.say(schemas.MOMENTS[row["moment"]]),
        "words": unit.say(Words(row["words_zh"], row["words_en"])), "instead": better,
        "editable": unit.actor.may(P.PHRASES_EDIT, Row(Phrase.__table__, row)),  # type: ignore[attr-defined]
    }  # fmt: skip
