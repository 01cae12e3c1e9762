"""How an entry is shown: the line of a list and the whole page."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.forms import subjects
from api.forms.design import checking
from api.forms.design.layout import Layout
from api.forms.entries import queries
from api.forms.entries.model import Entry
from api.forms.entries.workflow import WORKFLOW
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.kit.words import Words

BASE = "/api/v1/entries"
_KEPT = (
    "id", "number", "version", "status", "on", "failed", "critical", "completed_at", "created_at",
)  # fmt: skip


def line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """One line of a list."""
    kind = subjects.KINDS.get(row["subject"])
    return {name: row[name] for name in _KEPT} | {
        "status_label": WORKFLOW.label(row["status"], unit.locale),
        "template": {
            "id": row["template_id"], "version_id": row["template_version_id"], "key": row["key"],
            "kind": row["kind"], "no": row["no"], "name": unit.say(Words(row["name_zh"], row["name_en"])),
        },
        "subject": {
            "kind": row["subject"], "label": unit.say(kind.label) if kind else row["subject"],
            "id": row["subject_id"], "title": row["title"],
        },
        "station": {"id": row["station_id"], "code": row["station_code"], "name": row["station_name"]},
        "created_by": row["created_by_id"] and {"id": row["created_by_id"], "name": row["created_by_name"] or ""},
    }  # fmt: skip


def read(unit: Unit, id: str) -> dict[str, Any]:
    """The whole entry, by the version that it was begun with.

    :raises NotFound: also for one the caller may not see.
    """
    found = queries.read(unit, id)
    row = Row(Entry.__table__, found)  # type: ignore[attr-defined]
    layout = Layout.model_validate(found["layout"])
    name = layout.name.words()
    signed = queries.signatures(unit, id)
    kept = ("data", "layout", "json_schema", "started_at", "signed_at", "voided_at", "void_reason")
    return line(unit, found | {"name_zh": name.zh, "name_en": name.en}) | {key: found[key] for key in kept} | {
        "offered": WORKFLOW.offered(unit, row, BASE),
        "may_edit": row.status == "open" and unit.actor.may(P.ENTRIES_EDIT, row),
        "named": _named(unit, layout, found["data"]),
        "signatures": [
            {
                "place": one["place"], "signer": one["signer"], "signed_at": one["signed_at"],
                "picture_href": f"{BASE}/{id}/signatures/{one['place']}" if one["drawn"] else None,
            }
            for one in signed
        ],
    }  # fmt: skip


def _named(unit: Unit, layout: Layout, data: dict[str, Any]) -> list[dict[str, Any]]:
    """What the fields name, as far as the reader may see those records; the others stay bare ids."""
    found = {}
    for _, kind, id in checking.references(layout, data):
        if (kind, id) not in found:
            try:
                found[kind, id] = {"kind": kind, "id": id, "title": subjects.one(unit, kind, id).title}
            except NotFound:
                continue
    return list(found.values())
