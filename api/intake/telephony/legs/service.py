"""What pops up on an agent's screen, and what he asks the exchange to do with the call."""

from __future__ import annotations

from typing import Any

from api.events import log
from api.intake.service_requests.workflow import WORKFLOW as CASES
from api.intake.telephony.legs import facts, queries, schemas
from api.intake.telephony.legs.workflow import WORKFLOW
from api.intake.telephony.requests import asking
from api.kit import phones
from api.kit.unit import Row, Unit

BASE = "/api/v1/call-legs"


def listed(unit: Unit, query: schemas.Query) -> dict[str, Any]:
    """Sides of calls, the newest first."""
    found = queries.page_of(unit, query)
    return found | {"items": _shown(unit, found["items"])}


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One side of a call with who calls (R42).

    :raises NotFound: also for one the caller may not see.
    """
    return _shown(unit, [queries.whole(unit, id)])[0]


def answer(unit: Unit, id: str, command: schemas.Answering) -> dict[str, Any]:
    """Take the call; the exchange puts it through (R39).

    :raises LineDown: no exchange is connected.
    """
    return _ask(unit, id, "answer")


def pass_on(unit: Unit, id: str, command: schemas.Pass) -> dict[str, Any]:
    """Let another take it.

    :raises LineDown: no exchange is connected.
    """
    return _ask(unit, id, "pass-on")


def hold(unit: Unit, id: str, command: schemas.Hold) -> dict[str, Any]:
    """Let the customer wait.

    :raises LineDown: no exchange is connected.
    """
    return _ask(unit, id, "hold")


def resume(unit: Unit, id: str, command: schemas.Resume) -> dict[str, Any]:
    """Go on talking.

    :raises LineDown: no exchange is connected.
    """
    return _ask(unit, id, "resume")


def hang_up(unit: Unit, id: str, command: schemas.HangUp) -> dict[str, Any]:
    """End the call.

    :raises LineDown: no exchange is connected.
    """
    return _ask(unit, id, "hang-up")


def transfer(unit: Unit, id: str, command: schemas.Transfer) -> dict[str, Any]:
    """Pass the call on with what it is about (R57).

    :raises LineDown: no exchange is connected.
    """
    return _ask(unit, id, "transfer", to_extension=command.to_extension, statement=command.statement)


def _ask(
    unit: Unit, id: str, action: str, *, to_extension: str | None = None, statement: str | None = None
) -> dict[str, Any]:
    leg = queries.one(unit, id, lock=True)
    WORKFLOW.fire(unit, action, leg, BASE)
    kind = action.replace("-", "_")
    exchange_id = queries.call_of(unit, leg)["exchange_id"]
    asked = asking.ask(unit, exchange_id, kind, leg.call_id, leg.extension, to_extension=to_extension)
    fact = facts.LegAsked(kind=kind, request_id=asked, to_extension=to_extension, statement=statement)
    log.append(unit, leg, fact)
    return read(unit, id)


def _shown(unit: Unit, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Legs as they are answered; who calls is asked once for all of them."""
    numbers = {row["phone"] for row in rows if row["phone"]}
    known = {row["called_customer_id"] for row in rows if row["called_customer_id"]}
    people = queries.callers(unit, numbers, known) if numbers or known else []
    matters = queries.matters(unit, {person["id"] for person in people})
    return [_leg(unit, row, _callers(row, people), matters) for row in rows]


def _callers(row: dict[str, Any], people: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each customer once: the one that the agent named, else all that have this number."""
    named = row["called_customer_id"]
    fitting = [p for p in people if (p["id"] == named if named else p["value"] == row["phone"])]
    best: dict[str, dict[str, Any]] = {}
    for person in fitting:
        better = person["contact_id"] == row["called_contact_id"] or person["value"] == row["phone"]
        if person["id"] not in best or (better and best[person["id"]]["value"] != row["phone"]):
            best[person["id"]] = person
    return list(best.values())


def _leg(
    unit: Unit, row: dict[str, Any], people: list[dict[str, Any]], matters: list[dict[str, Any]]
) -> dict[str, Any]:
    person = people[0] if len(people) == 1 else None
    open_ = [matter for matter in matters if person and matter["customer_id"] == person["id"]]
    subject = queries.as_row(row)
    own = row["employee_id"] == unit.actor.employee_id and row["direction"] == "inbound" and row["status"] != "over"
    return {
        "id": row["id"], "version": row["version"], "status": row["status"],
        "status_label": WORKFLOW.label(row["status"], unit.locale), "offered": WORKFLOW.offered(unit, subject, BASE),
        "call_id": row["call_id"], "call_number": row["call_number"], "case_id": row["case_id"],
        "direction": row["direction"], "agent": {"id": row["employee_id"], "name": row["agent_name"]},
        "extension": row["extension"], "queue": row["queue"],
        "phone": phones.shown(row["phone"]) | ({"value": row["phone"]} if own else {}),
        "caller_name": row["caller_name"], "rang_at": row["rang_at"], "answered_at": row["answered_at"],
        "ended_at": row["ended_at"], "ending": row["ending"], "matches": len(people),
        "customer": person and {"id": person["id"], "name": person["name"], "class": person["class"]},
        "contact": person and {
            "id": person["contact_id"], "name": person["contact_name"], "title": person["title"],
            "phone": phones.shown(person["value"]),
        },
        "matters": [_matter(unit, Row(None, matter)) for matter in open_[: queries.MATTERS]],  # type: ignore[arg-type]
        "open_matters": open_[0]["all"] if open_ else 0,
    }  # fmt: skip


def _matter(unit: Unit, matter: Row) -> dict[str, Any]:
    return {
        "id": matter.id, "number": matter.number, "subject": matter.subject, "status": matter.status,
        "status_label": CASES.label(matter.status, unit.locale), "calls": matter.calls, "due_at": matter.due_at,
    }  # fmt: skip
