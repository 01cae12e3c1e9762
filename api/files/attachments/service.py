"""Verbs on files."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import update

from api.events import log
from api.files.attachments import answers, facts, names, parents, queries, schemas
from api.files.attachments.model import Attachment, Content, Upload
from api.files.attachments.workflow import WORKFLOW
from api.files.workbench.service import Made
from api.kit.db import insert_unless_there
from api.kit.ids import secret_id
from api.kit.problems import Invalid, NotFound, Unavailable
from api.kit.unit import Row, Unit
from api.kit.words import Words

_content = Content.__table__  # type: ignore[attr-defined]
_upload = Upload.__table__  # type: ignore[attr-defined]
HELD = timedelta(days=1)
"""What was wanted within this time is not removed, so that whoever puts bytes finds them there afterwards."""


def reserve(unit: Unit, files: dict[str, dict[str, Any]]) -> None:
    """Say that these contents are wanted, before their bytes are put: from now on nobody removes them for a day.

    :raises Unavailable: one is just being removed.
    """
    for file in files.values():
        known = queries.content(unit, file["sha256"])
        if known is None:
            row = {"id": file["sha256"], "bytes": file["bytes"], "used_at": unit.now, "dropping": False}
            unit.conn.execute(insert_unless_there(unit.conn, _content), row)
        elif known["dropping"]:
            raise Unavailable(headers={"Retry-After": "2"})
        else:
            unit.conn.execute(update(_content).where(_content.c.id == known["id"]).values(used_at=unit.now))


def add(unit: Unit, upload: Row, made: Made) -> Row:
    """The file of a finished upload: attached where the upload said, or a draft of its sender's.

    :raises NotFound: its parent is out of the caller's sight by now.
    :raises Forbidden: he may no longer attach there.
    """
    parent = parents.one(unit, upload.parent_kind, upload.parent_id) if upload.parent_id else None
    row = unit.insert(
        Attachment,
        id=secret_id(),
        status="draft",
        owner_id=unit.actor.id,
        employee_id=unit.actor.employee_id,
        upload_id=upload.id,
        occurred_at=upload.occurred_at,
        purpose=upload.purpose,
        slot=upload.slot,
        name=names.kept(upload.name, made.media),
        media=made.media,
        bytes=made.files["content"]["bytes"],
        width=made.width,
        height=made.height,
        pages=made.pages,
        content_id=made.files["content"]["sha256"],
        thumbnail_id=made.files.get("thumbnail", {}).get("sha256"),
    )
    log.append(unit, row, facts.AttachmentDrafted(purpose=row.purpose, media=row.media, name=row.name))
    if parent is not None:
        tie(unit, row, upload.parent_kind, parent)
    unit.conn.execute(update(_upload).where(_upload.c.id == upload.id).values(attachment_id=row.id))
    return row


def attach(unit: Unit, id: str, command: schemas.Attach) -> dict[str, Any]:
    """Tie one's own draft to a thing.

    :raises Invalid: the caller sees no such thing.
    :raises Forbidden: he may not attach to it.
    """
    row = queries.one(unit, id, lock=True)
    WORKFLOW.fire(unit, "attach", row, answers.BASE)
    try:
        parent = parents.one(unit, command.parent_kind, command.parent_id)
    except NotFound:
        raise Invalid.field("/body/parent_id", "unknown", Words("没有这一项", "There is no such thing")) from None
    tie(unit, row, command.parent_kind, parent, slot=command.slot)
    return answers.read(unit, row)


def tie(unit: Unit, row: Row, kind: str, parent: Row, *, slot: str | None = None) -> None:
    """Give a draft its parent; it now belongs where the parent does.

    :raises Forbidden: the caller may not attach to it.
    """
    parents.demand_add(unit, kind, parent)
    row.__dict__["_parent"] = parent
    fact = facts.AttachmentAdded(
        attachment_id=row.id, purpose=row.purpose, media=row.media, name=row.name, slot=slot or row.slot
    )
    log.append(
        unit,
        row,
        fact,
        told_of=parent,
        status="attached",
        attached_at=unit.now,
        parent_kind=kind,
        parent_id=parent.id,
        slot=slot or row.slot,
        station_id=getattr(parent, "station_id", None),
        case_id=parent.id if kind == "service_request" else getattr(parent, "case_id", None),
    )


def claim(unit: Unit, id: str, kind: str, parent: Row, *, pointer: str, slot: str | None = None) -> Row:
    """What a command of a room above names as its picture or proof: the caller's draft, or a file of this very thing.

    A draft is tied to the thing in the same transaction.

    :raises Invalid: pointing at the field: no such file, another's draft, or a file of something else (T4).
    """
    try:
        row = queries.one(unit, id, lock=True)
    except NotFound:
        row = None
    here = row is not None and (row.parent_kind, row.parent_id) == (kind, parent.id) and row.status == "attached"
    if row is None or not (here or row.status == "draft"):
        raise Invalid.field(pointer, "unknown", Words("没有这个文件", "There is no such file"))
    if not here:
        tie(unit, row, kind, parent, slot=slot)
    return row


def void(unit: Unit, id: str, command: schemas.Void) -> dict[str, Any]:
    """Cross a file out, with the reason; nothing is deleted.

    :raises Forbidden: another's file, and the caller may not void what is attached there.
    """
    row = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "void", row, answers.BASE)
    fact = facts.AttachmentVoided(attachment_id=row.id, purpose=row.purpose, name=row.name, reason=command.reason)
    log.append(
        unit,
        row,
        fact,
        told_of=parents.of(unit, row),
        voided_at=unit.now,
        voided_by_id=unit.actor.id,
        void_reason=command.reason,
        **changes,
    )
    return answers.read(unit, row)
