"""Personal data shown one by one are counted per person and hour, so that nobody harvests them (T31)."""

from __future__ import annotations

from datetime import timedelta

from api.access import throttle
from api.kit.problems import Problem
from api.kit.unit import Unit
from api.kit.words import Words

_WINDOW = timedelta(hours=1)


class RevealLimit(Problem):
    """Carries `limit`; `Retry-After` says when the hour is over."""

    slug, status = "reveal-limit", 429
    title = Words("这一小时查看的号码已到上限", "You have looked at as many numbers as an hour allows")


def count_reveal(unit: Unit, limit: int) -> bool:
    """Count one more reveal of this caller; True when it was the last one of the hour, which is worth telling.

    A refused one is rolled back with its transaction and does not lengthen the wait.

    :raises RevealLimit: `limit` were shown within the hour.
    """
    count, ends_at = throttle.count(unit, throttle.key("reveal", unit.actor.id), _WINDOW)
    if count > limit:
        wait = max(1, int((ends_at - unit.now).total_seconds()) + 1)
        raise RevealLimit(limit=limit, headers={"Retry-After": str(wait)})
    return count == limit
