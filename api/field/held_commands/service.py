"""What a person decides of a held command: it counts, as who sent it, or it is set aside with a reason."""

from __future__ import annotations

from typing import Any

from api.events import log
from api.field.held_commands import answers, facts, gate, queries, releasing, schemas
from api.field.held_commands.problems import HeldCommandStuck
from api.field.held_commands.workflow import WORKFLOW
from api.kit.problems import Problem
from api.kit.unit import Unit


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
    changes = WORKFLOW.fire(unit, "set-aside", row, answers.BASE)
    fact = facts.HeldCommandSetAside(label=answers.label_of(row.path).zh, reason=command.reason)
    log.append(
        unit, row, fact, **changes, decided_at=unit.now, decided_by_id=unit.actor.employee_id,
        decision_note=command.reason,
    )  # fmt: skip
    gate.settle(unit, releasing.passed_of(unit, row), "set_aside")
    return answers.read(unit, id, scoped=False)
