"""Open clocks counted anew when the calendar or the limit that they count by was changed (D7, house rule 10).

A job, because a network has many open clocks: each step is a transaction of its own over some of them and queues the
next. Every clock that falls due otherwise is told, with the reason. A second pass, later than any process can still
count by what it keeps in memory, catches clocks that were begun meanwhile by the former figures.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from api.events import log
from api.kit import jobs
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.calendars.counting import work_calendar
from api.network.clocks import counting, escalating, facts, queries, service
from api.network.clocks.policy import KINDS
from api.network.settings import limits
from api.network.settings.service import on_change

KIND = "clocks.replay"
AT_ONCE = 100
"""Clocks counted anew in one transaction."""
STALE = timedelta(seconds=10)
"""Longer than any process keeps a calendar or a limit in memory (`Database.keep`)."""
WARN_SHARE = "clock.warn_share"
CALENDAR = Words("工作日历改了", "the working calendar changed")
LIMIT = Words("期限改了（{label}）", "the limit changed ({label})")


def after_calendar(unit: Unit, calendar_id: str) -> int:
    """Queue the replay of what counts by this calendar; how many open clocks that are."""
    _plan(unit, {"calendar_id": calendar_id})
    return queries.counting_by(unit, calendar_id)


@on_change
def after_limit(unit: Unit, key: str, station_id: str | None) -> None:
    """Queue the replay of what is promised by this limit, if it is one of a clock."""
    if key == WARN_SHARE or _kinds(key):
        _plan(unit, {"setting": key, "station_id": station_id})


def _plan(unit: Unit, payload: dict[str, Any]) -> None:
    for due in (unit.now, unit.now + STALE):
        jobs.enqueue(unit.conn, unit.now, [{"kind": KIND, "payload": payload, "due_at": due}])


def _kinds(key: str) -> set[str]:
    return {name for name, kind in KINDS.items() if key in (kind.limit, *(limit for _, limit in kind.variants))}


@jobs.handler(KIND)
def handle(job: jobs.Claim) -> jobs.Apply:
    """One step."""
    payload = job.payload

    def apply(unit: Unit) -> None:
        last = replay(unit, **payload)
        if last:
            jobs.enqueue(unit.conn, unit.now, [{"kind": KIND, "payload": payload | {"after": last}}])

    return apply


def replay(
    unit: Unit,
    *,
    calendar_id: str | None = None,
    setting: str | None = None,
    station_id: str | None = None,
    after: str | None = None,
) -> str | None:
    """Count the next open clocks anew; the id of the last one, or None if there are no more."""
    unit.db.forget("settings")  # by what was just committed, not by what this process remembers
    if calendar_id:
        unit.db.forget(("calendar", calendar_id))
    kinds = _kinds(setting) if setting and setting != WARN_SHARE else None
    rows = queries.to_replay(unit, after, AT_ONCE, calendar_id=calendar_id, kinds=kinds, station_id=station_id)
    for row in rows:
        if calendar_id and row.policy["runs"] != "natural":
            recount(unit, row, row.policy, CALENDAR)
        elif setting and setting in (row.policy["setting"], WARN_SHARE) and row.policy["basis"] == "limit":
            words = LIMIT.format(label=limits.LIMITS[setting].label)
            recount(unit, row, service.policy_now(unit, row), words)
    return rows[-1].id if len(rows) == AT_ONCE else None


def recount(unit: Unit, row: Row, policy: dict[str, Any], reason: Words) -> bool:
    """One clock by today's calendar and this policy, its pauses kept; whether anything of it moved.

    A clock that was missed and now falls due later runs again; one that falls due earlier than now is found by the
    next look, like any other.
    """
    calendar = work_calendar(unit, row.calendar_id, staffed=policy["runs"] == "staffed")
    share = limits.get(unit, WARN_SHARE, row.station_id)
    due = counting.due(policy, row.started_at, calendar, service.ended_pauses(row))
    plain = counting.due(policy, row.started_at, calendar)
    plain_soon = counting.soon(policy, row.started_at, plain, share, calendar)
    soon = counting.same_lead(policy, plain, plain_soon, due, calendar)
    if (due, soon, policy) == (row.due_at, row.due_soon_at, row.policy):
        queries.counted_by(unit, row, calendar.version)
        return False
    changes: dict[str, Any] = {
        "due_at": due, "due_soon_at": soon, "calendar_version": calendar.version, "policy": policy,
    }  # fmt: skip
    if row.state != "paused" and due > unit.now:
        changes |= {"state": "running", "missed_at": None, "warned_at": row.warned_at if soon <= unit.now else None}
        changes |= escalating.NONE
    fact = facts.ClockRetargeted(
        kind=row.kind, of=row.subject, of_id=row.subject_id, due_at=due, former_due_at=row.due_at, reason=reason.zh
    )
    log.append(unit, row, fact, **changes)
    return True
