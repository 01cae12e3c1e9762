"""The arithmetic of free time: what is left of somebody's turns when all that is taken is cut out. No database here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from api.kit.spans import Span, merged, without

__all__ = ["GRID", "Span", "merged", "starts", "without"]
GRID = timedelta(minutes=30)
"""Times are offered on the half hour: they are said on the telephone."""


def starts(span: Span, length: timedelta, before: timedelta, not_before: datetime) -> Iterator[datetime]:
    """The times of the grid at which work of this length fits, with the way before it."""
    first = max(span[0] + before, not_before)
    past = (first - datetime(1970, 1, 1, tzinfo=first.tzinfo)) % GRID
    at = first + (GRID - past if past else timedelta())
    while at + length <= span[1]:
        yield at
        at += GRID
