"""What of accounts and integrations need not be kept: the sign-in facts in the log stay, the devices' addresses go."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, func

from api.access import limits, throttle
from api.access.model import Session
from api.kit.unit import Unit

KEPT = timedelta(days=30)
"""How long an ended session is kept, so that an account's holder can look back at his devices."""

_session = Session.__table__  # type: ignore[attr-defined]


def forget_old(unit: Unit) -> None:
    """Drop sessions that ended over 30 days ago and counts of tries whose window is over. Run daily by the worker."""
    ended = func.coalesce(_session.c.ended_at, _session.c.ends_at)
    unit.conn.execute(delete(_session).where(ended < unit.now - KEPT))
    throttle.forget_old(unit)
    limits.forget_old(unit)
