"""Making, changing and revoking one's own calendar address."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

from api.access import queries as access
from api.access.policy import P
from api.dispatch.calendar_feeds import calendar, facts, queries
from api.dispatch.calendar_feeds.model import CalendarFeed
from api.events import log
from api.kit.problems import Forbidden, NotFound
from api.kit.sealing import fingerprint
from api.kit.unit import Unit

BACK, AHEAD, CANCELLED = timedelta(days=30), timedelta(days=180), timedelta(days=14)
PATH = "/api/v1/calendar-feeds/{secret}.ics"


def read(unit: Unit, address: str | None = None) -> dict[str, Any]:
    """Whether there is an address; the address itself only where it was just made."""
    row = queries.own(unit)
    return {
        "active": row is not None and row.secret_hash is not None,
        "made_at": row and row.made_at,
        "revoked_at": row and row.revoked_at,
        "address": address,
    }


def make(unit: Unit) -> dict[str, Any]:
    """A new secret address; the one before opens nothing from now on.

    :raises Forbidden: who has no time in the book of bookings has no calendar.
    """
    person = unit.actor.employee_id
    if person is None or not unit.actor.holds(P.BOOKINGS_VIEW):
        raise Forbidden(permission=str(P.BOOKINGS_VIEW))
    secret = secrets.token_urlsafe(32)
    row = queries.own(unit, lock=True)
    given = {"secret_hash": fingerprint(secret), "made_at": unit.now, "revoked_at": None, "account_id": unit.actor.id}
    if row is None:
        row = unit.insert(CalendarFeed, station_id=queries.station_of(unit, person), employee_id=person, **given)
        log.append(unit, row, facts.CalendarFeedMade())
    else:
        log.append(unit, row, facts.CalendarFeedMade(), **given)
    return read(unit, PATH.format(secret=secret))


def revoke(unit: Unit) -> dict[str, Any]:
    """No address any more; harmless where there is none."""
    row = queries.own(unit, lock=True)
    if row is not None and row.secret_hash is not None:
        log.append(unit, row, facts.CalendarFeedRevoked(), secret_hash=None, revoked_at=unit.now)
    return read(unit)


def drawn(unit: Unit, secret: str, address: str) -> bytes:
    """The calendar behind this secret, in its owner's own rights of today.

    :raises NotFound: no such address (any more), or its owner has left or may not see his bookings.
    """
    found = queries.behind(unit, fingerprint(secret))
    if found is None:
        raise NotFound
    person = access.person_anywhere(unit.conn, found["account_id"], unit.now)
    if not person or person.employee_id != found["employee_id"] or not person.holds(P.BOOKINGS_VIEW):
        raise NotFound
    own = Unit(unit.db, unit.conn, person, now=unit.now, locale=person.locale)
    day = unit.now.replace(hour=0, minute=0, second=0, microsecond=0)  # the same bytes all day long
    rows = queries.work(own, day - BACK, day + AHEAD, day - CANCELLED)
    return calendar.written(rows, person.locale, address)
