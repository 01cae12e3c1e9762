"""Verbs of the fourth step: call, hear, find the cause, call again, until the customer is satisfied (Flow D, R200)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from api.access.actor import SYSTEM
from api.aftercare.follow_ups import answers, commands, facts, hours, queries
from api.aftercare.follow_ups.model import FollowUp, FollowUpTry
from api.aftercare.follow_ups.problems import OutsideCallHours
from api.aftercare.follow_ups.words import SCORED
from api.aftercare.follow_ups.workflow import WORKFLOW
from api.customers.customers import service as customers
from api.events import log
from api.events.facts import Fact
from api.intake.service_requests import course
from api.kit.ids import new_id
from api.kit.numbering import next_number
from api.kit.problems import Invalid, TransitionRefused
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.clocks import service as clocks
from api.network.settings import limits
from api.network.stations import queries as stations
from api.work.work_orders import closing
from api.work.work_orders import queries as orders

BASE = answers.BASE


def open_from_order(unit: Unit, order: Row) -> Row:
    """A finished visit is to be followed up: all on-site jobs, first called 1 to 3 days after the record is in (D14)."""
    known = orders.whereabouts(unit, order.station_id, order.site_id, order.asset_id)
    today = unit.now.astimezone(ZoneInfo(known["time_zone"])).date()
    since = order.handed_in_at
    due_from = since + timedelta(seconds=limits.get(unit, "follow_up.first_after_seconds", order.station_id))
    due_at = since + timedelta(seconds=limits.get(unit, "follow_up.within_seconds", order.station_id))
    follow_up = unit.insert(
        FollowUp, number=next_number(unit, "FU", known["station_code"], today), case_id=order.case_id,
        work_order_id=order.id, station_id=order.station_id, customer_id=order.customer_id,
        contact_id=order.contact_id, engineer_id=order.engineer_id, subject=order.subject, status="due", open=True,
        due_from=due_from, due_at=due_at, attempts=0,
    )  # fmt: skip
    fact = facts.FollowUpDue(number=follow_up.number, work_order_id=order.id, due_from=due_from, due_at=due_at)
    log.append(unit, follow_up, fact)
    clocks.start(unit, "follow_up", follow_up, started_at=since)
    return follow_up


def attempt(unit: Unit, id: str, command: commands.Attempt) -> dict[str, Any]:
    """A call that did not come to a talk. Tries of one day count once; after the last day he is not reachable (D14).

    :raises OutsideCallHours: and nothing was agreed; `opens_at` says when calls are made again.
    """
    follow_up = queries.one(unit, id, lock=True)
    WORKFLOW.fire(unit, "attempt", follow_up, BASE)
    zone = stations.zone_of(unit, follow_up.station_id)
    if not command.agreed_outside_hours:
        _within_hours(unit, follow_up, zone)
    today = unit.now.astimezone(ZoneInfo(zone)).date()
    days = {known["at"].astimezone(ZoneInfo(zone)).date() for known in queries.tries(unit, follow_up.id)} | {today}
    made = {
        "id": new_id(), "follow_up_id": follow_up.id, "at": unit.now, "by_id": unit.actor.employee_id,
        "outcome": command.outcome, "note": command.note, "agreed_outside_hours": command.agreed_outside_hours,
    }  # fmt: skip
    unit.insert_many(FollowUpTry, [made])
    first = follow_up.status in ("due", "attempted")
    changes = WORKFLOW.fire(unit, "mark-attempted" if first else "mark-called-again", follow_up, BASE)
    fact = facts.FollowUpAttempted(
        outcome=command.outcome, attempts=len(days), agreed_outside_hours=command.agreed_outside_hours,
        note=command.note,
    )  # fmt: skip
    log.append(unit, follow_up, fact, **changes, attempts=len(days), caller_id=unit.actor.employee_id)
    clocks.stop(unit, follow_up, "follow_up")  # D14 promises the first call; later ones follow day by day
    if len(days) >= limits.get(unit, "follow_up.attempts", follow_up.station_id):
        changes = WORKFLOW.fire(unit, "give-up", follow_up, BASE)
        log.append(unit, follow_up, facts.FollowUpUnreachable(attempts=len(days)), **changes)
    return answers.read(unit, id)


def _within_hours(unit: Unit, follow_up: Row, zone: str) -> None:
    known = hours.at(limits.get(unit, "follow_up.hours", follow_up.station_id), zone, unit.now)
    if not known["open_now"]:
        opens = known["opens_at"].astimezone(ZoneInfo(zone))
        words = Words("回访电话 {at} 起可以打", "Calls are made again from {at}").format(at=f"{opens:%m-%d %H:%M}")
        raise OutsideCallHours(words, opens_at=known["opens_at"], spans=known["spans"])


def satisfied(unit: Unit, id: str, command: commands.Satisfied) -> dict[str, Any]:
    """The customer is satisfied: the follow-up ends, and with it the order and the case (R9, R229).

    :raises TransitionRefused: an answer of 1 or 2 is no satisfied customer (R200, D15).
    """
    follow_up = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "satisfied", follow_up, BASE)
    given = _checked(unit, follow_up, command.answers)
    if low := [key for key in SCORED if given[key] <= 2]:
        words = Words(
            "{low} 只有 1、2 分，客户并不满意：请问明原因", "{low} scored 1 or 2: ask what went wrong"
        ).format(low=", ".join(key.upper() for key in low))
        offered = [offer for offer in WORKFLOW.offered(unit, follow_up, BASE) if offer["action"] == "dissatisfied"]
        raise TransitionRefused(words, offered=offered)
    fact = facts.FollowUpSatisfied(csi=csi(given), answers=given, **_named(given), note=command.note)
    _end(unit, follow_up, fact, "satisfied", **changes, answers=given, csi=fact.csi, caller_id=unit.actor.employee_id)
    return answers.read(unit, id)


def dissatisfied(unit: Unit, id: str, command: commands.Dissatisfied) -> dict[str, Any]:
    """The customer is not satisfied, and why; it goes to the station manager (R226)."""
    follow_up = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "dissatisfied", follow_up, BASE)
    given = _checked(unit, follow_up, command.answers)
    fact = facts.FollowUpDissatisfied(csi=csi(given), answers=given, **_named(given), reason=command.reason)
    log.append(
        unit, follow_up, fact, **changes, answers=given, csi=fact.csi, reason=command.reason,
        caller_id=unit.actor.employee_id,
    )  # fmt: skip
    clocks.stop(unit, follow_up, "follow_up")
    return answers.read(unit, id)


def find_root_cause(unit: Unit, id: str, command: commands.FindRootCause) -> dict[str, Any]:
    """What lies behind the dissatisfaction (R227)."""
    follow_up = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "find-root-cause", follow_up, BASE)
    fact = facts.FollowUpRootCauseFound(root_cause=command.root_cause)
    log.append(unit, follow_up, fact, **changes, root_cause=command.root_cause)
    return answers.read(unit, id)


def set_measure(unit: Unit, id: str, command: commands.SetMeasure) -> dict[str, Any]:
    """What is done about it (R228); the customer is then called again."""
    follow_up = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "set-measure", follow_up, BASE)
    log.append(unit, follow_up, facts.FollowUpMeasureSet(measure=command.measure), **changes, measure=command.measure)
    return answers.read(unit, id)


def waive(unit: Unit, id: str, command: commands.Waive) -> dict[str, Any]:
    """The manager leaves the follow-up out; the recorded waiver lets the case close (R9), never as satisfied (R257)."""
    follow_up = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "waive", follow_up, BASE)
    fact = facts.FollowUpWaived(ground="manager", reason=command.reason)
    _end(unit, follow_up, fact, "waived", **changes, waiver=command.reason)
    return answers.read(unit, id)


def do_not_call(unit: Unit, id: str, command: commands.Nothing) -> dict[str, Any]:
    """The customer does not want to be called, now or later; his word is the waiver (D14, R9)."""
    follow_up = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "do-not-call", follow_up, BASE)
    customers.set_do_not_call(unit, follow_up.customer_id, by=follow_up.number)
    reason = unit.say(Words("客户要求不再回访", "The customer does not want to be called"))
    _end(unit, follow_up, facts.FollowUpWaived(ground="do_not_call", reason=reason), "waived", **changes, waiver=reason)
    return answers.read(unit, id)


def _end(unit: Unit, follow_up: Row, fact: Fact, verdict: Literal["satisfied", "waived"], **changes: Any) -> None:
    """The follow-up ends; its order closes, and the case with it unless something else of it is open (R9)."""
    log.append(unit, follow_up, fact, **changes, open=False, closed_at=unit.now)
    if verdict == "satisfied":
        clocks.stop(unit, follow_up, "follow_up")
    else:
        clocks.cancel(unit, follow_up)
    rule = replace(unit, actor=SYSTEM, match=None, path_id=None, occurred_at=None)
    if follow_up.work_order_id:
        closing.close(rule, follow_up.work_order_id, follow_up.id)
    if queries.case_is_done(unit, follow_up.case_id):
        course.close_case(rule, follow_up.case_id, verdict=verdict, follow_up_id=follow_up.id)


def csi(given: dict[str, Any]) -> int:
    """Mean of questions 1 to 6 times 20, rounded half up (D15)."""
    total = sum(given[key] for key in SCORED) * 20
    return (2 * total + len(SCORED)) // (2 * len(SCORED))


def _checked(unit: Unit, follow_up: Row, given: commands.Answers) -> dict[str, Any]:
    """The answers; question 7 names who was there, or somebody else whom the caller may see."""
    named = given.q7 and given.q7.employee_id
    if named and named != follow_up.engineer_id and not queries.names_employee(unit, named):
        words = Words("没有这位员工", "There is no such employee")
        raise Invalid.field("/body/answers/q7/employee_id", "unknown", words)
    return given.model_dump(exclude_none=True)


def _named(given: dict[str, Any]) -> dict[str, str | None]:
    """Question 7 links its praise or blame to the employee (R213)."""
    named = given.get("q7")
    if not named:
        return {}
    return {"praised_id" if named["warm"] else "blamed_id": named["employee_id"]}
