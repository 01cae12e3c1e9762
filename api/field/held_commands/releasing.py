"""What was held takes effect: by itself when its predecessor came, or by a person's decision; as who sent it, always.

The request is done anew by its own endpoint, so today's rights, shapes and states are asked; its success is remembered
under its key, so that the phone that sends it once more is given the ordinary answer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from api.access import queries as access
from api.events import log
from api.field.devices import queries as devices
from api.field.held_commands import answers, facts, gate, queries
from api.field.held_commands.gate import OVERDUE, RELEASE, Passed
from api.kit import edge, idempotency, jobs, refusing
from api.kit.problems import NotFound, Problem, Unauthenticated
from api.kit.unit import Row, Unit
from api.kit.words import Words, speak

GONE = Words("他的账号已停用", "His account was closed")


def passed_of(unit: Unit, row: Row) -> Passed:
    """The command as the gate knew it, its phone held."""
    device = devices.any_one(unit, row.device_id, lock=True)
    assert device
    return Passed(
        device, row.device_seq, row.after_seq, row.job_id, row.path, row.occurred_raw, row.corrected_at
    )  # fmt: skip


def perform(unit: Unit, row: Row, passed: Passed) -> None:
    """Do what the command asks, as who sent it; nothing of it is kept if it is refused.

    :raises Problem: as the request itself would be refused today.
    """
    actor = access.person_anywhere(unit.conn, row.account_id, unit.now)
    if actor is None:
        raise Unauthenticated(GONE)
    person = replace(unit, actor=actor, match=None, path_id=None, headers={})
    gate.tell(person, passed)
    with refusing.kept_apart(unit.conn):
        accept_first(person, row)
        do(person, row.method, row.path, row.body, row.key, row.fingerprint)


def do(person: Unit, method: str, path: str, body: dict[str, Any], key: str, print_: str) -> None:
    """One request as its sender, remembered under its key."""
    endpoint = edge.endpoint(method, path)
    if endpoint is None or endpoint.key == "none":
        raise NotFound
    idempotency.remember(person, key, print_, **endpoint.again(person, path, body))


def accept_first(person: Unit, row: Row) -> None:
    """A job that was given back to its engineer counts as accepted by what he did on it before."""
    job = queries.job(person, row.job_id) if row.job_id else None
    if job is None or job["status"] != "assigned" or job["accepted_at"] or row.path.endswith(("/accept", "/refuse")):
        return
    accept = edge.endpoint("POST", f"/work-orders/{row.job_id}/accept")
    if accept and job["engineer_id"] == person.actor.employee_id:
        accept.again(person, f"{edge.BASE}/work-orders/{row.job_id}/accept", {})


def applied(unit: Unit, row: Row, passed: Passed, *, by: str | None = None, note: str | None = None) -> None:
    """It took effect; the next one may follow."""
    fact = facts.HeldCommandApplied(label=answers.label_of(row.path).zh, decided=by is not None, note=note)
    log.append(
        unit, row, fact, status="applied", decided_at=unit.now, decided_by_id=by, decision_note=note, refusal=None
    )  # fmt: skip
    gate.settle(unit, passed, "applied")


def said(problem: Problem) -> dict[str, str]:
    """Why it was refused, as a held command keeps it."""
    return {"slug": problem.slug, "zh": speak(problem.detail, "zh"), "en": speak(problem.detail, "en")}


def for_a_person(unit: Unit, row: Row, reason: str, problem: Problem | None = None) -> None:
    """It cannot take effect by itself: a person decides."""
    refusal = None
    if problem:
        refusal = said(problem)
        label = answers.label_of(row.path).zh
        fact: Any = facts.HeldCommandRefused(label=label, slug=problem.slug, detail=refusal["zh"])
    else:
        fact = facts.HeldCommandOverdue(label=answers.label_of(row.path).zh)
    log.append(unit, row, fact, status="held", reason=reason, refusal=refusal, decide_from=unit.now)


@jobs.handler(RELEASE)
def release(job: jobs.Claim) -> jobs.Apply:
    """The predecessor came: try the one that waited for it."""

    def apply(unit: Unit) -> None:
        row = queries.any_one(unit, job.payload["id"])
        if row.status != "waiting":
            return
        passed = passed_of(unit, row)
        found = queries.job(unit, row.job_id) if row.job_id else None
        if found and gate.lost(unit, passed, found):
            for_a_person(unit, row, "lost_job")
            return
        try:
            perform(unit, row, passed)
        except Problem as problem:
            for_a_person(unit, row, "refused", problem)
        else:
            applied(unit, row, passed)

    return apply


@jobs.handler(OVERDUE)
def overdue(job: jobs.Claim) -> jobs.Apply:
    """The predecessor did not come in time (P10)."""

    def apply(unit: Unit) -> None:
        row = queries.any_one(unit, job.payload["id"])
        if row.status == "waiting":
            for_a_person(unit, row, "predecessor")

    return apply
