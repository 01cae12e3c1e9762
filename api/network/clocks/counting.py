"""When a promise falls due and when it is nearly due: pure arithmetic on a policy and a calendar (D7, D8, D9, D13, D14).

A policy is plain data: `limit_seconds` or `working_days`, and `runs`: natural, working or staffed (see settings/limits).
A pause moves the due time by the counted time it took away, whether the limit is in hours or ends with a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from api.network.calendars.worktime import WorkCalendar

Pauses = Iterable[tuple[datetime, datetime]]


def due(policy: Mapping[str, Any], start: datetime, calendar: WorkCalendar, pauses: Pauses = ()) -> datetime:
    """The moment at which the promise falls due."""
    if policy["working_days"] is not None:
        moment = calendar.add_working_days(start, policy["working_days"])
    elif policy["runs"] == "natural":
        moment = start + timedelta(seconds=policy["limit_seconds"])
    else:
        moment = calendar.due(start, policy["limit_seconds"])
    for since, until in sorted(pauses):
        moment = shifted(policy, moment, since, until, calendar, start)
    return moment


def shifted(
    policy: Mapping[str, Any],
    moment: datetime,
    since: datetime,
    until: datetime,
    calendar: WorkCalendar,
    start: datetime,
) -> datetime:
    """The due time after a pause from `since` to `until`; one that began when it was due already changes nothing."""
    since = max(since, start)
    if since >= moment or until <= since:
        return moment
    if policy["runs"] == "natural":
        return moment + (until - since)
    return calendar.due(moment, calendar.elapsed(since, until))


def soon(
    policy: Mapping[str, Any], start: datetime, due_at: datetime, share: float, calendar: WorkCalendar
) -> datetime:
    """The moment from which only `share` of the time is left."""
    if policy["runs"] == "natural":
        return max(start, due_at - (due_at - start) * share)
    return max(start, calendar.back(due_at, calendar.elapsed(start, due_at) * share))


def same_lead(
    policy: Mapping[str, Any], former: datetime, former_soon: datetime, due_at: datetime, calendar: WorkCalendar
) -> datetime:
    """The warning for a due time that moved: as long before it, in counted time, as it was."""
    if policy["runs"] == "natural":
        return due_at - (former - former_soon)
    return calendar.back(due_at, calendar.elapsed(former_soon, former))
