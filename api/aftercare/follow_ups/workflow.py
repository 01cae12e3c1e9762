"""The telephone follow-up (Flow D, R422): called, and called again after a measure, until the customer is satisfied."""

from __future__ import annotations

from pydantic import BaseModel

from api.access.policy import P, Role
from api.aftercare.follow_ups import commands, queries
from api.aftercare.follow_ups.words import STATES
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Guard, Step, Workflow, always

CALLERS = frozenset({Role.FOLLOW_UP_SPECIALIST})
MANAGERS = frozenset({Role.STATION_MANAGER})
ENDS = frozenset({"satisfied", "waived"})
_FIRST = frozenset({"due", "attempted"})
_AGAIN = frozenset({"measure_set", "called_again"})
_CALLABLE = _FIRST | _AGAIN | {"unreachable"}
"""From here the customer may be spoken with; one who could not be reached may ring back himself."""


def may_be_called(unit: Unit, follow_up: Row) -> Words | None:
    """'Do not call' is respected (D14)."""
    if queries.does_not_want_calls(unit, follow_up.customer_id):
        return Words("客户要求不打回访电话", "The customer does not want follow-up calls")
    return None


def _step(
    action: str, zh: str, en: str, sources: frozenset[str], target: str | None, command: type[BaseModel],
    roles: frozenset[Role], guard: Guard = always, *, offer: bool = True,
) -> Step:  # fmt: skip
    return Step(
        action, Words(zh, en), sources, target, permission=P.FOLLOW_UPS_EDIT, command=command, guard=guard,
        roles=roles, offer=offer,
    )  # fmt: skip


WORKFLOW = Workflow(
    "follow-ups",
    STATES,
    [
        _step("satisfied", "满意，结案", "Satisfied", _CALLABLE, "satisfied", commands.Satisfied, CALLERS),
        _step("dissatisfied", "不满意", "Dissatisfied", _CALLABLE, "dissatisfied", commands.Dissatisfied, CALLERS),
        _step("attempt", "没打通", "Not reached", _FIRST | _AGAIN, None, commands.Attempt, CALLERS, may_be_called),
        _step("do-not-call", "客户要求不再回访", "Do not call", _CALLABLE, "waived", commands.Nothing, CALLERS),
        _step("find-root-cause", "分析根源", "Find the root cause", frozenset({"dissatisfied"}), "root_cause_found",
              commands.FindRootCause, MANAGERS),
        _step("set-measure", "定改进措施", "Set a measure", frozenset({"root_cause_found"}), "measure_set",
              commands.SetMeasure, MANAGERS),
        _step("waive", "免回访", "Waive", frozenset(STATES) - ENDS, "waived", commands.Waive, MANAGERS),
        _step("mark-attempted", "打过", "Attempted", _FIRST, "attempted", commands.Nothing, CALLERS, offer=False),
        _step("mark-called-again", "又打过", "Called again", _AGAIN, "called_again", commands.Nothing, CALLERS,
              offer=False),
        _step("give-up", "联系不上", "Not reachable", frozenset({"attempted", "called_again"}), "unreachable",
              commands.Nothing, CALLERS, offer=False),
    ],
)  # fmt: skip
