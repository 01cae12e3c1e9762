"""A sealed queue takes effect as its owner's commands would have: in order, at his own times, each once.

What is refused, or comes from a phone that was lost or revoked, is held for a person. A wipe loses no work (C14).
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from pydantic_core import to_json

from api.access import queries as access
from api.access.actor import Actor
from api.field.devices import service as phones
from api.field.held_commands import gate, releasing
from api.field.held_commands import queries as held
from api.field.sealed_queues import opening, queries, schemas
from api.field.sealed_queues.model import SealedQueue
from api.files.attachments import queries as files
from api.kit import edge, fieldwork, idempotency, refusing
from api.kit.fieldwork import Sent
from api.kit.ids import is_id
from api.kit.problems import KeyReused, NotFound, Problem, Unauthenticated
from api.kit.text import FieldCommand
from api.kit.unit import Row, Unit
from api.kit.validation import check


def receive(unit: Unit, command: schemas.SealedQueueCreate) -> dict[str, Any]:
    """Open the queue and do what is in it; the same queue again is answered as before.

    :raises DeviceSecretWrong: :raises NotOpenable: see there.
    :raises KeyReused: another queue came under this id.
    """
    device = phones.proven(unit, command.device_id, command.secret)
    digest = hashlib.sha256(command.sealed.encode()).hexdigest()
    if known := queries.known(unit, command.id):
        if known["digest"] != digest or known["device_id"] != device.id:
            raise KeyReused
        return answer(known)
    assert unit.sealer
    queue = opening.opened(unit.sealer, command)
    actor = access.person_anywhere(unit.conn, device.account_id, unit.now)
    counts = {"applied": 0, "held": 0}
    for one in queue.commands:
        counts[_take(unit, device, actor, one, command.id)] += 1
    phones.heard(unit, device, None)
    if command.wiped:
        phones.wiped(unit, device)
    row = unit.insert(
        SealedQueue, id=command.id, device_id=device.id, digest=digest, received=len(queue.commands), **counts
    )
    return answer(row.__dict__)


def answer(known: dict[str, Any]) -> dict[str, Any]:
    """What became of it, as it is told."""
    return {name: known[name] for name in ("id", "received", "applied", "held")}


def _take(unit: Unit, device: Row, actor: Actor | None, one: opening.Command, queue: str) -> str:
    """One command of the queue: it takes effect, or is held; either way it is not lost."""
    person = replace(unit, actor=actor or unit.actor, match=None, path_id=None, headers={})
    body = _with_attachments(person, one)
    print_ = idempotency.fingerprint(one.method, one.path, to_json(body))
    sent = Sent(one.method, one.path, body | {"device_id": device.id}, one.key, print_, None)
    if kept := held.of_key(unit, device.account_id, one.key):
        return "applied" if kept.status == "applied" else "held"
    try:
        if actor is None:
            raise Unauthenticated(releasing.GONE)
        if idempotency.known(person, one.key):
            return "applied"
        endpoint = edge.endpoint(one.method, one.path)
        if endpoint is None or endpoint.command is None or endpoint.key == "none":
            raise NotFound
        command = check(endpoint.command, sent.body, "body")
        if not isinstance(command, FieldCommand):
            raise NotFound
    except Problem as problem:
        return _refused(person, sent, device, problem, queue)
    try:
        passed = gate.judge(person, sent, command, device, queue=queue)
    except fieldwork.SequenceTaken:
        return "applied"  # it was settled, and its key has been forgotten since
    except Problem as problem:
        return _refused(person, sent, device, problem, queue)
    if passed.held is not None:
        return "held"
    try:
        with refusing.kept_apart(unit.conn):
            releasing.do(person, sent.method, sent.path, sent.body, sent.key, sent.fingerprint)
    except Problem as problem:
        gate.hold(person, sent, passed, "refused", _job(person, passed), queue=queue, refusal=releasing.said(problem))
        return "held"
    passed.settle(person)
    return "applied"


def _with_attachments(person: Unit, one: opening.Command) -> dict[str, Any]:
    """The body with what its photos became; one that has not come stays named as the phone named it."""
    known = {id: files.of_upload(person, id) or id for id in one.photos}

    def named(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: named(part) for name, part in value.items()}
        if isinstance(value, list):
            return [named(part) for part in value]
        return known.get(value, value) if isinstance(value, str) else value

    found: dict[str, Any] = named(one.body) if known else one.body
    return found


def _refused(person: Unit, sent: Sent, device: Row, problem: Problem, queue: str) -> str:
    """What is no command that could take effect is kept for a person, with all that can be made out of it."""
    seq, after = (_count(sent.body.get(name)) for name in ("device_seq", "after"))
    job = sent.body.get("job_id") or gate.job_of(sent.path)
    if seq is None or held.standing(person, device.id, seq, None, None)["used"]:
        seq = held.next_seq(person, device.id)
    raw = sent.body.get("occurred_at")
    passed = gate.Passed(
        device, seq, after, job.lower() if isinstance(job, str) and is_id(job) else None, sent.path,
        raw if isinstance(raw, str) else None, person.now,
    )  # fmt: skip
    gate.hold(person, sent, passed, "refused", _job(person, passed), queue=queue, refusal=releasing.said(problem))
    return "held"


def _count(value: Any) -> int | None:
    return value if type(value) is int and 0 <= value < 2**31 else None


def _job(person: Unit, passed: gate.Passed) -> dict[str, Any] | None:
    return held.job(person, passed.job_id) if passed.job_id else None
