"""What the telephone team does with a call, from the first ring to hanging up."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from api.access.policy import RIGHTS, P
from api.events import log
from api.intake.calls import facts, queries, schemas
from api.intake.calls.model import Call
from api.intake.calls.workflow import WORKFLOW
from api.intake.service_requests import course
from api.intake.service_requests import queries as cases
from api.intake.telephony.presences import service as presences
from api.kit import phones
from api.kit.numbering import next_number
from api.kit.problems import Forbidden, Invalid, NotFound
from api.kit.unit import Unit
from api.kit.words import Words
from api.network.settings import limits

BASE = "/api/v1/calls"
_SKEW = timedelta(minutes=2)
"""How far the telephone's clock may run ahead of ours."""


def create(unit: Unit, command: schemas.Create) -> dict[str, Any]:
    """Record a call as taken by the caller of this endpoint, with how long it rang (R39, D11).

    :raises Invalid: times that cannot be.
    """
    station = _station(unit)
    answered_at, rang_at = command.answered_at or unit.now, command.rang_at
    if answered_at > unit.now + _SKEW:
        raise Invalid.field("/body/answered_at", "in_future", Words("还没到这个时间", "That time is still to come"))
    if rang_at and rang_at > answered_at:
        late = Words("响铃不能晚于接起", "It cannot ring after it was answered")
        raise Invalid.field("/body/rang_at", "after_answer", late)
    wait = round((answered_at - rang_at).total_seconds()) if rang_at else None
    today = unit.now.astimezone(ZoneInfo(station["time_zone"])).date()
    call = unit.insert(
        Call,
        id=command.id,
        number=next_number(unit, "CL", station["code"], today),
        station_id=station["id"],
        status="answered",
        direction=command.direction,
        phone=command.from_number,
        rang_at=rang_at or answered_at,
        answered_at=answered_at,
        wait_seconds=wait,
        rings=command.rings,
        within_limit=within(unit, command.direction, command.rings, wait, station["id"]),
        agent_id=unit.actor.employee_id,
        repeat=False,
    )
    log.append(
        unit,
        call,
        facts.CallAnswered(
            number=call.number,
            direction=call.direction,
            wait_seconds=wait,
            rings=call.rings,
            within_limit=call.within_limit,
            phone=call.phone,
        ),
    )
    return read(unit, call.id)


def _station(unit: Unit) -> dict[str, Any]:
    """Where the caller of this endpoint takes calls: the station of the post that lets him."""
    posts = [grant.station_id for grant in unit.actor.grants if P.CALLS_CREATE in RIGHTS[grant.role]]
    found = queries.station(unit, posts[0]) if posts and posts[0] else None
    if found is None:
        raise Forbidden(permission=str(P.CALLS_CREATE))
    return found


def within(unit: Unit, direction: str, rings: int | None, wait: int | None, station_id: str) -> bool | None:
    """Answered within 3 rings (R39), which are 15 seconds where only the time is known (D11); not judged outbound."""
    if direction == "outbound":
        return None
    if rings is not None:
        return bool(rings <= limits.get(unit, "call.rings", station_id))
    return None if wait is None else bool(wait <= limits.get(unit, "call.answer_seconds", station_id))


def identify(unit: Unit, id: str, command: schemas.Identify) -> dict[str, Any]:
    """Say who is calling (R41).

    :raises Invalid: no such customer, or a contact of another one.
    """
    call = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "identify", call, BASE)
    known, belongs = queries.belongs(unit, command.customer_id, command.contact_id)
    if not known:
        raise Invalid.field("/body/customer_id", "not_found", Words("没有这位客户", "There is no such customer"))
    if not belongs:
        other = Words("这位联系人不属于这位客户", "That contact is not this customer's")
        raise Invalid.field("/body/contact_id", "belongs_elsewhere", other)
    if call.case_id and call.customer_id != command.customer_id:
        bound = Words("这通电话的事是另一位客户的", "The matter of this call is another customer's")
        raise Invalid.field("/body/customer_id", "belongs_elsewhere", bound)
    fact = facts.CallIdentified(customer_id=command.customer_id, contact_id=command.contact_id)
    log.append(unit, call, fact, customer_id=command.customer_id, contact_id=command.contact_id, **changes)
    return read(unit, id)


def same_matter(unit: Unit, id: str, command: schemas.SameMatter) -> dict[str, Any]:
    """Flag and count a further call on an open matter: the customer had to call again (R42).

    :raises Invalid: no such matter, or another customer's.
    :raises MatterOver: it is closed; a new request or its reopening is due instead.
    """
    call = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "same-matter", call, BASE)
    try:
        case = cases.one(unit, command.service_request_id, lock=True)
    except NotFound:
        unknown = Words("没有这件事", "There is no such matter")
        raise Invalid.field("/body/service_request_id", "not_found", unknown) from None
    if call.customer_id not in (None, case.customer_id):
        other = Words("这件事是另一位客户的", "That matter is another customer's")
        raise Invalid.field("/body/service_request_id", "belongs_elsewhere", other)
    course.called_again(unit, case, call.id, command.note)
    log.append(
        unit,
        call,
        facts.CallMatched(service_request_id=case.id, note=command.note),
        case_id=case.id,
        customer_id=case.customer_id,
        repeat=True,
        **changes,
    )
    return read(unit, id)


def close(unit: Unit, id: str, command: schemas.Close) -> dict[str, Any]:
    """Hang up with the outcome; a question answered on the spot is written down (R53).

    :raises Invalid: an outcome that the call itself contradicts.
    """
    call = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "close", call, BASE)
    if command.outcome == "request" and call.case_id is None:
        none = Words("还没有登记需求", "No request was taken in")
        raise Invalid.field("/body/outcome", "no_request", none)
    if command.outcome == "answered" and call.case_id is None and command.note is None:
        blank = Words("写下问了什么、怎么答的", "Write down what was asked and answered")
        raise Invalid.field("/body/note", "missing", blank)
    fact = facts.CallClosed(number=call.number, outcome=command.outcome, note=command.note)
    ended_at = call.ended_at or unit.now
    log.append(unit, call, fact, ended_at=ended_at, outcome=command.outcome, note=command.note, **changes)
    if call.exchange_id and call.agent_id:
        presences.wrote_down(unit, call.agent_id, id)
    return read(unit, id)


def read(unit: Unit, id: str) -> dict[str, Any]:
    """The whole call; its number is shown to the agent who is on it, masked to everybody else.

    :raises NotFound: also for a call the caller may not see.
    """
    found = queries.whole(unit, id)
    if found is None:
        raise NotFound
    call = queries.as_row(found)
    case = call.case_id and {
        "id": call.case_id, "number": call.case_number, "subject": call.case_subject, "status": call.case_status,
    }  # fmt: skip
    return {
        "id": call.id, "number": call.number, "version": call.version, "status": call.status,
        "status_label": WORKFLOW.label(call.status, unit.locale), "offered": WORKFLOW.offered(unit, call, BASE),
        "direction": call.direction, "phone": _phone(unit, vars(call)), "rang_at": call.rang_at,
        "answered_at": call.answered_at, "ended_at": call.ended_at, "wait_seconds": call.wait_seconds,
        "rings": call.rings, "within_limit": call.within_limit,
        "agent": call.agent_id and {"id": call.agent_id, "name": call.agent_name},
        "station": {"id": call.station_id, "code": call.station_code, "name": call.station_name},
        "customer": call.customer_id and {
            "id": call.customer_id, "name": call.customer_name, "class": call.customer_class,
        },
        "contact": call.contact_id and {
            "id": call.contact_id, "name": call.contact_name, "title": call.contact_title,
            "phone": phones.shown(call.contact_phone),
        },
        "service_request": case, "repeat_of": case if call.repeat else None,
        "repeat_count": call.case_calls - 1 if call.case_id else 0,
        "caller_name": call.caller_name, "queue": call.queue, "exchange_id": call.exchange_id, "outcome": call.outcome,
        "outcome_label": _outcome(unit, call.outcome), "note": call.note,
        "greeting": greeting(unit, call.station_name, call.agent_name),
    }  # fmt: skip


def greeting(unit: Unit, station: str, agent: str | None) -> str:
    """The standard opening with the agent's own name (R40)."""
    name = agent or unit.actor.name
    said = Words(
        "您好，{station}，我是{name}。请问有什么可以帮您？", "Hello, {station}, this is {name}. How may I help?"
    )
    return unit.say(said.format(station=station, name=name))


def _phone(unit: Unit, call: dict[str, Any]) -> dict[str, str | None]:
    """Shown to the agent who is on it, unless the exchange dialled it for him: that needs no showing (T31)."""
    own = call["agent_id"] is not None and call["agent_id"] == unit.actor.employee_id
    dialled = call["direction"] == "outbound" and call["exchange_id"] is not None
    return phones.shown(call["phone"]) | ({"value": call["phone"]} if own and not dialled else {})


def _outcome(unit: Unit, outcome: str | None) -> str | None:
    return schemas.OUTCOMES[outcome].into(unit.locale) if outcome else None


def line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """One line of the list, made of a row of `queries.page`."""
    row["phone"] = _phone(unit, row)
    row.pop("exchange_id")
    agent, name = row.pop("agent_id"), row.pop("agent_name")
    row["agent"] = agent and {"id": agent, "name": name}
    row["station"] = {
        "id": row.pop("station_id"), "code": row.pop("station_code"), "name": row.pop("station_name"),
    }  # fmt: skip
    row["status_label"] = WORKFLOW.label(row["status"], unit.locale)
    row["outcome_label"] = _outcome(unit, row["outcome"])
    return row
