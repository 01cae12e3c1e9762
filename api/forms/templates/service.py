"""Verbs on templates."""

from __future__ import annotations

from typing import Any

from api.access import scope
from api.access.policy import ROLE_LABELS, P
from api.events import log
from api.forms import subjects
from api.forms.chapters import CHAPTERS
from api.forms.design.checking import unpreset
from api.forms.design.layout import Layout, ReferenceField, TableField
from api.forms.design.schema import schema_of
from api.forms.templates import facts, queries, schemas
from api.forms.templates.model import Template, TemplateVersion
from api.forms.templates.workflow import WORKFLOW
from api.kit.problems import Duplicate, Forbidden, Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words

BASE = "/api/v1/templates"


def read(unit: Unit, id: str) -> dict[str, Any]:
    """A template with its draft and its versions."""
    found = queries.read(unit, id)
    row = Row(Template.__table__, found)  # type: ignore[attr-defined]
    return line(unit, found) | {
        "offered": WORKFLOW.offered(unit, row, BASE),
        "draft": found["draft"],
        "retired_reason": found["retired_reason"],
        "versions": queries.versions(unit, id),
    }


def line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """One line of a list."""
    kept = (
        "id", "version", "key", "kind", "chapter", "status", "name_zh", "name_en", "published_no", "published_id",
        "published_at", "rhythm", "before", "created_at",
    )  # fmt: skip
    return {name: row[name] for name in kept} | {
        "status_label": WORKFLOW.label(row["status"], unit.locale),
        "chapter_label": unit.say(CHAPTERS[row["chapter"]]),
        "name": unit.say(Words(row["name_zh"], row["name_en"])),
        "drafted": row["draft"] is not None,
        "subjects": _split(row["subjects"]),
        "station": row["station_id"] and {
            "id": row["station_id"], "code": row["station_code"], "name": row["station_name"],
        },
    }  # fmt: skip


def draft(unit: Unit, command: schemas.TemplateCreate) -> dict[str, Any]:
    """A new template; a station's manager makes them for his own station (D49).

    :raises Forbidden: the network, or that station, is not the caller's to make forms for.
    :raises Duplicate: the key is taken.
    :raises Invalid: the layout speaks of what there is not.
    """
    reach = unit.actor.reach(P.TEMPLATES_CREATE)
    if not reach.everywhere and command.station_id not in reach.stations:
        raise Forbidden(permission=str(P.TEMPLATES_CREATE))
    if queries.by_key(unit, command.key):
        raise Duplicate(Words("这个代号已经用过", "This key is taken"))
    _judge(command.layout)
    row = unit.insert(
        Template, id=command.id, created_by_id=unit.actor.employee_id, station_id=command.station_id, key=command.key,
        kind=command.kind, chapter=command.chapter, status="draft", draft=_written(command.layout),
        **_copies(command.layout),
    )  # fmt: skip
    log.append(unit, row, facts.TemplateDrafted(name=row.name_zh, key=row.key, kind=row.kind))
    return read(unit, row.id)


def change(unit: Unit, id: str, command: schemas.TemplateChange) -> dict[str, Any]:
    """Work on the draft; what is published stays until the next publication.

    :raises Forbidden: visible, but not the caller's to edit.
    """
    row = queries.one(unit, id)
    scope.demand(unit, P.TEMPLATES_EDIT, row)
    sent = {name: getattr(command, name) for name in sorted(command.model_fields_set)}
    for name, value in sent.items():
        if value is None:
            raise Invalid.field(f"/body/{name}", "missing", Words("不能空着", "Must not be empty"))
    if not sent:
        return read(unit, id)
    changes: dict[str, Any] = {"chapter": sent["chapter"]} if "chapter" in sent else {}
    if layout := sent.get("layout"):
        _judge(layout)
        changes["draft"] = _written(layout)
        if row.published_id is None:
            changes |= _copies(layout)
    log.append(unit, row, facts.TemplateChanged(fields=list(sent)), **changes)
    return read(unit, id)


def publish(unit: Unit, id: str, command: schemas.Publish) -> dict[str, Any]:
    """The draft becomes the version in force."""
    row = queries.one(unit, id)
    published(unit, row, command.changes)
    return read(unit, id)


def published(unit: Unit, row: Row, changes: str | None) -> None:
    """Publish what lies in the draft.

    :raises Invalid: it speaks of kinds of records that are no more.
    """
    fired = WORKFLOW.fire(unit, "publish", row, BASE)
    layout = Layout.model_validate(row.draft)
    _judge(layout)
    no = (row.published_no or 0) + 1
    made = unit.insert(
        TemplateVersion, template_id=row.id, no=no, name_zh=layout.name.words().zh, name_en=layout.name.words().en,
        layout=row.draft, json_schema=schema_of(layout), changes=changes,
        published_at=unit.now, published_by_id=unit.actor.employee_id,
    )  # fmt: skip
    fact = facts.TemplatePublished(no=no, version_id=made.id, changes=changes)
    log.append(
        unit, row, fact, **fired, draft=None, published_no=no, published_id=made.id, published_at=unit.now,
        retired_at=None, retired_reason=None, **_copies(layout),
    )  # fmt: skip


def retire(unit: Unit, id: str, command: schemas.Retire) -> dict[str, Any]:
    """No new entries; those that exist stay readable and can be finished."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "retire", row, BASE)
    fact = facts.TemplateRetired(reason=command.reason)
    log.append(unit, row, fact, **changes, retired_at=unit.now, retired_reason=command.reason)
    return read(unit, id)


def palette(unit: Unit) -> dict[str, Any]:
    """Chapters, roles and kinds of records, as the builder offers them."""
    return {
        "chapters": [{"value": slug, "label": unit.say(words)} for slug, words in CHAPTERS.items()],
        "roles": [{"value": str(role), "label": unit.say(words)} for role, words in ROLE_LABELS.items()],
        "subjects": [
            {"name": kind.name, "label": unit.say(kind.label), "acts": list(kind.acts)}
            for kind in subjects.KINDS.values()
        ],
    }


def _written(layout: Layout) -> dict[str, Any]:
    return layout.model_dump(mode="json", exclude_none=True)


def _copies(layout: Layout) -> dict[str, Any]:
    name = layout.name.words()
    return {
        "name_zh": name.zh, "name_en": name.en, "subjects": joined(layout.subjects), "rhythm": layout.rhythm,
        "before": layout.before, "fillers": joined(layout.fillers), "readers": joined(layout.readers),
    }  # fmt: skip


def joined(words: Any) -> str:
    """Words as a column that can be asked for one of them; nothing stays empty."""
    return f",{','.join(map(str, words))}," if words else ""


def _split(text: str) -> list[str]:
    return text.strip(",").split(",") if text else []


def _judge(layout: Layout) -> None:
    """What only the rooms know: kinds of records and the acts of their lives."""
    for number, name in enumerate(layout.subjects):
        if name not in subjects.KINDS:
            _refuse(f"/body/layout/subjects/{number}")
    if layout.before and not any(layout.before in subjects.KINDS[name].acts for name in layout.subjects):
        _refuse("/body/layout/before")
    for section, part in enumerate(layout.sections):
        for number, field in enumerate(part.fields):
            columns = field.columns if isinstance(field, TableField) else [field]
            if any(isinstance(one, ReferenceField) and one.of not in subjects.KINDS for one in columns):
                _refuse(f"/body/layout/sections/{section}/fields/{number}")
    if refused := unpreset(layout):
        raise refused


def _refuse(pointer: str) -> None:
    raise Invalid.field(pointer, "unknown", Words("系统里没有这一类记录", "The system has no such kind of record"))
