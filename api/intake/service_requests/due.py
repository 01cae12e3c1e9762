"""The promise of step 1, to pass the job on within 30 minutes (D9), and the case's own copy of its nearest clock."""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, update

from api.events import log
from api.events.facts import Fact
from api.intake.service_requests.model import NEVER, ServiceRequest
from api.kit.unit import Row, Unit
from api.network.clocks import facts
from api.network.clocks import service as clocks

_case = ServiceRequest.__table__  # type: ignore[attr-defined]


def begin(unit: Unit, case: Row) -> None:
    """Run the 30 minutes from the customer's first word; a question that is answered is passed to nobody (D9)."""
    if case.open and case.service_group != "consultation":
        clocks.start(unit, "pass", case, started_at=case.created_at, owner_id=case.owner_id)


def follow(unit: Unit, case: Row) -> None:
    """Let the 30 minutes run on exactly while there is a job to pass on.

    A consultation that turns out to be a repair was asked for just as early as any other.
    """
    if not case.open or case.service_group == "consultation":
        clocks.cancel(unit, case, "pass")
    elif clocks.find(unit, case, "pass") is None:
        begin(unit, case)


_COPY = (
    update(_case)
    .where(_case.c.id == bindparam("of_case"))
    .values({name: bindparam(name) for name in ("due_at", "due_kind", "due_soon_at", "due_started_at", "due_state")})
)
_IF_NEARER = _COPY.where(_case.c.due_at > bindparam("than"))


@log.react(*facts.CHANGES)
def copy(unit: Unit, clock: Row, fact: Fact) -> None:
    """Repeat the most urgent open clock in the case's own row, so that the queue needs no join.

    The copy repeats the clock's fact, so it writes none of its own and moves no version.
    """
    if clock.case_id is None:
        return
    about: dict[str, Any] = {"of_case": clock.case_id}
    if isinstance(fact, facts.ClockStarted):  # one more clock matters only if it is the nearest
        nearest = _copied(
            {
                "due_at": clock.due_at, "due_kind": clock.kind, "due_soon_at": clock.due_soon_at,
                "due_started_at": clock.started_at, "due_state": clock.state,
            }
        )  # fmt: skip
        unit.conn.execute(_IF_NEARER, nearest | about | {"than": clock.due_at})
    else:
        unit.conn.execute(_COPY, _copied(clocks.next_due(unit, clock.case_id)) | about)


def _copied(found: dict[str, Any]) -> dict[str, Any]:
    return found | {"due_at": found["due_at"] or NEVER}
