"""A phone's clock may lie (P11): what it says of a time, set right by how far it was off when it last spoke with us.

An anchor is a moment of the server's at which the difference was found to have changed. Between two anchors the phone's
clock was off by the one or by the other difference; a time is taken for what makes it fall between them. All in whole
milliseconds since 1970.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from api.kit.clock import EPOCH

TOLERANCE = 2_000
"""A difference within this is none: so much a message takes on its way."""
KEPT = 40
"""Anchors kept: each is a jump of the clock, and a phone that jumps oftener tells no time at all."""
LONG_AGO = 400 * 86_400_000


def ms(moment: datetime) -> int:
    """Milliseconds since 1970."""
    return (moment - EPOCH) // timedelta(milliseconds=1)


def measured(anchors: list[list[int]], now: datetime, clock: datetime | None) -> list[list[int]]:
    """The anchors after the phone said what its clock shows; unchanged where that is nothing new."""
    if clock is None:
        return anchors
    skew = ms(clock) - ms(now)
    if abs(skew) <= TOLERANCE:
        skew = 0
    if anchors and abs(anchors[-1][1] - skew) <= TOLERANCE:
        # a message is never early: the largest reading seen is the truest, the rest was spent on the way
        return anchors if skew <= anchors[-1][1] else [*anchors[:-1], [anchors[-1][0], skew]]
    return [*anchors, [ms(now), skew]][-KEPT:]


def corrected(said: datetime, anchors: list[list[int]], now: datetime, floor: datetime | None) -> datetime:
    """When it was by the server's clock: never in the future, never before what the phone did before it."""
    low = ms(floor) - TOLERANCE if floor else None
    fitting = [skew for skew in _fitting(ms(said), anchors, ms(now)) if low is None or ms(said) - skew >= low]
    skew = fitting[0] if fitting else anchors[-1][1] if anchors else 0
    try:
        found = min(said - timedelta(milliseconds=skew), now)
    except OverflowError:  # at the ends of the calendar
        found = now
    return max(found, floor) if floor else found


def _fitting(said: int, anchors: list[list[int]], now: int) -> list[int]:
    """The differences by which this time falls where they may have held, the newest first."""
    found = []
    for index in range(len(anchors) - 1, -1, -1):
        since = anchors[index - 1][0] if index else anchors[0][0] - LONG_AGO
        until = anchors[index + 1][0] if index + 1 < len(anchors) else now
        if since - TOLERANCE <= said - anchors[index][1] <= until + TOLERANCE:
            found.append(anchors[index][1])
    return found
