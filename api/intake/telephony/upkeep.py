"""What time does to telephony's own records."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from api.intake.telephony.events import queries as events
from api.intake.telephony.requests import queries as requests
from api.intake.telephony.requests import service
from api.kit import clock
from api.kit.db import Database
from api.kit.unit import Unit

AT_ONCE = 100


def expire_requests(db: Database, open_unit: Callable[[], AbstractContextManager[Unit]]) -> int:
    """Give up requests that no exchange took in time; nothing is opened for writing when there are none."""
    with db.read() as conn:
        if not requests.anything_expired(conn, clock.now()):
            return 0
    given_up = 0
    while True:
        with open_unit() as unit:
            found = service.expire(unit, AT_ONCE)
        given_up += found
        if found < AT_ONCE:
            return given_up


def forget_receipts(unit: Unit) -> int:
    """Drop the marks of messages that would be too old to be taken again."""
    return events.forget_receipts(unit, unit.now - events.RECEIPTS_KEPT)
