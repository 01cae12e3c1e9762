"""Conflicts: kept when an edit of a phone meets another's, decided by a person."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from api.access.actor import SYSTEM
from api.events import log
from api.field.conflicts import answers, facts, queries, schemas
from api.field.conflicts.model import Conflict
from api.field.conflicts.workflow import WORKFLOW
from api.kit import edits
from api.kit.db import savepoint
from api.kit.edits import Clashing
from api.kit.problems import Forbidden, NotFound
from api.kit.unit import Row, Unit
from api.kit.validation import storable


@edits.keeper
def keep_both(unit: Unit, subject: Row, title: str, clashes: list[Clashing]) -> None:
    """What clashed stands here with both values and in the log; the record keeps what it has (P9)."""
    assert unit.device
    for found in clashes:
        base = storable(found.base)
        row = unit.insert(
            Conflict, station_id=subject.station_id, employee_id=unit.actor.employee_id,
            device_id=unit.device["id"], device_seq=unit.device["seq"], subject=subject._table.name,
            subject_id=subject.id, title=title[:200], case_id=getattr(subject, "case_id", None),
            job_id=unit.device.get("job_id"), field=found.field, label_zh=found.label.zh[:120],
            label_en=found.label.en[:120], base=base, theirs=found.theirs, mine=found.mine,
            occurred_raw=unit.device.get("at"), corrected_at=unit.occurred_at or unit.now, status="open",
        )  # fmt: skip
        fact = facts.ConflictRaised(
            subject=row.subject, subject_id=row.subject_id, field=found.field, label=found.label.zh,
            device_id=row.device_id, base=base, theirs=found.theirs, mine=found.mine,
        )  # fmt: skip
        log.append(unit, row, fact, case_id=row.case_id)


def keep(unit: Unit, id: str, command: schemas.Decide) -> dict[str, Any]:
    """What is there stays; the other value stays in the story."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "keep", row, answers.BASE)
    now = answers.read(unit, id)["now"]
    return _decided(unit, row, "kept", command, former=now, value=now, **changes)


def take(unit: Unit, id: str, command: schemas.Decide) -> dict[str, Any]:
    """What the phone brought is written: in the decider's name where he may write there himself.

    :raises Problem: as the edit itself would be refused today.
    """
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "take", row, answers.BASE)
    former = answers.read(unit, id)["now"]
    _write(unit, row)
    return _decided(unit, row, "taken", command, former=former, value=row.mine, **changes)


def _write(unit: Unit, row: Row) -> None:
    """By the decider where he may write there himself, else by rule: that he decides is what his right says."""
    kind = edits.KINDS[row.subject]
    plain = replace(unit, match=None, path_id=None)
    try:
        with savepoint(unit.conn):
            kind.write(plain, row.subject_id, row.field, row.mine)
    except (Forbidden, NotFound):
        kind.write(replace(plain, actor=SYSTEM), row.subject_id, row.field, row.mine)


def _decided(unit: Unit, row: Row, choice: str, command: schemas.Decide, **more: Any) -> dict[str, Any]:
    fact = facts.ConflictDecided(
        label=row.label_zh, choice=choice, former=more.pop("former"), value=more.pop("value"), note=command.note
    )
    log.append(
        unit, row, fact, **more, decided_at=unit.now, decided_by_id=unit.actor.employee_id, decision_note=command.note
    )
    return answers.read(unit, row.id)
