"""What the roster of a day leaves open: times for which the rules want somebody at his post and nobody stands there.

The hotline is staffed while the station is, lunch included (D7). A duty roster is set up (R283), and duty begins before
business hours and ends after them (R282). No database here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from api.kit.spans import Span, merged, without
from api.kit.words import Words


class Turn(NamedTuple):
    """Somebody at a post; leave is cut out already."""

    kind: str
    span: Span


class Gap(NamedTuple):
    """Nobody there, by which rule somebody should be, and in words; `whole`: all day."""

    kind: str
    rule: str
    span: Span
    whole: bool


SAYS = {
    ("hotline", True): Words("全天没有热线", "No hotline all day"),
    ("hotline", False): Words("{at} 没有热线", "No hotline {at}"),
    ("duty", True): Words("没有排值班", "Nobody on duty"),
    ("duty", False): Words("{at} 没有值班", "Nobody on duty {at}"),
}


def of_day(opened: Collection[Span], turns: Collection[Turn], margin: timedelta, hotline: bool) -> Iterator[Gap]:
    """The gaps of one day on which the station is open in these spans. `hotline`: this station answers calls itself."""
    if not opened:
        return
    manned = merged(turn.span for turn in turns if turn.kind == "hotline")
    if hotline:
        left = without(opened, manned)
        whole = left == merged(opened)
        spans = [(left[0][0], left[-1][1])] if whole else left
        yield from (Gap("hotline", "D7", span, whole) for span in spans)
    on_duty = merged(turn.span for turn in turns if turn.kind == "duty")
    opens, closes = min(start for start, _ in opened), max(end for _, end in opened)
    edges = [(opens - margin, opens), (closes, closes + margin)]
    if not any(start < closes + margin and end > opens - margin for start, end in on_duty):
        yield Gap("duty", "R283", (opens - margin, closes + margin), True)
    elif margin:
        yield from (Gap("duty", "R282", span, False) for span in without(edges, on_duty))


def present(kind: str, span: Span, away: Iterable[tuple[datetime, datetime]]) -> Iterator[Turn]:
    """A shift as far as its holder is not on leave."""
    return (Turn(kind, piece) for piece in without([span], away))
