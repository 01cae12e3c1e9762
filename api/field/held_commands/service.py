"""What a person decides of a held command: it counts, as who sent it, or it is set aside with a reason."""

from __future__ import annotations

from typing import Any

from pydantic_core import to_json

from api.events import log
from api.field.devices import clocks
from api.field.held_commands import answers, facts, gate, queries, releasing, schemas
from api.field.held_commands.problems import HeldCommandStuck
from api.field.held_commands.workflow import WORKFLOW
from api.kit import fieldwork, idempotency
from api.kit.fieldwork import Sent
from api.kit.problems import Problem
from api.kit.unit import Row, Unit
from api.kit.validation import storable
from api.kit.words import Words


def hand_over(unit: Unit, command: schemas.HandOver) -> dict[str, Any]:
    """Keep a refused command: `decide` brings it before a person, `drop` lets what follows it go on.

    :raises DeviceUnknown: :raises DeviceNotYours: :raises SequenceTaken: see there.
    """
    device = gate.sender(unit, command.device_id)
    job_id = command.job_id or gate.job_of(command.path)
    found = queries.standing(unit, device.id, command.device_seq, command.after, job_id)
    if found["used"] or queries.of_key(unit, unit.actor.id, command.key) or idempotency.known(unit, command.key):
        raise fieldwork.SequenceTaken(next_seq=queries.next_seq(unit, device.id))
    at = command.occurred_at
    passed = gate.Passed(
        device, command.device_seq, command.after, job_id, command.path, at.isoformat() if at else None,
        clocks.corrected(at, device.anchors, unit.now, found["floor"]) if at else unit.now,
    )  # fmt: skip
    gate.tell(unit, passed)
    print_ = idempotency.fingerprint(command.method, command.path, to_json(storable(command.body)))
    sent = Sent(command.method, command.path, command.body, command.key, print_, None)
    said = {"slug": command.problem.type.rpartition("/")[2], "zh": command.problem.detail, "en": command.problem.detail}
    row = gate.hold(
        unit, sent, passed, "refused", queries.job(unit, job_id) if job_id else None, refusal=said
    )  # fmt: skip
    if command.wish == "drop":
        why = command.note or unit.say(Words("工程师放弃", "Given up by the engineer"))
        _aside(unit, row, passed, why)
    return answers.read(unit, row.id, scoped=False)


def apply(unit: Unit, id: str, command: schemas.Apply) -> dict[str, Any]:
    """Do it now as the engineer who sent it, at his own time; who decided is recorded beside it.

    :raises HeldCommandStuck: it is refused still, with why; a job that changed hands is given back to him first.
    """
    row = queries.one(unit, id)
    WORKFLOW.fire(unit, "apply", row, answers.BASE)
    passed = releasing.passed_of(unit, row)
    try:
        releasing.perform(unit, row, passed)
    except Problem as problem:
        found = queries.whole(unit, id)
        away = row.job_id is not None and found["job_engineer_id"] != row.employee_id
        raise HeldCommandStuck(
            problem.detail, because=problem.slug, job_id=row.job_id if away else None,
            employee_id=row.employee_id if away else None,
        ) from problem  # fmt: skip
    releasing.applied(unit, row, passed, by=unit.actor.employee_id, note=command.note)
    return answers.read(unit, id, scoped=False)


def set_aside(unit: Unit, id: str, command: schemas.SetAside) -> dict[str, Any]:
    """It does not count; it stays readable, and what waits for it is looked at next."""
    row = queries.one(unit, id)
    WORKFLOW.fire(unit, "set-aside", row, answers.BASE)
    _aside(unit, row, releasing.passed_of(unit, row), command.reason)
    return answers.read(unit, id, scoped=False)


def _aside(unit: Unit, row: Row, passed: gate.Passed, reason: str) -> None:
    fact = facts.HeldCommandSetAside(label=answers.label_of(row.path).zh, reason=reason)
    log.append(
        unit, row, fact, status="set_aside", decided_at=unit.now, decided_by_id=unit.actor.employee_id,
        decision_note=reason,
    )  # fmt: skip
    gate.settle(unit, passed, "set_aside")
