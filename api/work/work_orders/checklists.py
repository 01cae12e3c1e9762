"""The forms of a visit: what an engineer checks before leaving (R71, R73) and on site (R74 to R77, R99).

That these papers are filled in is asked of everybody; that a step waits for them is each station's setting, because the
rules ask for the deeds, of which the workflow itself already refuses to leave out the diagnosis, the test, the
instruction and the signature.
"""

from __future__ import annotations

from api.forms.entries import asking
from api.forms.subjects import About
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.settings import limits
from api.work.work_orders import queries


def about(unit: Unit, id: str) -> About:
    """The order as the forms see it; what the engineer of an earlier assignment checked does not count for this one."""
    order = queries.one(unit, id)
    return _about(order, f"{order.number} {order.subject}")


def demanded(unit: Unit, about: About, act: str) -> bool:
    """Whether this station lets the step wait for its forms."""
    return bool(limits.get(unit, f"checklist.before_{act}", about.station_id))


def lacking(unit: Unit, order: Row, act: str) -> Words | None:
    """The form that the step waits for, or None."""
    found = _about(order, order.number)
    return asking.lacking(unit, "work_order", order.id, found, act) if demanded(unit, found, act) else None


def _about(order: Row, title: str) -> About:
    return About(
        station_id=order.station_id, title=title, case_id=order.case_id, owner_id=order.engineer_id,
        since=order.assigned_at,
    )  # fmt: skip
