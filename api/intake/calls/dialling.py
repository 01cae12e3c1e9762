"""Calling out at a click: the exchange gets the number, the screen does not (T31)."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from api.events import log
from api.intake.calls import facts, queries, schemas, service
from api.intake.calls.model import Call
from api.intake.service_requests import queries as cases
from api.intake.telephony.extensions import queries as extensions
from api.intake.telephony.legs import facts as leg_facts
from api.intake.telephony.model import CallLeg
from api.intake.telephony.requests import asking
from api.intake.telephony.requests.problems import LineDown, NoSeat
from api.kit.numbering import next_number
from api.kit.problems import Invalid, NotFound
from api.kit.unit import Unit
from api.kit.words import Words


def dial(unit: Unit, command: schemas.Dial) -> dict[str, Any]:
    """Ask the exchange to call somebody and to ring the caller of this endpoint.

    :raises Invalid: not exactly one of contact, call and number; or one that is not there or has no number.
    :raises NoSeat: he sits at no extension.
    :raises LineDown: no exchange is connected.
    """
    number, customer_id, contact_id = _whom(unit, command)
    case = _case(unit, command, customer_id)
    seat = extensions.of_employee(unit, unit.actor.employee_id) if unit.actor.employee_id else None
    if seat is None:
        raise NoSeat
    if not seat["active"]:
        raise LineDown
    exchange = queries.exchange(unit, seat["exchange_id"])
    today = unit.now.astimezone(ZoneInfo(exchange["time_zone"])).date()
    call = unit.insert(
        Call,
        number=next_number(unit, "CL", exchange["station_code"], today),
        station_id=exchange["station_id"],
        exchange_id=exchange["id"],
        status="ringing",
        direction="outbound",
        phone=number,
        rang_at=unit.now,
        agent_id=unit.actor.employee_id,
        customer_id=customer_id,
        contact_id=contact_id,
        case_id=case,
        repeat=False,
    )
    fact = facts.CallDialled(number=call.number, contact_id=contact_id, call_back_of_id=command.call_id)
    log.append(unit, call, fact)
    asked = asking.ask(unit, exchange["id"], "dial", call.id, seat["number"], to_number=number)
    leg = unit.insert(
        CallLeg, call_id=call.id, station_id=seat["station_id"], employee_id=unit.actor.employee_id,
        extension=seat["number"], status="dialling", rang_at=unit.now,
    )  # fmt: skip
    log.append(unit, leg, leg_facts.LegAsked(kind="dial", request_id=asked))
    return service.read(unit, call.id)


def _whom(unit: Unit, command: schemas.Dial) -> tuple[str, str | None, str | None]:
    given = [name for name in ("contact_id", "call_id", "number") if getattr(command, name) is not None]
    if len(given) != 1:
        one = Words("联系人、来电、号码给一项", "Give one of contact, call and number")
        raise Invalid.field(f"/body/{given[1] if given else 'number'}", "one_of", one)
    if command.number is not None:
        return command.number, None, None
    if command.contact_id is not None:
        found = queries.contact_number(unit, command.contact_id)
        if found is None or found["value"] is None:
            none = Words("没有这位联系人，或没有号码", "There is no such contact, or no number")
            raise Invalid.field("/body/contact_id", "not_found", none)
        return found["value"], found["customer_id"], found["id"]
    assert command.call_id is not None
    try:
        earlier = queries.one(unit, command.call_id)
    except NotFound:
        earlier = None
    if earlier is None or earlier.phone is None:
        none = Words("没有这通电话，或号码不显示", "There is no such call, or its number was withheld")
        raise Invalid.field("/body/call_id", "not_found", none)
    return earlier.phone, earlier.customer_id, earlier.contact_id


def _case(unit: Unit, command: schemas.Dial, customer_id: str | None) -> str | None:
    if command.service_request_id is None:
        return None
    try:
        case = cases.one(unit, command.service_request_id)
    except NotFound:
        case = None
    if case is None or customer_id not in (None, case.customer_id):
        none = Words("没有这件事，或是另一位客户的", "There is no such matter, or it is another customer's")
        raise Invalid.field("/body/service_request_id", "not_found", none)
    return str(case.id)
