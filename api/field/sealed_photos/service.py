"""A photo that a phone could not send before it was wiped becomes what its upload would have become (C14, P8).

Where it may not be attached any more, or the phone was lost, it is kept as its owner's draft, and a held command asks a
person whether it shall be attached. Nothing slow happens within a transaction.
"""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

from api.access import queries as access
from api.access.actor import Actor
from api.field.devices import clocks
from api.field.devices import service as phones
from api.field.devices.keys import unb64
from api.field.held_commands import gate, releasing
from api.field.held_commands import queries as held
from api.field.sealed_photos.schemas import Parcel, Photo, SealedPhoto
from api.field.sealed_queues import opening, queries, service
from api.field.sealed_queues.model import SealedQueue
from api.field.sealed_queues.problems import NotOpenable
from api.files.attachments import names
from api.files.attachments import queries as files
from api.files.attachments import service as attachments
from api.files.attachments.model import Upload
from api.files.attachments.purposes import PURPOSES
from api.files.workbench import service as workbench
from api.files.workbench.service import Made
from api.kit import idempotency, refusing
from api.kit.fieldwork import Sent
from api.kit.problems import KeyReused, Problem, TooLarge
from api.kit.unit import Row, Unit
from api.network.settings import limits

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from typing import Protocol

    from api.files.store import Store

    class Work(Protocol):
        """One short transaction as this actor."""

        def __call__(self, actor: Actor, /) -> AbstractContextManager[Unit]: ...


MEGABYTE = 1_000_000
_PARCEL = TypeAdapter(Parcel)


def expected(unit: Unit, sent: SealedPhoto, length: int) -> dict[str, Any] | None:
    """What became of it, if it came before; asked before a byte of the picture is read.

    :raises DeviceSecretWrong: :raises KeyReused: another came under this id. :raises TooLarge: see there.
    """
    device = phones.proven(unit, sent.device_id, sent.secret)
    if known := queries.known(unit, sent.id):
        if known["digest"] != _digest(sent) or known["device_id"] != device.id:
            raise KeyReused
        return service.answer(known)
    if length > limits.get(unit, PURPOSES["photo"].most) * MEGABYTE:
        raise TooLarge
    return None


def receive(store: Store, work: Work, nobody: Actor, sent: SealedPhoto, body: bytes) -> dict[str, Any]:
    """Open it, make the picture anew, and attach it or keep it for a person.

    :raises NotOpenable: :raises FileRefused: see there.
    """
    with work(nobody) as unit:
        device = phones.proven(unit, sent.device_id, sent.secret)
        assert unit.sealer
        photo = _photo(unit, sent)
        actor = access.person_anywhere(unit.conn, device.account_id, unit.now)
    if actor is None:
        raise NotOpenable(releasing.GONE)
    with tempfile.TemporaryDirectory(prefix="sibu-bench-") as folder:
        whole = Path(folder, "whole")
        whole.write_bytes(_picture(sent, photo, body))
        made = workbench.make(whole, Path(folder))
        if made.media not in PURPOSES["photo"].media or not names.fits(photo.filename, made.media):
            raise workbench.refusal("wrong_type")
        with work(actor) as unit:
            attachments.reserve(unit, made.files)
        for name, file in made.files.items():
            store.put(file["sha256"], made.path(name))
        with work(actor) as unit:
            return _take(unit, sent, photo, made, len(body))


def _photo(unit: Unit, sent: SealedPhoto) -> Photo:
    assert unit.sealer
    try:
        return _PARCEL.validate_python(opening.content(unit.sealer, sent)).photo
    except (ValidationError, Problem) as error:
        raise NotOpenable from error


def _picture(sent: SealedPhoto, photo: Photo, body: bytes) -> bytes:
    try:
        return AESGCM(unb64(photo.blob_key)).decrypt(unb64(sent.picture_iv), body, None)
    except (InvalidTag, ValueError) as error:
        raise NotOpenable from error


def _digest(sent: SealedPhoto) -> str:
    return hashlib.sha256(sent.sealed.encode()).hexdigest()


def _take(unit: Unit, sent: SealedPhoto, photo: Photo, made: Made, length: int) -> dict[str, Any]:
    device = phones.proven(unit, sent.device_id, sent.secret)
    if known := queries.known(unit, sent.id):
        return service.answer(known)
    counts = {"applied": 0, "held": 0}
    counts[_attached(unit, device, sent, photo, made, length)] = 1
    phones.heard(unit, device, None)
    if sent.wiped:
        phones.wiped(unit, device)
    row = unit.insert(SealedQueue, id=sent.id, device_id=device.id, digest=_digest(sent), received=1, **counts)
    return service.answer(row.__dict__)


def _attached(unit: Unit, device: Row, sent: SealedPhoto, photo: Photo, made: Made, length: int) -> str:
    """`applied` if it is where it belongs, now or by its own upload before; else `held`."""
    if files.of_upload(unit, photo.id):
        return "applied"
    at = photo.occurred_at and clocks.corrected(photo.occurred_at, device.anchors, unit.now, None)
    if device.status == "revoked" or device.wipe_asked_at:
        return _held(unit, device, sent, photo, made, length, at, "revoked", None)
    try:
        with refusing.kept_apart(unit.conn):
            attachments.add(unit, _upload(unit, photo, length, at, tied=True), made)
    except Problem as problem:
        return _held(unit, device, sent, photo, made, length, at, "refused", problem)
    return "applied"


def _upload(unit: Unit, photo: Photo, length: int, at: datetime | None, *, tied: bool) -> Row:
    """The upload that it would have been."""
    return unit.insert(
        Upload, id=photo.id, expires_at=unit.now + timedelta(days=limits.get(unit, "file.orphan_days")),
        owner_id=unit.actor.id, length=length, name=photo.filename, purpose="photo", slot=photo.slot,
        parent_kind=photo.parent_kind if tied else None, parent_id=photo.parent_id if tied else None, sha256=None,
        occurred_at=at, announced="",
    )  # fmt: skip


def _held(
    unit: Unit, device: Row, sent: SealedPhoto, photo: Photo, made: Made, length: int, at: datetime | None, reason: str,
    problem: Problem | None,
) -> str:  # fmt: skip
    """A draft of its owner's, and the question whether it shall be attached."""
    draft = attachments.add(unit, _upload(unit, photo, length, at, tied=False), made)
    job = held.job(unit, photo.parent_id) if photo.parent_kind == "work_order" else None
    path = f"/api/v1/attachments/{draft.id}/attach"
    body = {"parent_kind": photo.parent_kind, "parent_id": photo.parent_id, "slot": photo.slot}
    print_ = idempotency.fingerprint("POST", path, to_json(body))
    raw = photo.occurred_at.isoformat() if photo.occurred_at else None
    passed = gate.Passed(
        device, held.next_seq(unit, device.id), None, job["id"] if job else None, path, raw, at or unit.now
    )  # fmt: skip
    person = replace(unit, match=None, path_id=None, headers={})
    gate.hold(
        person, Sent("POST", path, body, photo.id, print_, None), passed, reason, job, queue=sent.id,
        refusal=releasing.said(problem) if problem else None,
    )  # fmt: skip
    return "held"
