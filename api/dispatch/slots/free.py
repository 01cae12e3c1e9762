"""The arithmetic of free time: what is left of somebody's turns when all that is taken is cut out. No database here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

Span = tuple[datetime, datetime]
GRID = timedelta(minutes=30)
"""Times are offered on the half hour: they are said on the telephone."""


def merged(spans: Iterable[Span]) -> list[Span]:
    """In order, those that touch or overlap as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def without(spans: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """What is left of the spans."""
    left = merged(spans)
    for start, end in merged(taken):
        left = [
            piece
            for since, until in left
            for piece in ((since, min(until, start)), (max(since, end), until))
            if piece[0] < piece[1]
        ]
    return left


def starts(span: Span, length: timedelta, before: timedelta, not_before: datetime) -> Iterator[datetime]:
    """The times of the grid at which work of this length fits, with the way before it."""
    first = max(span[0] + before, not_before)
    past = (first - datetime(1970, 1, 1, tzinfo=first.tzinfo)) % GRID
    at = first + (GRID - past if past else timedelta())
    while at + length <= span[1]:
        yield at
        at += GRID
