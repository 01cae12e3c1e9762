"""Which forms a record asks for, which of them are done, and what an act of it still waits for."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from api.forms import subjects
from api.forms.entries import answers, queries, schemas
from api.forms.entries.service import may_fill
from api.forms.subjects import About
from api.forms.templates import queries as templates
from api.kit.unit import Unit
from api.kit.words import Words


def asked(unit: Unit, query: schemas.AskedQuery) -> dict[str, Any]:
    """The forms in use for a record with the newest entry of each that counts today.

    :raises NotFound: no such record for this caller.
    """
    about = subjects.one(unit, query.subject, query.subject_id)
    found = templates.asked(unit, query.subject, about.station_id)
    if not found:
        return {"items": []}
    newest: dict[str, dict[str, Any]] = {}
    today = unit.now.astimezone(ZoneInfo(queries.place(unit, about.station_id)["time_zone"])).date()
    rhythms = {row["id"]: row["rhythm"] for row in found}
    for row in queries.of_subject(unit, query.subject_id, rhythms):
        stale = (about.since and row["started_at"] < about.since) or (
            rhythms[row["template_id"]] == "daily" and row["on"] != today
        )
        if not stale:
            newest.setdefault(row["template_id"], row)
    kind = subjects.KINDS[query.subject]
    items = []
    for row in found:
        entry = newest.get(row["id"])
        items.append(
            {
                "template_id": row["id"], "version_id": row["published_id"], "key": row["key"], "kind": row["kind"],
                "name": unit.say(Words(row["name_zh"], row["name_en"])), "rhythm": row["rhythm"],
                "before": row["before"],
                "required": bool(row["before"] and kind.demands(unit, about, row["before"])),
                "may_fill": may_fill(unit, row["fillers"].strip(",").split(",") if row["fillers"] else ()),
                "entry": entry and answers.line(unit, entry),
            }
        )  # fmt: skip
    return {"items": items}


def lacking(unit: Unit, kind: str, subject_id: str, about: About, act: str) -> Words | None:
    """What an act still waits for: a form before it that is not completed, or a critical item that did not pass (D39)."""
    wanted = {
        row["id"]: Words(row["name_zh"], row["name_en"])
        for row in templates.asked(unit, kind, about.station_id)
        if row["before"] == act
    }
    if not wanted:
        return None
    done: dict[str, int] = {}
    for row in queries.done(unit, subject_id, wanted, about.since):
        done.setdefault(row["template_id"], row["critical"])
    for id, name in wanted.items():
        if id not in done:
            return Words("还没填完“{name}”", "“{name}” is not completed yet").format(name=name)
        if done[id]:
            words = Words(
                "“{name}”有关键项不合格，先处理再重填",
                "“{name}” has a critical item that failed; settle it and fill in anew",
            )
            return words.format(name=name)
    return None
