"""Verbs on uploads. Nothing slow happens within a transaction: looking, then work, then writing."""

from __future__ import annotations

import base64
import hashlib
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, update

from api.access.actor import Actor
from api.access.caller import Caller
from api.events import log
from api.files.attachments import answers, facts, names, parents, queries
from api.files.attachments import service as attachments
from api.files.attachments.model import Upload
from api.files.attachments.purposes import PURPOSES
from api.files.uploads import announcing, problems
from api.files.workbench import service as workbench
from api.files.workbench.problems import FileRefused
from api.kit import outside
from api.kit.problems import Duplicate, NotFound
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.settings import limits

if TYPE_CHECKING:
    from api.system import System

_upload = Upload.__table__  # type: ignore[attr-defined]
MEGABYTE = 1_000_000
DAY = timedelta(days=1)
MOST_OPEN = 100


def announcement(**said: str) -> str:
    """`Upload-Metadata` of these pairs, for whoever sends a file within the house."""
    return ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in said.items())


def announce(unit: Unit, length: int, text: str) -> tuple[Row, bool]:
    """Make room for a file; announcing the same one again gives the same upload. Tells whether it is new.

    :raises NotFound: the caller sees no such parent. :raises Forbidden: he may not attach to it.
    :raises FileTooLarge: :raises FileQuota: :raises Duplicate: the id is another upload's.
    """
    said = announcing.metadata(text)
    if said.id and (known := queries.known_upload(unit, said.id)):
        if (known.length, known.announced) != (length, text):
            raise Duplicate(Words("这个编号用在了别的文件上", "This id is another upload's"), id=said.id)
        return known, False
    if said.parent_kind and said.parent_id:
        parents.demand_add(unit, said.parent_kind, parents.one(unit, said.parent_kind, said.parent_id))
    purpose = PURPOSES[said.purpose]
    most = limits.get(unit, purpose.most) * MEGABYTE
    if not 0 < length <= most:
        words = Words("{label}最大 {most} MB", "{label}: at most {most} MB")
        raise problems.FileTooLarge(words.format(label=purpose.label, most=most // MEGABYTE), limit_bytes=most)
    _within_quota(unit, length)
    made = unit.insert(
        Upload,
        id=said.id,
        expires_at=unit.now + timedelta(days=limits.get(unit, "file.orphan_days")),
        owner_id=unit.actor.id,
        length=length,
        name=said.filename,
        purpose=said.purpose,
        slot=said.slot,
        parent_kind=said.parent_kind,
        parent_id=said.parent_id,
        sha256=said.sha256,
        occurred_at=said.occurred_at,
        announced=text,
    )
    return made, True


def _within_quota(unit: Unit, length: int) -> None:
    sent, open_ = queries.sent_since(unit, unit.now - DAY)
    most = limits.get(unit, "file.day_megabytes") * MEGABYTE
    if sent + length > most:
        raise problems.FileQuota(limit_bytes=most, headers={"Retry-After": "3600"})
    if open_ >= MOST_OPEN:
        words = Words("没传完的文件太多", "Too many files are under way at a time")
        raise problems.FileQuota(words, limit_open=MOST_OPEN, headers={"Retry-After": "60"})


def offset(system: System, upload: Row) -> int:
    """Where it stands."""
    if upload.attachment_id:
        return int(upload.length)
    return system.files.received(upload.id)


def remove(unit: Unit, id: str) -> None:
    """Give an upload up; what it became stays.

    :raises NotFound: not the caller's.
    """
    row = queries.own_upload(unit, id, lock=True)
    unit.conn.execute(delete(_upload).where(_upload.c.id == row.id))


def finish(system: System, caller: Caller, actor: Actor, id: str) -> tuple[dict[str, Any], bool]:
    """What has arrived becomes an attachment; doing it again gives the same one. Tells whether it was new.

    :raises NotFound: not the caller's upload, or its parent is out of his sight.
    :raises UploadIncomplete: :raises WrongHash: :raises FileRefused: which is remembered.
    """
    with outside.look(system, caller, actor) as unit:
        upload = queries.own_upload(unit, id)
        if upload.attachment_id:
            return answers.read(unit, queries.one(unit, upload.attachment_id)), False
        if upload.refusal:
            raise workbench.refusal(upload.refusal)
        if upload.parent_id:
            parents.demand_add(unit, upload.parent_kind, parents.one(unit, upload.parent_kind, upload.parent_id))
    store = system.files
    if (reached := store.received(id)) != upload.length:
        raise problems.UploadIncomplete(offset=reached, length=upload.length)
    try:
        with store.gathered(id) as whole, tempfile.TemporaryDirectory(prefix="sibu-bench-") as folder:
            if upload.sha256 and _hash(whole) != upload.sha256:
                raise problems.WrongHash
            made = workbench.make(whole, Path(folder))
            if made.media not in PURPOSES[upload.purpose].media or not names.fits(upload.name, made.media):
                raise workbench.refusal("wrong_type")
            with outside.work(system, caller, actor) as unit:
                attachments.reserve(unit, made.files)
            for name, file in made.files.items():
                store.put(file["sha256"], made.path(name))
            with outside.work(system, caller, actor) as unit:
                upload = queries.own_upload(unit, id, lock=True)
                fresh = upload.attachment_id is None
                row = attachments.add(unit, upload, made) if fresh else queries.one(unit, upload.attachment_id)
                answer = answers.read(unit, row)
    except FileRefused as refused:
        with outside.work(system, caller, actor) as unit:
            _refuse(unit, id, refused.members["code"])
        store.forget(id)
        raise
    except problems.WrongHash:
        store.forget(id)
        raise
    store.forget(id)
    return answer, fresh


def _refuse(unit: Unit, id: str, code: str) -> None:
    """A hostile file leaves its trace (ASVS 16.3.3) and is not looked at twice."""
    try:
        row = queries.own_upload(unit, id, lock=True)
    except NotFound:
        return
    unit.conn.execute(update(_upload).where(_upload.c.id == id).values(refusal=code))
    log.record(unit, row, facts.UploadRefused(code=code, length=row.length))


def _hash(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
