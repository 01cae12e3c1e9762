"""The clock of a shift: at one's post by the time that stands on it, later is late (R37, D10); missed, it is reported to
the manager like any other promise (R81).

It runs from when one can check in, so that its warning comes shortly before and not days ahead. Leave over the whole
shift ends it, and given back starts it again.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from api.events import log
from api.events.facts import Fact
from api.kit.unit import Row, Unit
from api.network.bookings import facts as bookings
from api.network.clocks import service as clocks
from api.network.settings import limits
from api.network.shifts import queries


def begin(unit: Unit, row: Row) -> None:
    """Start it where the time still lies ahead."""
    if row.report_at <= unit.now:
        return
    opens = row.report_at - timedelta(seconds=limits.get(unit, "attendance.open_seconds", row.station_id))
    clocks.start(unit, "report", row, started_at=opens, due_at=row.report_at, owner_id=row.employee_id)


def anew(unit: Unit, row: Row) -> None:
    """The shift is at another time or another's."""
    end(unit, row)
    begin(unit, row)


def came(unit: Unit, row: Row, at: datetime | None) -> None:
    """He came at this moment; or he did not, and that was said."""
    if at is None:
        end(unit, row)
    else:
        clocks.stop(unit, row, "report", at)


def end(unit: Unit, row: Row) -> None:
    """Nobody is waited for any more."""
    clocks.cancel(unit, row)


@log.react(bookings.BookingMade, bookings.BookingMoved)
def away(unit: Unit, booking: Row, fact: Fact) -> None:
    """On leave, he is not waited for."""
    if booking.kind == "leave" and booking.employee_id:
        for row in queries.within(unit, booking.employee_id, booking.starts_at, booking.ends_at):
            end(unit, row)


@log.react(bookings.BookingReleased)
def back(unit: Unit, booking: Row, fact: Fact) -> None:
    """The leave was given back: he is waited for again."""
    if booking.kind == "leave" and booking.employee_id:
        for row in queries.within(unit, booking.employee_id, booking.starts_at, booking.ends_at):
            anew(unit, row)
