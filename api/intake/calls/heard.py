"""What exchanges tell of calls, written to the call: times, who took it, whether anybody did (R39, D11).

The call is made by the first event of it, whichever that is, and set right by every later one. What an agent wrote of it
(customer, matter, outcome) is never touched.
"""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from api.events import log
from api.intake.calls import facts, queries, service
from api.intake.calls.model import Call
from api.intake.calls.workflow import SPOKEN, WORKFLOW
from api.intake.telephony.events.folding import Story
from api.intake.telephony.legs import heard as legs
from api.kit import phones
from api.kit.numbering import next_number
from api.kit.unit import Row, Unit

INTERNAL = 5
"""Shorter numbers are the exchange's own extensions."""


def tell(unit: Unit, exchange_id: str, call_id: str | None, story: Story) -> str:
    """Bring the call to what its story says, or make it; gives its id."""
    exchange = queries.exchange(unit, exchange_id)
    call_id = call_id or (story.request_id and queries.asked_for(unit, exchange_id, story.request_id))
    seated = legs.Seats.of(unit, exchange_id, story)
    call = queries.told(unit, call_id) if call_id else _made(unit, exchange, story)
    _correct(unit, call, exchange, story, seated)
    legs.tell(unit, call, story, seated)
    return str(call.id)


def _made(unit: Unit, exchange: dict[str, Any], story: Story) -> Row:
    today = unit.now.astimezone(ZoneInfo(exchange["time_zone"])).date()
    call = unit.insert(
        Call,
        number=next_number(unit, "CL", exchange["station_code"], today),
        station_id=exchange["station_id"],
        exchange_id=exchange["id"],
        status="ringing",
        direction=story.direction or "inbound",
        phone=_phone(exchange, story.number),
        caller_name=story.caller_name,
        queue=story.queue,
        rang_at=story.rang_at,
        repeat=False,
    )
    fact = facts.CallRang(number=call.number, direction=call.direction, rang_at=call.rang_at, phone=call.phone)
    log.append(unit, call, fact)
    return call


def _correct(unit: Unit, call: Row, exchange: dict[str, Any], story: Story, seated: legs.Seats) -> None:
    """The call's own row, and a fact for each thing that it now tells anew."""
    wanted = _measured(unit, call, exchange, story) | _state(unit, call, story)
    if story.ended_at is None and wanted.get("status", call.status) == "closed":
        wanted["ended_at"] = call.ended_at  # ended by its agent or by the clock; the exchange has not said yet
    agent = seated.employee(story.talker, story.answered_at) if story.talker else None
    if agent:
        wanted["agent_id"] = agent
    changes = {name: value for name, value in wanted.items() if getattr(call, name) != value}
    if not changes:
        return
    told = _facts(call, changes, wanted)
    log.append(unit, call, told[0], **changes)
    for fact in told[1:]:
        log.record(unit, call, fact)


def _measured(unit: Unit, call: Row, exchange: dict[str, Any], story: Story) -> dict[str, Any]:
    direction, judged = story.direction or call.direction, story.answered_at is not None
    wait = round((story.answered_at - story.rang_at).total_seconds()) if story.answered_at else None
    return {
        "direction": direction,
        "phone": _phone(exchange, story.number) or call.phone,
        "caller_name": story.caller_name,
        "queue": story.queue,
        "rang_at": story.rang_at,
        "answered_at": story.answered_at,
        "ended_at": story.ended_at,
        "wait_seconds": wait,
        "rings": story.rings,
        "within_limit": service.within(unit, direction, story.rings, wait, call.station_id) if judged else None,
    }


def _state(unit: Unit, call: Row, story: Story) -> dict[str, Any]:
    """Where the call stands. A call that a machine ended as missed is open again when somebody is found to have taken it."""
    if story.answered_at is None:
        if story.ended_at and call.status == "ringing":
            return WORKFLOW.fire(unit, "give-up", call) | {"outcome": nobody(story.direction or call.direction)}
        return {}
    if call.status == "ringing" or (call.status == "closed" and call.outcome in ("missed", "no_answer")):
        taken: dict[str, Any] = WORKFLOW.fire(unit, "pick-up", call) | {"outcome": None}
        return taken | _state(unit, Row(call._table, vars(call) | taken), story)
    if story.transferred and call.status == "answered":
        return WORKFLOW.fire(unit, "pass-over", call)
    if story.ended_at and call.status in SPOKEN - {"reply_promised"} and call.case_id:
        return WORKFLOW.fire(unit, "finish", call) | {"outcome": "request"}
    return {}


def nobody(direction: str) -> str:
    """How a call ends that nobody took."""
    return "missed" if direction == "inbound" else "no_answer"


def _facts(call: Row, changes: dict[str, Any], wanted: dict[str, Any]) -> list[Any]:
    told: list[Any] = []
    if changes.get("answered_at") and call.answered_at is None:
        told.append(
            facts.CallAnswered(
                number=call.number, direction=wanted["direction"], wait_seconds=wanted["wait_seconds"],
                rings=wanted["rings"], within_limit=wanted["within_limit"], phone=wanted["phone"],
            )
        )  # fmt: skip
    elif changes.get("agent_id") and call.agent_id is not None:
        told.append(facts.CallTransferred(number=call.number, employee_id=changes["agent_id"]))
    if changes.get("ended_at") and call.ended_at is None:
        talked = wanted["answered_at"] is not None
        kind = facts.CallHungUp if talked else facts.CallMissed
        told.append(kind(number=call.number, ended_at=changes["ended_at"]))
    return told or [facts.CallCorrected(number=call.number, changed=sorted(changes.keys() - {"phone", "caller_name"}))]


def _phone(exchange: dict[str, Any], number: str | None) -> str | None:
    """The number in E.164, or None for a withheld one and for extensions."""
    plain = (number or "").strip()
    digits = "".join(filter(str.isdigit, plain))
    if len(digits) < INTERNAL:
        return None
    if exchange["area_code"] and not plain.startswith("+") and len(digits) in (7, 8) and digits[0] not in "01":
        plain = exchange["area_code"] + digits
    try:
        return phones.to_e164(plain)
    except phones.NotAPhone:
        return None
