"""How a follow-up is shown: the line of the day's list, and the call with script, questions and the job it is about."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from api.aftercare.follow_ups import hours, queries
from api.aftercare.follow_ups.words import FAREWELL, OUTCOMES, QUESTIONS, SCRIPT
from api.aftercare.follow_ups.workflow import WORKFLOW
from api.kit.phones import shown
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.clocks import explain
from api.network.settings import limits

BASE = "/api/v1/follow-ups"
_ROW = (
    "id", "number", "version", "status", "open", "due_from", "due_at", "attempts", "customer_name", "phone", "subject",
    "order_number", "engineer_id", "engineer_name", "done_at", "case_id", "case_number", "case_subject", "case_status",
    "station_id", "station_code", "station_name", "clock_state", "clock_due_at", "clock_started_at", "clock_soon_at",
    "csi",
)  # fmt: skip
_JOB = (
    "promised_at", "arrived_at", "done_at", "diagnosis", "work_done", "test_result", "signature_kind", "signer",
    "signature_reason", "handed_in_at",
)  # fmt: skip


def line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """One line of the list, made of a row of `queries.page`."""
    engineer, name = row.pop("engineer_id"), row.pop("engineer_name")
    state, due_at = row.pop("clock_state"), row.pop("clock_due_at")
    started, soon = row.pop("clock_started_at"), row.pop("clock_soon_at")
    row["phone"] = shown(row["phone"])
    row["engineer"] = {"id": engineer, "name": name} if engineer else None
    row["case"] = {
        "id": row.pop("case_id"), "number": row.pop("case_number"), "subject": row.pop("case_subject"),
        "status": row.pop("case_status"),
    }  # fmt: skip
    row["station"] = {
        "id": row.pop("station_id"), "code": row.pop("station_code"), "name": row.pop("station_name")
    }  # fmt: skip
    row["status_label"] = WORKFLOW.label(row["status"], unit.locale)
    row["clock"] = state and {
        "kind": "follow_up", "label": explain.label(unit, "follow_up"), "state": state, "due_at": due_at,
        "started_at": started, "stopped_at": None, "due_soon_at": soon,
    }  # fmt: skip
    return row


def read(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any]:
    """The whole follow-up.

    :raises NotFound: also for one the caller may not see.
    """
    found = queries.whole(unit, id, scoped=scoped)
    if found is None:
        raise NotFound
    row = queries.as_row(found)
    return line(unit, {name: found[name] for name in _ROW}) | {
        "offered": WORKFLOW.offered(unit, row, BASE),
        "hours": hours.at(limits.get(unit, "follow_up.hours", row.station_id), row.time_zone, unit.now),
        "script": unit.say(_script(unit, row)),
        "farewell": unit.say(FAREWELL),
        "questions": [
            {"key": key, "kind": kind, "text": unit.say(text)} for key, (kind, text) in QUESTIONS.items()
        ],
        "tries": [_try(unit, attempt) for attempt in queries.tries(unit, row.id)],
        "answers": row.answers, "reason": row.reason, "root_cause": row.root_cause, "measure": row.measure,
        "waiver": row.waiver,
        "order": row.work_order_id and (
            {"id": row.work_order_id, "number": row.order_number} | {name: found[name] for name in _JOB}
        ),
        "customer": {"id": row.customer_id, "name": row.customer_name, "class": row.customer_class},
        "do_not_call": row.do_not_call,
        "contact": row.contact_id and {
            "id": row.contact_id, "name": row.contact_name, "title": row.contact_title, "phone": shown(found["phone"]),
        },
        "created_at": row.created_at, "closed_at": row.closed_at,
        "clocks": explain.read(unit, subject_id=row.id),
    }  # fmt: skip


def _script(unit: Unit, row: Row) -> Words:
    done = row.done_at or row.created_at
    day = done.astimezone(ZoneInfo(row.time_zone))
    return SCRIPT.format(
        station=row.station_name, caller=queries.caller_name(unit) or "",
        engineer=row.engineer_name or Words("我们的工程师", "our engineer"),
        day=Words(f"{day.month} 月 {day.day} 日", f"{day:%B} {day.day}"), subject=row.subject,
    )  # fmt: skip


def _try(unit: Unit, attempt: dict[str, Any]) -> dict[str, Any]:
    by, name = attempt.pop("by_id"), attempt.pop("by_name")
    attempt["by"] = {"id": by, "name": name} if name else None
    attempt["outcome_label"] = unit.say(OUTCOMES[attempt["outcome"]])
    return attempt
