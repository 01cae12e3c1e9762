"""The life of a day: closed once, in order, by who keeps the drawer (D24, R180)."""

from __future__ import annotations

from api.access.policy import P, Role
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow
from api.money.cash_days import queries, schemas
from api.money.ledger.days import end_of, local_day

STATES = {"open": Words("未日结", "Open"), "closed": Words("已日结", "Closed")}


def in_order(unit: Unit, day: Row) -> Words | None:
    """No day before one that is open, and none that has not come."""
    if day.day > local_day(unit, day.station_id):
        return Words("这一天还没到", "That day has not come")
    if queries.earlier_open(unit, day.station_id, day.day):
        return Words("前面还有没日结的日子", "An earlier day is still open")
    if queries.presented_before(unit, day.station_id, end_of(unit, day.station_id, day.day)):
        return Words("还有交款单没点收", "A handover slip waits to be counted in")
    return None


def second_person(unit: Unit, day: Row) -> Words | None:
    """Who closed it does not approve it."""
    if day.approved_by_id:
        return Words("已经审核", "Already approved")
    if unit.actor.employee_id is None or unit.actor.employee_id == day.closed_by_id:
        return Words("自己做的日结要别人审核", "Another person must approve what you closed")
    return None


WORKFLOW = Workflow(
    "cash-days",
    STATES,
    [
        Step(
            "close", Words("日结", "Close the day"), frozenset({"open"}), "closed",
            permission=P.CASH_DAYS_CREATE, command=schemas.Close, guard=in_order,
            roles=frozenset({Role.ADMIN_SPECIALIST}), key=True,
        ),
        Step(
            "approve", Words("审核日结", "Approve the close"), frozenset({"closed"}), None,
            permission=P.CASH_DAYS_APPROVE, command=schemas.Approve, guard=second_person, key=True,
        ),
    ],
)  # fmt: skip
