"""The life of a handover slip: who gives never receives (D24)."""

from __future__ import annotations

from api.access.policy import P, Role
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow
from api.money.cash_handovers import queries, schemas

STATES = {
    "presented": Words("待点收", "To be counted"),
    "confirmed": Words("已点收", "Received"),
    "withdrawn": Words("已撤回", "Withdrawn"),
}


def another(unit: Unit, slip: Row) -> Words | None:
    """Whoever gives does not count it in."""
    if unit.actor.employee_id is None or unit.actor.employee_id == slip.giver_id:
        return Words("自己交的款要别人点收", "Another person must count in what you hand over")
    return None


def of_cashier(unit: Unit, slip: Row) -> Words | None:
    """The manager stands in only for what the admin specialist himself collected."""
    if refused := another(unit, slip):
        return refused
    if not queries.is_cashier(unit, slip.giver_id, slip.station_id):
        return Words("请行政专员点收", "The admin specialist counts it in")
    return None


def giver(unit: Unit, slip: Row) -> Words | None:
    """Only who presented it takes it back."""
    if unit.actor.employee_id == slip.giver_id:
        return None
    return Words("这张交款单不是您的", "This slip is not yours")


WORKFLOW = Workflow(
    "cash-handovers",
    STATES,
    [
        Step(
            "confirm", Words("点收", "Count in"), frozenset({"presented"}), "confirmed",
            permission=P.CASH_HANDOVERS_CREATE, command=schemas.Receive, guard=another,
            roles=frozenset({Role.ADMIN_SPECIALIST}), key=True,
        ),
        Step(
            "receive-from-cashier", Words("点收行政专员的款", "Count in from the admin specialist"),
            frozenset({"presented"}), "confirmed", permission=P.CASH_HANDOVERS_APPROVE, command=schemas.Receive,
            guard=of_cashier, roles=frozenset({Role.STATION_MANAGER}), key=True,
        ),
        Step(
            "withdraw", Words("撤回", "Withdraw"), frozenset({"presented"}), "withdrawn",
            permission=P.CASH_HANDOVERS_CREATE, command=schemas.Withdraw, guard=giver, key=True,
        ),
    ],
)  # fmt: skip
