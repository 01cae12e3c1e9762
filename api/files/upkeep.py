"""What has served its time goes: unfinished uploads, drafts that nothing carries, contents past their term (D44).

A duty of the worker. Rows are changed in short transactions; bytes are removed between them. Whatever is cut short is
found again by the next turn, because a row goes only after its bytes.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, or_, update

from api.events import log as events
from api.files.attachments import facts, parents, queries
from api.files.attachments.model import Content, Upload
from api.files.attachments.purposes import PURPOSES
from api.files.attachments.service import HELD
from api.kit.ids import is_id
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.settings import limits

if TYPE_CHECKING:
    from api.system import System

Units = Callable[[], AbstractContextManager[Unit]]
BATCH = 200
_content = Content.__table__  # type: ignore[attr-defined]
_upload = Upload.__table__  # type: ignore[attr-defined]
log = logging.getLogger("sibu.files")


def tidy(system: System, units: Units, now: datetime) -> dict[str, int]:
    """One turn; gives how many uploads, drafts, files and contents went."""
    return {
        "uploads": uploads(system, units, now) + strays(system, units, now),
        "drafts": drafts(units, now),
        "files": past_their_term(units, now),
        "contents": contents(system, units, now),
    }


def uploads(system: System, units: Units, now: datetime) -> int:
    """Uploads that were not finished in time, and the memory of those that were."""
    gone = 0
    while True:
        with units() as unit:
            found = queries.uploads_past(unit, now, BATCH)
        for id in found:
            system.files.forget(id)
        with units() as unit:
            unit.conn.execute(delete(_upload).where(_upload.c.id.in_(found)))
        gone += len(found)
        if len(found) < BATCH:
            return gone


def strays(system: System, units: Units, now: datetime) -> int:
    """Bytes of uploads that are no more: somebody was sending while another gave the upload up."""
    with units() as unit:
        before = now - timedelta(days=limits.get(unit, "file.orphan_days"))
    resting, gone = [id for id in system.files.resting(before) if is_id(id)], 0
    for start in range(0, len(resting), BATCH):
        ids = resting[start : start + BATCH]
        with units() as unit:
            known = queries.uploads_among(unit, ids)
        stray = [id for id in ids if id not in known]
        for id in stray:
            system.files.forget(id)
        gone += len(stray)
    return gone


def drafts(units: Units, now: datetime) -> int:
    """Files that were sent and then attached to nothing."""
    gone = 0
    while True:
        with units() as unit:
            before = now - timedelta(days=limits.get(unit, "file.orphan_days"))
            found = queries.drafts_before(unit, before, BATCH)
            for id in found:
                _expire(unit, queries.any_one(unit, id), None)
        gone += len(found)
        if len(found) < BATCH:
            return gone


def past_their_term(units: Units, now: datetime) -> int:
    """Files whose purpose has its term behind it, counted from the last time that their thing was worked with."""
    gone = 0
    for purpose in PURPOSES.values():
        after: tuple[datetime, str] | None = None
        while True:
            with units() as unit:
                before = now - timedelta(days=limits.get(unit, purpose.kept))
                found = queries.kept_since_before(unit, purpose.name, before, after, BATCH)
                for row in _unused_since(unit, found, before):
                    gone += _expire_attached(unit, row["id"])
            if len(found) < BATCH:
                break
            after = (found[-1]["created_at"], found[-1]["id"])
    return gone


def _unused_since(unit: Unit, rows: list[dict[str, object]], before: datetime) -> list[dict[str, object]]:
    """Those whose thing nobody has worked with since."""
    used: dict[tuple[object, object], datetime] = {}
    for kind in {str(row["parent_kind"]) for row in rows}:
        ask = parents.last_used(kind)
        ids = [str(row["parent_id"]) for row in rows if row["parent_kind"] == kind]
        used |= {(kind, id): at for id, at in (ask(unit, ids) if ask else {}).items()}
    return [row for row in rows if used.get((row["parent_kind"], row["parent_id"]), before) <= before]


def _expire_attached(unit: Unit, id: object) -> int:
    row = queries.any_one(unit, str(id))
    try:
        parent = parents.one(unit, row.parent_kind, row.parent_id)
    except NotFound:
        log.warning("attachment %s hangs on a %s that is not there", row.id, row.parent_kind)
        parent = None
    _expire(unit, row, parent)
    return 1


def _expire(unit: Unit, row: Row, parent: Row | None) -> None:
    fact = facts.AttachmentExpired(attachment_id=row.id, purpose=row.purpose)
    bare = {"status": "expired", "content_id": None, "thumbnail_id": None, "version": row.version + 1}
    events.append(unit, row, fact, told_of=parent, **bare)


def contents(system: System, units: Units, now: datetime) -> int:
    """Bytes that nothing refers to. Marked first, so that whoever wants them meanwhile waits and puts them anew."""
    gone = 0
    while True:
        with units() as unit:
            unused = queries.contents_unused(unit, now - HELD, BATCH)
            # asked once more while the row is held: somebody may have wanted it just now
            still = or_(_content.c.used_at < now - HELD, _content.c.dropping)
            mark = update(_content).where(_content.c.id.in_(unused), still).values(dropping=True)
            found = list(unit.conn.execute(mark.returning(_content.c.id)).scalars())
        for digest in found:
            system.files.drop(digest)
        with units() as unit:
            unit.conn.execute(delete(_content).where(_content.c.id.in_(found), _content.c.dropping))
        gone += len(found)
        if len(found) < BATCH:
            return gone
