"""When something is tried again: ten tries over 75 hours, as the specification proposes, each gap a little longer by chance.

A subject's own queue waits by the tries of its head. An address where nothing goes well is left alone as a whole, but asked
at least every quarter of an hour with something it was not asked yet, so that it is served soon after it comes back.
"""

from __future__ import annotations

import random
import re
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

GAPS = tuple(
    timedelta(seconds=seconds)
    for seconds in (5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600, 14 * 3600, 20 * 3600, 24 * 3600)
)
"""Between the tries: 75 hours and 35 minutes together."""
LONG = timedelta(hours=75)
"""Failing for so long, a message is given up; an address to which nothing got through is switched off."""
OPEN = 3
"""So many failures in a row without a success between them, and the whole address counts as failing."""
PROBES = tuple(timedelta(seconds=seconds) for seconds in (5, 30, 120, 300, 900))
LONGEST_ASKED = timedelta(hours=1)
"""How long a receiver may ask us to wait (`Retry-After`)."""
JITTER = 0.1
_SLOW_DOWN = frozenset({429, 502, 503, 504})


def gap(tries: int) -> timedelta:
    """How long a queue waits after so many failed tries of its head."""
    return GAPS[min(tries, len(GAPS)) - 1] * random.uniform(1.0, 1.0 + JITTER)  # noqa: S311 - spreads retries


def probe(failures: int) -> timedelta:
    """How long a failing address is left alone after so many failures in a row."""
    return PROBES[min(failures - OPEN, len(PROBES) - 1)] * random.uniform(1.0, 1.0 + JITTER)  # noqa: S311


def asked(status: int | None, retry_after: str | None, now: datetime) -> timedelta | None:
    """How long the receiver asks us to leave it alone, or None if it does not."""
    if status not in _SLOW_DOWN or not retry_after:
        return None
    if re.fullmatch(r"\d{1,9}", retry_after.strip()):
        wait = timedelta(seconds=int(retry_after))
    else:
        try:
            wait = parsedate_to_datetime(retry_after[:60]) - now
        except (ValueError, TypeError):
            return None
    return max(timedelta(), min(wait, LONGEST_ASKED))
