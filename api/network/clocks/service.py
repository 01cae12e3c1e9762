"""Starting, stopping, pausing and moving clocks. Due times are worked out here, never by polling (D7, D8, D9, D13, D14).

Callers are the rooms of the subjects; they have checked that the caller may do what starts or stops the clock.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from api.events import log
from api.kit.ids import is_id
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.calendars.counting import work_calendar
from api.network.calendars.worktime import WorkCalendar
from api.network.clocks import counting, escalating, facts, queries
from api.network.clocks.model import Clock
from api.network.clocks.policy import KINDS, KindName, Variant
from api.network.settings import limits
from api.network.stations import queries as stations

PROMISED = Words("承诺的时间", "the promised time")


def start(
    unit: Unit,
    kind: KindName,
    subject: Row,
    *,
    started_at: datetime | None = None,
    variant: Variant | None = None,
    case_id: str | None = None,
    station_id: str | None = None,
    owner_id: str | None = None,
    due_at: datetime | None = None,
    alone: bool = False,
) -> Row:
    """A promise about the subject runs from `started_at` (now); one of a kind may be open per subject.

    The limit is the station's setting of the kind; `variant` "outside" (arrival beyond the service area, D9) and
    "overnight" (record when away, D13) have their own. `due_at` sets an agreed time instead of the limit. Case and
    station are the subject's own unless given; `owner_id` is the employee who owes it. `alone`: it hangs on the subject
    and not on its case, whose end does not end it.
    """
    begun = started_at or unit.now
    home = station_id or subject.station_id
    calendar_id = stations.calendar_id(unit, home)
    policy = _policy(unit, kind, variant, home)
    calendar = _calendar(unit, calendar_id, policy["runs"])
    if due_at is not None:
        policy |= {"basis": "promise", "runs": "natural"}
    due = counting.due(policy, begun, calendar) if due_at is None else due_at
    row = unit.insert(
        Clock,
        kind=kind,
        subject=subject._table.name,
        subject_id=subject.id,
        case_id=None if alone else case_id or _case_of(subject),
        station_id=home,
        owner_id=owner_id,
        state="running",
        open=True,
        started_at=begun,
        due_at=due,
        due_soon_at=counting.soon(policy, begun, due, _share(unit, home), calendar),
        policy=policy,
        pauses=[],
        calendar_id=calendar_id,
        calendar_version=calendar.version,
    )
    return log.append(unit, row, facts.ClockStarted(**_about(row), rule=policy["rule"]))


def _case_of(subject: Row) -> str | None:
    return subject.id if subject._table.name == "service_request" else getattr(subject, "case_id", None)


def stop(unit: Unit, subject: Row, kind: KindName, at: datetime | None = None) -> Row | None:
    """The promise was done at `at` (now; a device's own time where it brought one, D13): met, or late_met.

    None if no such clock is open. A clock already told as missed is met after all if the device did it in time.
    """
    row = queries.open_one(unit, subject.id, kind)
    if row is None:
        return None
    done = at or unit.now
    changes = _resumed(unit, row, done) if row.state == "paused" else {}
    due = changes.get("due_at", row.due_at)
    state = "met" if done <= due else "late_met"
    changes |= {"state": state, "open": False, "stopped_at": done, "escalate_at": None}
    fact = facts.ClockStopped(
        **_about(row) | {"due_at": due},
        state=state,
        stopped_at=done,
        late_seconds=max(0, int((done - due).total_seconds())),
    )
    return log.append(unit, row, fact, **changes)


def pause(unit: Unit, subject: Row, kind: KindName, reason: str, at: datetime | None = None) -> Row | None:
    """Time stops counting, for a stated reason such as waiting for parts; None if no such clock runs."""
    row = queries.open_one(unit, subject.id, kind)
    if row is None or row.state == "paused":
        return None
    since = max(at or unit.now, row.started_at)
    pauses = [*row.pauses, {"from": since.isoformat(), "to": None, "reason": reason}]
    return log.append(
        unit, row, facts.ClockPaused(**_about(row), reason=reason), state="paused", pauses=pauses, escalate_at=None,
    )  # fmt: skip


def resume(unit: Unit, subject: Row, kind: KindName, at: datetime | None = None) -> Row | None:
    """Time counts again; what the pause took away is added to the due time. None if no such clock is paused."""
    row = queries.open_one(unit, subject.id, kind)
    if row is None or row.state != "paused":
        return None
    changes = _resumed(unit, row, at or unit.now)
    return log.append(unit, row, facts.ClockResumed(**_about(row) | {"due_at": changes["due_at"]}), **changes)


def retarget(unit: Unit, clock: Row, due_at: datetime, reason: str, at: datetime | None = None) -> Row:
    """Another due time was agreed (R80, R105): it replaces the limit, the former one stays in the policy's `moves`.

    A clock that was missed runs again towards the new time and can be missed again; a paused one runs again.
    """
    moment = at or unit.now
    policy = clock.policy | {
        "basis": "promise",
        "runs": "natural",
        "moves": [
            *clock.policy["moves"],
            {"at": moment.isoformat(), "from": clock.due_at.isoformat(), "to": due_at.isoformat(), "reason": reason,
             "missed": clock.missed_at is not None},
        ],
    }  # fmt: skip
    pauses = [pause | {"to": pause["to"] or moment.isoformat()} for pause in clock.pauses]
    soon = counting.soon(policy, min(moment, due_at), due_at, _share(unit, clock.station_id), _of(unit, clock))
    fact = facts.ClockRetargeted(**_about(clock) | {"due_at": due_at}, former_due_at=clock.due_at, reason=reason)
    return log.append(
        unit, clock, fact, policy=policy, due_at=due_at, due_soon_at=soon, state="running", pauses=pauses,
        warned_at=None, missed_at=None, **escalating.NONE,
    )  # fmt: skip


def find(unit: Unit, subject: Row | str, kind: KindName) -> Row | None:
    """The open clock of this kind about the subject (a row or its id), for `retarget`."""
    subject_id = subject if isinstance(subject, str) and is_id(subject) else subject.id  # type: ignore[union-attr]
    return queries.open_one(unit, subject_id, kind)


def cancel(unit: Unit, subject: Row, *kinds: KindName) -> list[Row]:
    """The promises (all, or these kinds) about the subject no longer hold."""
    return [
        _cancelled(unit, row) for row in queries.open_of(unit, subject_id=subject.id) if not kinds or row.kind in kinds
    ]


def next_due(unit: Unit, case_id: str) -> dict[str, Any]:
    """The `due_*` columns for a case's row: its most urgent open clock, or all empty."""
    return _copied(queries.most_urgent(unit, case_id=case_id))


def next_due_of(unit: Unit, subject_id: str) -> dict[str, Any]:
    """The `due_*` columns for a work order's row: the most urgent open clock about the order itself."""
    return _copied(queries.most_urgent(unit, subject_id=subject_id))


def _policy(unit: Unit, kind: KindName, variant: Variant | None, station_id: str) -> dict[str, Any]:
    promise = KINDS[kind]
    key = promise.limit_of(variant)
    limit = limits.LIMITS[key]
    figure = limits.get(unit, key, station_id)
    in_days = limit.unit == "working_days"
    return {
        "basis": "limit",
        "setting": key,
        "rule": promise.rule,
        "runs": limit.runs,
        "limit_seconds": None if in_days else figure,
        "working_days": figure if in_days else None,
        "moves": [],
    }


def policy_now(unit: Unit, row: Row) -> dict[str, Any]:
    """The clock's policy with the figure that holds at its station now."""
    figure = limits.get(unit, row.policy["setting"], row.station_id)
    name = "limit_seconds" if row.policy["working_days"] is None else "working_days"
    return row.policy | {name: figure}


def _calendar(unit: Unit, calendar_id: str, runs: str) -> WorkCalendar:
    return work_calendar(unit, calendar_id, staffed=runs == "staffed")


def _of(unit: Unit, row: Row) -> WorkCalendar:
    return _calendar(unit, row.calendar_id, row.policy["runs"])


def _share(unit: Unit, station_id: str) -> float:
    return limits.get(unit, "clock.warn_share", station_id)


def _about(row: Row) -> dict[str, Any]:
    return {"kind": row.kind, "of": row.subject, "of_id": row.subject_id, "due_at": row.due_at}


def ended_pauses(row: Row) -> list[tuple[datetime, datetime]]:
    """Its ended pauses."""
    return [
        (datetime.fromisoformat(pause["from"]), datetime.fromisoformat(pause["to"]))
        for pause in row.pauses
        if pause["to"]
    ]


def _resumed(unit: Unit, row: Row, at: datetime) -> dict[str, Any]:
    """The changes that end the pause going on."""
    calendar = _of(unit, row)
    *former, last = row.pauses
    since = datetime.fromisoformat(last["from"])
    until = max(at, since)
    due = counting.shifted(row.policy, row.due_at, since, until, calendar, row.started_at)
    return {
        "pauses": [*former, last | {"to": until.isoformat()}],
        "due_at": due,
        "due_soon_at": counting.same_lead(row.policy, row.due_at, row.due_soon_at, due, calendar),
        "state": "missed" if row.missed_at else "running",
    } | ({"escalate_at": escalating.again(unit, row, until)} if row.missed_at else {})


def _cancelled(unit: Unit, row: Row) -> Row:
    return log.append(
        unit, row, facts.ClockCancelled(**_about(row)), state="cancelled", open=False, stopped_at=unit.now,
        escalate_at=None,
    )  # fmt: skip


def _copied(found: dict[str, Any] | None) -> dict[str, Any]:
    """A paused clock falls due at no time that is known: each hour of the pause moves it."""
    found = found or dict.fromkeys(("due_at", "kind", "due_soon_at", "started_at", "state"))
    return {
        "due_at": None if found["state"] == "paused" else found["due_at"],
        "due_kind": found["kind"],
        "due_soon_at": found["due_soon_at"],
        "due_started_at": found["started_at"],
        "due_state": found["state"],
    }
