"""Every minute of a clock in words: what counted, what did not, and by which rule."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.calendars.counting import missing_year_warning, work_calendar, zone_of
from api.network.calendars.worktime import Pause, Reason, Span, WorkCalendar
from api.network.clocks import breakdown, queries
from api.network.clocks.policy import KINDS, LABELS

_WHY = {
    Reason.WORKING_HOURS: Words("工作时间", "Working hours"),
    Reason.MAKE_UP_DAY: Words("调休上班", "Make-up workday"),
    Reason.SPECIAL_HOURS: Words("特别工时", "Special hours"),
    Reason.PAUSE: Words("暂停", "Paused"),
    Reason.BREAK: Words("休息时段", "Break"),
    Reason.OUTSIDE_HOURS: Words("非工作时间", "Outside working hours"),
    Reason.REST_DAY: Words("休息日", "Rest day"),
    Reason.HOLIDAY: Words("节假日", "Holiday"),
    Reason.SPECIAL_CLOSED: Words("特别停业", "Closed specially"),
}
_FIXED = {
    "hand_over": Words(
        "收款当天交，最迟次个工作日早上（{rule}）", "On the day of receipt, else on the next working morning ({rule})"
    ),
}
"""Promises whose moment is worked out from the day and not from a length of time."""
_NATURAL = Words("自然时间，昼夜都算", "Natural hours, day and night")


def read(unit: Unit, *, case_id: str | None = None, subject_id: str | None = None) -> list[dict[str, Any]]:
    """All clocks of a case or of one subject as the contract's Clock, oldest first."""
    return [explain(unit, row) for row in queries.of(unit, case_id=case_id, subject_id=subject_id)]


def clock_ref(unit: Unit, row: Row) -> dict[str, Any]:
    """A clock's row as the contract's ClockRef."""
    return {
        "kind": row.kind,
        "label": label(unit, row.kind),
        "state": row.state,
        "due_at": row.due_at,
        "started_at": row.started_at,
        "stopped_at": row.stopped_at,
        "due_soon_at": row.due_soon_at,
    }


def copied_ref(unit: Unit, row: dict[str, Any]) -> dict[str, Any] | None:
    """The ClockRef of the `due_*` copies in a case's or order's row, which are taken out of it; None: no clock is open."""
    kind, due_at, state = row.pop("due_kind"), row.pop("due_at"), row.pop("due_state")
    soon, started = row.pop("due_soon_at"), row.pop("due_started_at")
    if kind is None:
        return None
    return {
        "kind": kind,
        "label": label(unit, kind),
        "state": state,
        "due_at": None if state == "paused" else due_at,
        "started_at": started,
        "stopped_at": None,
        "due_soon_at": soon,
    }


def label(unit: Unit, kind: str) -> str:
    """What the clock is for, in the caller's language."""
    return unit.say(LABELS[kind])


def explain(unit: Unit, row: Row) -> dict[str, Any]:
    """The contract's Clock: the intervals tile the time from start to due, each with its reason."""
    policy = row.policy
    natural = policy["runs"] == "natural"
    calendar = work_calendar(unit, row.calendar_id, staffed=policy["runs"] == "staffed")
    until = max(row.due_at, unit.now) if row.state == "paused" else row.due_at
    pauses = [_pause(pause) for pause in row.pauses]
    spans = _natural(row.started_at, until, pauses) if natural else calendar.explain(row.started_at, until, pauses)
    warning = None if natural else missing_year_warning(calendar.missing_years(row.started_at, until))
    return clock_ref(unit, row) | {
        "id": row.id,
        "subject": row.subject,
        "subject_id": row.subject_id,
        "rule": policy["rule"],
        "calendar": "natural" if natural else "working",
        "calendar_name": None if natural else row.calendar_name,
        "calendar_version": row.calendar_version,
        "limit_seconds": policy["limit_seconds"],
        "limit_working_days": policy["working_days"],
        "policy": unit.say(_policy(row)),
        "intervals": list(_intervals(unit, spans)),
        "pauses": [{"from": p.start, "to": p.end, "reason": p.reason} for p in pauses],
        "moves": [
            {"at": _at(m["at"]), "from": _at(m["from"]), "to": _at(m["to"]), "reason": m["reason"]}
            for m in policy["moves"]
        ],
        "warned": [
            {"at": at, "what": what}
            for what, at in (("warned", row.warned_at), ("missed", row.missed_at), ("escalated", row.escalated_at))
            if at
        ],
        "escalate_at": row.escalate_at,
        "counted_seconds": int(breakdown.counted(spans, min(row.stopped_at or unit.now, until)).total_seconds()),
        "breakdown": [
            {"kind": line["kind"], "at": line["at"], "text": unit.say(line["words"])}
            for line in breakdown.lines(row, spans, pauses, calendar, row.calendar_name)
        ],
        "missing_years_warning": warning and unit.say(warning),
        "explanation": unit.say(_explanation(row, calendar, warning)),
    }


def _pause(pause: dict[str, Any]) -> Pause:
    return Pause(_at(pause["from"]), pause["to"] and _at(pause["to"]), pause["reason"])


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _natural(start: datetime, end: datetime, pauses: list[Pause]) -> list[Span]:
    """Natural hours have no reasons but the pauses (D8)."""
    edge, spans = start, []
    for pause in sorted(pauses):
        since, until = max(pause.start, edge), min(pause.end or end, end)
        if since >= until:
            continue
        if edge < since:
            spans.append(Span(edge, since, Reason.WORKING_HOURS, note="natural"))
        spans.append(Span(since, until, Reason.PAUSE, note=pause.reason))
        edge = until
    if edge < end:
        spans.append(Span(edge, end, Reason.WORKING_HOURS, note="natural"))
    return spans


def _intervals(unit: Unit, spans: Iterable[Span]) -> Iterable[dict[str, Any]]:
    """Spans in words, neighbours of one reason put together."""
    held: dict[str, Any] | None = None
    for span in spans:
        why = unit.say(_why(span))
        if held and held["why"] == why and held["counts"] == span.counts:
            held["to"] = span.end
            continue
        if held:
            yield held
        held = {"from": span.start, "to": span.end, "counts": span.counts, "why": why}
    if held:
        yield held


def _why(span: Span) -> Words:
    if span.note == "natural" and span.counts:
        return _NATURAL
    words = _WHY[span.reason]
    detail = Words(span.note, span.note) if span.note else span.name and Words(span.name.zh, span.name.en)
    if not detail or not detail.zh:
        return words
    return Words(f"{words.zh}（{detail.zh}）", f"{words.en} ({detail.en or detail.zh})")


def _policy(row: Row) -> Words:
    """The promise in a sentence."""
    policy = row.policy
    if row.kind in _FIXED:
        return _FIXED[row.kind].format(rule=policy["rule"])
    if policy["basis"] == "promise":
        return Words("以约定的时间为准（{rule}）", "The agreed time holds ({rule})").format(
            rule=_AGREED.get(row.kind, "R105")
        )
    days, seconds, rule = policy["working_days"], policy["limit_seconds"], policy["rule"]
    if days is not None:
        words = Words("{n} 个工作日内（{rule}）", "Within {n} working {n:day|days} ({rule})")
        same = Words("当个工作日内（{rule}）", "Before the end of the same working day ({rule})")
        return (words if days else same).format(n=days, rule=rule)
    runs = {
        "natural": Words("自然时间", "natural hours"),
        "working": Words("工作时间", "working time"),
        "staffed": Words("热线值守时间（午间照算）", "hours in which the hotline is staffed, lunch included"),
    }[policy["runs"]]
    return Words("{length}{runs}内（{rule}）", "Within {length} of {runs} ({rule})").format(
        length=_length(seconds), runs=runs, rule=rule
    )


_AGREED = {"reply": "R54", "solution": "R55"}
"""By which rule a time was agreed, where it is not that of a visit."""


def _length(seconds: float) -> Words:
    minutes = round(seconds / 60)
    if minutes % 1440 == 0 and minutes:
        return Words("{n} 天", "{n} {n:day|days}").format(n=minutes // 1440)
    if minutes % 60 == 0:
        return Words("{n} 小时", "{n} {n:hour|hours}").format(n=minutes // 60)
    return Words("{n} 分钟", "{n} {n:minute|minutes}").format(n=minutes)


def _explanation(row: Row, calendar: WorkCalendar, warning: Words | None) -> Words:
    """From when, how long, until when, and what was left out."""
    start, due = (zone_of(calendar, moment) for moment in (row.started_at, row.due_at))
    paused = sum(((p.end - p.start) for p in map(_pause, row.pauses) if p.end), timedelta())
    words = Words(
        "“{label}”自 {start} 起，{policy}，应在 {due} 前完成", "{label}: from {start}, {policy}, due {due}"
    ).format(
        label=KINDS[row.kind].label, start=f"{start:%Y-%m-%d %H:%M}", due=f"{due:%Y-%m-%d %H:%M}", policy=_policy(row)
    )
    if paused:
        tail = Words("；暂停共 {length}", "; paused for {length}").format(length=_length(paused.total_seconds()))
        words = Words(words.zh + tail.zh, words.en + tail.en)
    return Words(f"{words.zh}。{warning.zh}", f"{words.en}. {warning.en}") if warning else words
