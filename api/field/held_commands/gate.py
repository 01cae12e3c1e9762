"""The gate that every command of a phone passes: its clock is set right, its order kept, a job that changed hands noticed.

The phone keeps the order; this is the net under it (P10). What may not take effect now is kept whole and changes
nothing: it waits for its predecessor, or for a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from api.events import log
from api.field.devices import clocks
from api.field.devices import queries as devices
from api.field.devices import service as phones
from api.field.held_commands import answers, facts, queries
from api.field.held_commands.model import FieldCommandTaken, HeldCommand
from api.kit import fieldwork, jobs
from api.kit.fieldwork import Sent
from api.kit.problems import Invalid, KeyReused
from api.kit.text import FieldCommand
from api.kit.unit import Row, Unit
from api.kit.validation import storable
from api.kit.words import Words
from api.network.settings import limits

RELEASE, OVERDUE = "field.release", "field.overdue"


@dataclass(slots=True)
class Passed:
    """A command that may take effect now, or the held command that it became."""

    device: Row
    seq: int
    after: int | None
    job_id: str | None
    path: str
    occurred_raw: str | None
    corrected_at: datetime
    held: dict[str, Any] | None = None

    def settle(self, unit: Unit) -> None:
        """It took effect."""
        settle(unit, self, "applied")


@fieldwork.guard
def admit(unit: Unit, sent: Sent, command: FieldCommand) -> Passed:
    """Judge one command of a phone.

    :raises DeviceUnknown: the phone is to be enrolled (anew).
    :raises DeviceNotYours: :raises DeviceRevoked: :raises SequenceTaken: :raises KeyReused: see there.
    """
    if known := queries.of_key(unit, unit.actor.id, sent.key):
        if known.fingerprint != sent.fingerprint:
            raise KeyReused
        return _as_known(unit, known)
    device = sender(unit, str(command.device_id))
    if device.status != "active":
        raise fieldwork.DeviceRevoked
    phones.heard(unit, device, sent.clock)
    return judge(unit, sent, command, device)


def sender(unit: Unit, device_id: str) -> Row:
    """The caller's own phone, held.

    :raises DeviceUnknown: :raises DeviceNotYours: see there.
    """
    device = devices.any_one(unit, device_id, lock=True)
    if device is None:
        raise fieldwork.DeviceUnknown
    if device.account_id != unit.actor.id:
        raise fieldwork.DeviceNotYours
    return device


def _as_known(unit: Unit, known: Row) -> Passed:
    """It was held before: its present state is the answer."""
    device = devices.any_one(unit, known.device_id)
    assert device
    return Passed(
        device, known.device_seq, known.after_seq, known.job_id, known.path, known.occurred_raw, known.corrected_at,
        held=answers.read(unit, known.id, scoped=False),
    )  # fmt: skip


def judge(unit: Unit, sent: Sent, command: FieldCommand, device: Row, *, queue: str | None = None) -> Passed:
    """The same for a command of a phone that is known and held, also for one out of a sealed queue."""
    seq = command.device_seq
    if seq is None:
        raise Invalid.field("/body/device_seq", "missing", Words("必填", "Required"))
    job_id = command.job_id or job_of(sent.path)
    found = queries.standing(unit, device.id, seq, command.after, job_id)
    if found["used"]:
        highest = max(found["highest"] or 0, device.last_seq, seq)
        raise fieldwork.SequenceTaken(next_seq=highest + 1)
    passed = Passed(device, seq, command.after, job_id, sent.path, sent.body.get("occurred_at"), unit.now)
    if command.occurred_at is not None:
        passed.corrected_at = clocks.corrected(command.occurred_at, device.anchors, unit.now, found["floor"])
    tell(unit, passed)
    reason, job = why_held(unit, passed, found)
    if queue and (device.status == "revoked" or device.wipe_asked_at):
        reason = "revoked"  # whoever holds it may not be who it belongs to
    if reason:
        held = hold(unit, sent, passed, reason, job, queue=queue)
        passed.held = answers.read(unit, held.id, scoped=False)
    return passed


def tell(unit: Unit, passed: Passed) -> None:
    """From here on everything written tells the right time, and with it the phone, its count and its own words (P11)."""
    unit.occurred_at = passed.corrected_at
    unit.device = {"id": passed.device.id, "seq": passed.seq}
    if passed.occurred_raw:
        unit.device["at"] = passed.occurred_raw[:40]
    if passed.job_id and job_of(passed.path) is None:
        unit.device["job_id"] = passed.job_id


def job_of(path: str) -> str | None:
    """The order that a path names."""
    parts = path.removeprefix("/api/v1/").split("/")
    return parts[1] if parts[0] == "work-orders" and len(parts) == 3 else None


def why_held(unit: Unit, passed: Passed, found: dict[str, Any]) -> tuple[str | None, dict[str, Any] | None]:
    """Why the command may not take effect now, if so, and the job that it is about."""
    job = queries.job(unit, passed.job_id) if passed.job_id else None
    if passed.after is not None and not found["came"]:
        return "predecessor", job
    if passed.job_id and found["overtaken"]:
        return "overtaken", job
    return ("lost_job" if job and lost(unit, passed, job) else None), job


def lost(unit: Unit, passed: Passed, job: dict[str, Any]) -> bool:
    """Whether somebody took the job from the sender after he did this, or without his phone knowing it by then."""
    me = passed.device.employee_id
    if job["engineer_id"] == me:
        return False
    gone = queries.lost_at(unit, job["id"], me)
    return gone is not None and (
        passed.corrected_at <= gone or passed.device.bundle_at is None or passed.device.bundle_at < gone
    )


def hold(
    unit: Unit, sent: Sent, passed: Passed, reason: str, job: dict[str, Any] | None, *, queue: str | None = None,
    refusal: dict[str, str] | None = None,
) -> Row:  # fmt: skip
    """Keep the command whole for its predecessor or a person; it shows at once (P10)."""
    device = passed.device
    station = job["station_id"] if job else device.station_id
    wait = timedelta(seconds=limits.get(unit, "field.predecessor_seconds", station))
    waiting = reason == "predecessor"
    row = unit.insert(
        HeldCommand, station_id=station, employee_id=device.employee_id, account_id=device.account_id,
        device_id=device.id, device_seq=passed.seq, after_seq=passed.after, key=sent.key, fingerprint=sent.fingerprint,
        method=sent.method, path=sent.path, body=storable(sent.body), job_id=passed.job_id, case_id=job and job["case_id"],
        occurred_raw=passed.occurred_raw and passed.occurred_raw[:40], corrected_at=passed.corrected_at,
        status="waiting" if waiting else "held", reason=reason, refusal=refusal,
        decide_from=unit.now + wait if waiting else unit.now, sealed_queue_id=queue,
    )  # fmt: skip
    fact = facts.HeldCommandReceived(
        label=answers.label_of(sent.path).zh, reason=reason, device_id=device.id, device_seq=passed.seq, path=sent.path
    )
    log.append(unit, row, fact, case_id=row.case_id)
    if waiting:
        late = {"kind": OVERDUE, "key": f"overdue:{row.id}", "payload": {"id": row.id}, "due_at": row.decide_from}
        jobs.enqueue(unit.conn, unit.now, [late])
    return row


def settle(unit: Unit, passed: Passed, outcome: str) -> None:
    """The command is settled; what waited for it is looked at next."""
    unit.insert(
        FieldCommandTaken, device_id=passed.device.id, seq=passed.seq, after_seq=passed.after, job_id=passed.job_id,
        path=passed.path, occurred_raw=passed.occurred_raw and passed.occurred_raw[:40],
        corrected_at=passed.corrected_at, recorded_at=unit.now, outcome=outcome,
    )  # fmt: skip
    waiting = queries.followers(unit, passed.device.id, passed.seq)
    jobs.enqueue(
        unit.conn, unit.now, [{"kind": RELEASE, "key": f"release:{id}", "payload": {"id": id}} for id in waiting]
    )
