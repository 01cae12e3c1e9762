"""Promises to answer: made, passed on, kept; and the register of what was answered at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from api.access import scope
from api.access.actor import SYSTEM
from api.access.policy import ROLE_LABELS, P, Role
from api.events import log
from api.intake.calls import turning
from api.intake.consultations import facts, limit, queries, schemas
from api.intake.consultations.model import Consultation
from api.intake.consultations.workflow import STATES, WORKFLOW
from api.intake.service_requests import ending
from api.intake.service_requests import queries as cases
from api.intake.service_requests.schemas import GiveAnswer
from api.intake.service_requests.workflow import WORKFLOW as CASES
from api.kit.numbering import next_number
from api.kit.phones import shown
from api.kit.problems import Duplicate, Forbidden, Invalid, NotFound, TransitionRefused
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.clocks import explain
from api.network.clocks import service as clocks
from api.network.stations import queries as stations

BASE = "/api/v1/consultations"


def promise(unit: Unit, command: schemas.Create) -> dict[str, Any]:
    """Promise the customer an answer by a time (R54), or pass the question on (R56); the clock runs from now.

    :raises Invalid: nobody to answer, a time that is past or beyond D12, a transfer to nobody or without its problem.
    :raises Forbidden: the case is not the caller's to work on.
    :raises Duplicate: an answer is owed already.
    :raises TransitionRefused: the case is over.
    """
    try:
        case = cases.one(unit, command.case_id, lock=True)
    except NotFound:
        none = Words("没有这件事", "There is no such matter")
        raise Invalid.field("/body/case_id", "not_found", none) from None
    if not case.open:
        over = Words("这件事已经结束，先重开", "The matter is over; reopen it first")
        raise TransitionRefused(over, offered=[])
    if known := queries.open_of(unit, case.id):
        owed = Words("已经答应过回复：{number}", "An answer is owed already: {number}").format(number=known.number)
        raise Duplicate(owed, id=known.id)
    contact_id = _whom(unit, case, command.contact_id)
    urgency = command.urgency or case.urgency
    latest, why = limit.latest(unit, case.station_id, urgency, unit.now)
    due = command.promised_at or latest
    if due <= unit.now:
        raise Invalid.field("/body/promised_at", "in_past", Words("要写将来的时间", "A time still to come"))
    if due > latest:
        late = Words("最迟 {at}：{why}", "At the latest {at}: {why}").format(
            at=limit.spoken(unit, case.station_id, latest), why=why
        )
        raise Invalid.field("/body/promised_at", "beyond_limit", late)
    to = _to(unit, command.transfer, "/body/transfer/") if command.transfer else None
    row = _insert(
        unit, case, id=command.id, call_id=command.call_id, contact_id=contact_id, status="promised", open=True,
        urgency=urgency, question=command.question or case.description or case.subject, due_at=due,
        owner_id=unit.actor.employee_id,
    )  # fmt: skip
    scope.demand(unit, P.CONSULTATIONS_CREATE, row)
    log.append(unit, row, facts.ConsultationPromised(number=row.number, due_at=due, urgency=urgency), case_id=case.id)
    clocks.start(
        unit, "reply", row, due_at=due, owner_id=row.owner_id, variant="urgent" if urgency == "urgent" else None
    )
    if command.call_id:
        turning.promise(unit, command.call_id, case, passed=bool(to))
    if to:
        _pass_on(unit, row, to)
    return changed(unit, row.id)


def latest(unit: Unit, query: schemas.Limit) -> dict[str, Any]:
    """What may be promised now at the caller's station.

    :raises Forbidden: he has no station.
    """
    own = [grant.station_id for grant in unit.actor.grants if grant.station_id]
    if not own:
        raise Forbidden(permission=str(P.CONSULTATIONS_CREATE))
    due, why = limit.latest(unit, own[0], query.urgency, unit.now)
    return {"latest_at": due, "why": unit.say(why)}


def _whom(unit: Unit, case: Row, wanted: str | None) -> str:
    contact_id = wanted or case.contact_id
    if contact_id is None or not queries.reachable(unit, contact_id, case.customer_id):
        # a promise that reaches nobody is none (R54)
        none = Words("留下联系人和电话，才能答应回复", "A contact with a number is needed to promise an answer")
        raise Invalid.field("/body/contact_id", "missing", none)
    return str(contact_id)


def _insert(unit: Unit, case: Row, **values: Any) -> Row:
    today = unit.now.astimezone(ZoneInfo(stations.zone_of(unit, case.station_id))).date()
    code = stations.known(unit, case.station_id).code
    return unit.insert(
        Consultation, created_by_id=unit.actor.employee_id, number=next_number(unit, "CS", code, today),
        station_id=case.station_id, case_id=case.id, customer_id=case.customer_id, **values,
    )  # fmt: skip


def transfer(unit: Unit, id: str, command: schemas.Transfer) -> dict[str, Any]:
    """Pass the question on to a department or an expert, with what was clarified (R56, R57); the promised time stands.

    :raises Invalid: to nobody, to somebody who is not there, or without the problem.
    """
    row = queries.one(unit, id, lock=True)
    WORKFLOW.fire(unit, "transfer", row, BASE)
    _pass_on(unit, row, _to(unit, command, "/body/"))
    return changed(unit, id)


def _to(unit: Unit, command: schemas.Transfer, at: str) -> dict[str, Any]:
    if (command.employee_id is None) == (command.role is None):
        one = Words("转给一个人，或转给一个岗位", "To a person or to a post")
        raise Invalid.field(f"{at}employee_id", "one_of", one)
    problem = command.problem or ""
    if len(problem) < schemas.CLEAR:
        unclear = Words(
            "先把问题弄清楚写下来，再转给别人", "Clarify the problem and write it down before passing it on"
        )
        raise Invalid.field(f"{at}problem", "missing", unclear)
    if command.employee_id is not None:
        somebody = queries.employee(unit, command.employee_id)
        if somebody is None:
            raise Invalid.field(f"{at}employee_id", "not_found", Words("没有这位同事", "There is no such colleague"))
        return {"owner_id": somebody["id"], "role": None, "problem": problem, "to": somebody["name"]}
    assert command.role
    return {"owner_id": None, "role": command.role, "problem": problem, "to": unit.say(ROLE_LABELS[Role(command.role)])}


def _pass_on(unit: Unit, row: Row, to: dict[str, Any]) -> None:
    fact = facts.ConsultationTransferred(
        number=row.number, to=to["to"], problem=to["problem"], employee_id=to["owner_id"], role=to["role"]
    )
    changes = {name: to[name] for name in ("owner_id", "role", "problem")} | {"status": "transferred"}
    log.append(unit, row, fact, **changes)


def take(unit: Unit, id: str, command: schemas.Nothing) -> dict[str, Any]:
    """Owe the answer oneself.

    :raises Forbidden: the caller is no employee.
    """
    row = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "take", row, BASE)
    if unit.actor.employee_id is None:
        raise Forbidden(permission=str(P.CONSULTATIONS_EDIT))
    fact = facts.ConsultationTaken(number=row.number, name=unit.actor.name)
    log.append(unit, row, fact, owner_id=unit.actor.employee_id, role=None, **changes)
    return changed(unit, id)


def inform(unit: Unit, id: str, command: schemas.Inform) -> dict[str, Any]:
    """Tell the customer how it stands and when it will be solved; from now on that time is watched (R55).

    :raises Invalid: a time that is past.
    """
    row = queries.one(unit, id, lock=True)
    changes: dict[str, Any] = WORKFLOW.fire(unit, "inform", row, BASE)
    if command.expected_at <= unit.now:
        raise Invalid.field("/body/expected_at", "in_past", Words("要写将来的时间", "A time still to come"))
    fact = facts.CustomerInformed(expected_at=command.expected_at, answer=command.answer)
    log.append(unit, row, fact, **changes | {"due_at": command.expected_at})
    running = clocks.find(unit, row, "solution")
    if running is not None:
        clocks.retarget(unit, running, command.expected_at, unit.say(Words("改了预计时间", "Another time is expected")))
    else:
        clocks.stop(unit, row, "reply")
        clocks.start(unit, "solution", row, due_at=command.expected_at, owner_id=row.owner_id)
    return changed(unit, id)


def reply(unit: Unit, id: str, command: schemas.Reply) -> dict[str, Any]:
    """Record the answer that the customer was given; a matter that an answer can end, ends with it (R53, R66)."""
    row = queries.one(unit, id, lock=True)
    _replied(unit, row, WORKFLOW.fire(unit, "reply", row, BASE)["status"], command.answer, command.way)
    case = queries.of_a_case(unit, row.case_id)
    step = CASES.steps["answer"]
    if CASES.refusal(unit, step, case) is None:
        # who was asked may not be one who ends cases: then it ends by rule, under the system's name
        by = unit if CASES.permits(unit, step, case) else by_rule(unit)
        ending.answer(by, case.id, GiveAnswer(answer=command.answer))
    return changed(unit, id)


def _replied(unit: Unit, row: Row, status: str, answer: str, way: str) -> None:
    in_time = row.due_at is None or unit.now <= row.due_at
    fact = facts.ConsultationReplied(number=row.number, way=way, answer=answer, in_time=in_time)
    log.append(
        unit, row, fact, status=status, open=False, answer=answer, way=way, replied_at=unit.now,
        replied_by_id=unit.actor.employee_id, in_time=in_time,
    )  # fmt: skip
    clocks.stop(unit, row, "reply")
    clocks.stop(unit, row, "solution")
    if row.call_id:
        turning.replied(unit, row.call_id)


def by_rule(unit: Unit) -> Unit:
    """The same transaction in the system's own name, for what follows whoever was asked."""
    return replace(unit, actor=SYSTEM, match=None)


# -- what follows from the case ----------------------------------------------------------------------------------------
def case_answered(unit: Unit, case: Row, status: str, answer: str) -> None:
    """The case ended with an answer: what was owed is given with it; what was not is written into the register."""
    if owed := queries.open_of(unit, case.id):
        _replied(unit, owed, WORKFLOW.fire(by_rule(unit), "reply", owed)["status"], answer, "call")
        return
    row = _insert(
        unit, case, contact_id=case.contact_id, status=status, open=False, urgency=case.urgency,
        question=case.description or case.subject, answer=answer, replied_at=unit.now,
        replied_by_id=unit.actor.employee_id, in_time=True,
    )  # fmt: skip
    log.append(unit, row, facts.ConsultationRecorded(number=row.number, status=status), case_id=case.id)


def case_over(unit: Unit, case: Row) -> None:
    """The case came to another end: nothing is owed any more."""
    if owed := queries.open_of(unit, case.id):
        changes = WORKFLOW.fire(by_rule(unit), "withdraw", owed)
        log.append(unit, owed, facts.ConsultationCancelled(number=owed.number), open=False, **changes)
        clocks.cancel(unit, owed)


# -- reading -----------------------------------------------------------------------------------------------------------
def line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """One line of the register."""
    kept = (
        "id", "number", "version", "status", "open", "urgency", "question", "role", "due_at", "created_at", "replied_at",
        "in_time", "answer",
    )  # fmt: skip
    clock = row["clock_kind"] and {
        "kind": row["clock_kind"], "label": explain.label(unit, row["clock_kind"]), "state": row["clock_state"],
        "due_at": row["clock_due_at"], "started_at": row["clock_started"], "stopped_at": None,
        "due_soon_at": row["clock_soon"],
    }  # fmt: skip
    return {name: row[name] for name in kept} | {
        "status_label": STATES[row["status"]].into(unit.locale),
        "customer": {"id": row["customer_id"], "name": row["customer_name"], "class": row["customer_class"]},
        "contact": row["contact_id"] and {
            "id": row["contact_id"], "name": row["contact_name"], "title": row["contact_title"],
            "phone": shown(row["contact_phone"]),
        },
        "service_request": {
            "id": row["case_id"], "number": row["case_number"], "subject": row["case_subject"],
            "status": row["case_status"],
        },
        "asset": row["asset_id"] and {
            "id": row["asset_id"], "serial": row["serial"], "model": row["model"], "product_name": row["product_name"],
        },
        "station": {"id": row["station_id"], "code": row["station_code"], "name": row["station_name"]},
        "owner": row["owner_id"] and {"id": row["owner_id"], "name": row["owner_name"]},
        "role_label": row["role"] and unit.say(ROLE_LABELS[Role(row["role"])]),
        "created_by": row["created_by_id"] and row["taker_name"] and {
            "id": row["created_by_id"], "name": row["taker_name"],
        },
        "clock": clock,
    }  # fmt: skip


def read(unit: Unit, id: str) -> dict[str, Any]:
    """The whole record."""
    return _shown(unit, queries.whole(unit, id))


def changed(unit: Unit, id: str) -> dict[str, Any]:
    """The record after the caller's own change, which may have led it out of his sight."""
    return _shown(unit, queries.whole(unit, id, scoped=False))


def _shown(unit: Unit, found: dict[str, Any]) -> dict[str, Any]:
    row = Row(Consultation.__table__, found)  # type: ignore[attr-defined]
    kept = ("problem", "way", "call_id")
    return line(unit, found) | {name: found[name] for name in kept} | {"offered": WORKFLOW.offered(unit, row, BASE)}
