"""Every SELECT on files, each limited to what its caller may see: his own drafts, and what hangs on what he may see."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, false, func, or_, select

from api.files.attachments import parents, schemas
from api.files.attachments.model import Attachment, Content, Upload
from api.kit import listing
from api.kit.unit import Row, Unit

_attachment = Attachment.__table__  # type: ignore[attr-defined]
_content = Content.__table__  # type: ignore[attr-defined]
_upload = Upload.__table__  # type: ignore[attr-defined]
_ORDERS = {"created_at": listing.Order(_attachment.c.created_at, _attachment.c.id, of=listing.moment)}


def seen(unit: Unit, *kinds: str) -> ColumnElement[bool]:
    """The files that the caller may see: every read asks the parent's own door again (T4)."""
    parts = [
        and_(_attachment.c.parent_kind == kind.name, _attachment.c.parent_id.in_(kind.ids(unit)))
        for kind in parents.KINDS.values()
        if (not kinds or kind.name in kinds) and unit.actor.holds(kind.permission)
    ]
    if not kinds:
        parts.append(own_drafts(unit))
    return or_(*parts) if parts else false()


def own_drafts(unit: Unit) -> ColumnElement[bool]:
    """What the caller himself sent and nothing carries yet."""
    return and_(_attachment.c.parent_id.is_(None), _attachment.c.owner_id == unit.actor.id)


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The file if the caller may see it.

    :raises NotFound: also for another's draft, and for a file of what he may not see.
    """
    return unit.one(Attachment, _attachment.c.id == id, seen(unit), lock=lock)


def visible(unit: Unit, id: str) -> None:
    """Refuse a replay about a file that the caller may no longer see."""
    one(unit, id)


def sees(unit: Unit, id: str) -> bool:
    """Whether the caller may see the file, and it counts: a form may name it."""
    mine = (_attachment.c.id == id, _attachment.c.status.in_(("draft", "attached")), seen(unit))
    return unit.value(select(_attachment.c.id).where(*mine)) is not None


def hangs_on(unit: Unit, id: str, kind: str, parent_id: str) -> bool:
    """Whether the file is attached to this very thing, and the caller may see it."""
    there = (
        _attachment.c.parent_kind == kind,
        _attachment.c.parent_id == parent_id,
        _attachment.c.status == "attached",
    )
    return unit.value(select(_attachment.c.id).where(_attachment.c.id == id, *there, seen(unit, kind))) is not None


def any_one(unit: Unit, id: str) -> Row:
    """The file, for what acts on it by a rule; held until the end of the transaction."""
    return unit.one(Attachment, _attachment.c.id == id, lock=True)


def of_upload(unit: Unit, upload_id: str) -> str | None:
    """What became of the caller's upload."""
    mine = (_attachment.c.upload_id == upload_id, _attachment.c.owner_id == unit.actor.id)
    found: str | None = unit.value(select(_attachment.c.id).where(*mine))
    return found


def page(unit: Unit, query: schemas.AttachmentsQuery) -> dict[str, Any]:
    """One page, oldest first, of bare rows."""
    statement = select(*_attachment.c)
    if query.parent_kind:
        own = (_attachment.c.parent_kind == query.parent_kind, _attachment.c.parent_id == query.parent_id)
        statement = statement.where(*own, seen(unit, query.parent_kind))
    elif query.case_id:
        statement = statement.where(_attachment.c.case_id == query.case_id, seen(unit))
    else:
        statement = statement.where(own_drafts(unit), _attachment.c.status == "draft")
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort)


def as_row(values: dict[str, Any]) -> Row:
    """A listed row as workflow and answers want it."""
    return Row(_attachment, values)


# -- uploads ---------------------------------------------------------------------------------------------------------
def own_upload(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The caller's own upload; everybody else's is not there (T4).

    :raises NotFound: otherwise.
    """
    return unit.one(Upload, _upload.c.id == id, _upload.c.owner_id == unit.actor.id, lock=lock)


def known_upload(unit: Unit, id: str) -> Row | None:
    """The caller's own upload, or None."""
    found = unit.first(select(*_upload.c).where(_upload.c.id == id, _upload.c.owner_id == unit.actor.id))
    return Row(_upload, found) if found else None


def sent_since(unit: Unit, since: datetime) -> tuple[int, int]:
    """How many bytes the caller has announced since then, and how many of his uploads are still open.

    What he made and then gave the upload of up counts too, or else the day had no measure (T22).
    """
    mine = (_upload.c.owner_id == unit.actor.id, _upload.c.created_at > since)
    statement = select(
        func.coalesce(func.sum(_upload.c.length), 0),
        func.count().filter(_upload.c.attachment_id.is_(None), _upload.c.refusal.is_(None)),
    )
    row = unit.conn.execute(statement.where(*mine)).one()
    made = (_attachment.c.owner_id == unit.actor.id, _attachment.c.created_at > since)
    kept = select(func.coalesce(func.sum(_attachment.c.bytes), 0)).where(
        *made, _attachment.c.upload_id.not_in(select(_upload.c.id))
    )
    return int(row[0]) + int(unit.value(kept)), int(row[1])


# -- what has served its time ----------------------------------------------------------------------------------------
def content(unit: Unit, digest: str) -> dict[str, Any] | None:
    """A content's row, held until the end of the transaction."""
    return unit.first(select(*_content.c).where(_content.c.id == digest).with_for_update())


def size_of(unit: Unit, digest: str) -> int:
    """Bytes of a content."""
    return int(unit.value(select(_content.c.bytes).where(_content.c.id == digest)))


def uploads_past(unit: Unit, now: datetime, limit: int) -> list[str]:
    """Uploads whose time is over, whatever became of them."""
    return list(
        unit.conn.execute(select(_upload.c.id).where(_upload.c.expires_at <= now).limit(limit)).scalars()
    )  # fmt: skip


def uploads_among(unit: Unit, ids: list[str]) -> set[str]:
    """Those of these ids that are an upload's."""
    return set(unit.conn.execute(select(_upload.c.id).where(_upload.c.id.in_(ids))).scalars())


def drafts_before(unit: Unit, before: datetime, limit: int) -> list[str]:
    """Drafts that nothing came to carry."""
    wanted = (_attachment.c.status == "draft", _attachment.c.created_at < before)
    return list(unit.conn.execute(select(_attachment.c.id).where(*wanted).limit(limit)).scalars())


def kept_since_before(
    unit: Unit, purpose: str, before: datetime, after: tuple[datetime, str] | None, limit: int
) -> list[dict[str, Any]]:
    """Attached files of this purpose that are older than its time, oldest first, after the ones looked at already."""
    columns = (_attachment.c.id, _attachment.c.parent_kind, _attachment.c.parent_id, _attachment.c.created_at)
    statement = select(*columns).where(
        _attachment.c.status.in_(("attached", "voided")),
        _attachment.c.purpose == purpose,
        _attachment.c.created_at < before,
    )
    if after:
        at, id = after
        later = or_(_attachment.c.created_at > at, and_(_attachment.c.created_at == at, _attachment.c.id > id))
        statement = statement.where(later)
    return unit.rows(statement.order_by(_attachment.c.created_at, _attachment.c.id).limit(limit))


def contents_unused(unit: Unit, before: datetime, limit: int) -> list[str]:
    """Contents that nothing refers to and nobody wanted since, and those whose removal was begun."""
    used = select(_attachment.c.content_id).where(_attachment.c.content_id.is_not(None))
    shown = select(_attachment.c.thumbnail_id).where(_attachment.c.thumbnail_id.is_not(None))
    unused = and_(_content.c.used_at < before, _content.c.id.not_in(used), _content.c.id.not_in(shown))
    return list(
        unit.conn.execute(select(_content.c.id).where(or_(unused, _content.c.dropping)).limit(limit)).scalars()
    )  # fmt: skip
