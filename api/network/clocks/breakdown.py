"""Why this minute: a clock read aloud, line by line, so that anybody can count it after with a calendar on the wall.

From when; how much of each day counted and why the rest did not; each hold with its reason and what it took away; other
times that were agreed; when it is due; who was told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from api.kit.unit import Row
from api.kit.words import Words
from api.network.calendars.worktime import Pause, Reason, Span, WorkCalendar
from api.network.clocks.facts import TO

WEEKDAYS = tuple(
    Words(f"周{zh}", en)
    for zh, en in zip("一二三四五六日", ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), strict=True)
)
MOST_DAYS = 31
"""Days told one by one; of a longer clock the rest is summed up in a line."""
NOT_COUNTED = {
    Reason.REST_DAY: Words("休息日", "day of rest"),
    Reason.HOLIDAY: Words("节假日", "holiday"),
    Reason.SPECIAL_CLOSED: Words("特别停业", "closed specially"),
    Reason.OUTSIDE_HOURS: Words("非工作时间", "outside working hours"),
    Reason.BREAK: Words("休息时段", "break"),
    Reason.PAUSE: Words("暂停", "held"),
}
Line = dict[str, Any]


def lines(
    row: Row, spans: Sequence[Span], pauses: Sequence[Pause], calendar: WorkCalendar, name: str | None
) -> list[Line]:
    """All lines, each with its kind, its moment where it has one, and its words."""
    zone = ZoneInfo(calendar.tz)
    natural = row.policy["runs"] == "natural"
    told: list[Line] = [_line("started", row.started_at, Words("{at} 开始计时", "Starts {at}"), zone)]
    told.append({"kind": "calendar", "at": None, "words": _calendar(row, natural, name)})
    if row.policy["working_days"] is not None and not row.policy["moves"] and row.policy["basis"] == "limit":
        told += _working_days(row, spans, zone)
    elif not natural:
        told += _days(row, spans, zone)
    told += [_hold(pause, spans, calendar, natural, zone) for pause in pauses]
    told += [_move(move, zone) for move in row.policy["moves"]]
    told.append(_due(row, spans, natural, zone))
    told += _said(row, zone)
    return told


def counted(spans: Sequence[Span], until: datetime) -> timedelta:
    """The time that counted before this moment."""
    return sum((min(s.end, until) - s.start for s in spans if s.counts and s.start < until), timedelta())


def length(span: timedelta) -> Words:
    """A length of time in words, to the minute."""
    minutes = round(span.total_seconds() / 60)
    hours, rest = divmod(minutes, 60)
    if not hours:
        return Words(f"{rest} 分钟", f"{rest} min")
    if not rest:
        return Words(f"{hours} 小时", f"{hours} h")
    return Words(f"{hours} 小时 {rest} 分", f"{hours} h {rest} min")


def _line(kind: str, at: datetime, words: Words, zone: ZoneInfo, **more: Any) -> Line:
    return {"kind": kind, "at": at, "words": words.format(at=_moment(at, zone), **more)}


def _moment(at: datetime, zone: ZoneInfo) -> Words:
    here = at.astimezone(zone)
    weekday = WEEKDAYS[here.weekday()]
    return Words(f"{here:%m-%d}（{weekday.zh}）{here:%H:%M}", f"{weekday.en} {here:%m-%d %H:%M}")


def _calendar(row: Row, natural: bool, name: str | None) -> Words:
    if natural:
        return Words("按自然时间计，昼夜和节假日都算", "Counts natural time: nights and holidays too")
    words = Words("按工作日历“{name}”第 {version} 版计", "Counts by the working calendar {name}, version {version}")
    if row.policy["runs"] == "staffed":
        words = Words(words.zh + "，午间有人值守也算", words.en + ", lunch included since the hotline is staffed")
    return words.format(name=name or "D7", version=row.calendar_version)


def _by_day(spans: Sequence[Span], zone: ZoneInfo) -> Iterator[tuple[date, list[Span]]]:
    """The spans, cut at local midnights, day by day."""
    held: dict[date, list[Span]] = {}
    for span in spans:
        since = span.start
        while since < span.end:
            here = since.astimezone(zone)
            midnight = datetime.combine(here.date() + timedelta(days=1), time.min, zone).astimezone(since.tzinfo)
            until = min(span.end, midnight)
            held.setdefault(here.date(), []).append(span._replace(start=since, end=until))
            since = until
    yield from held.items()


def _days(row: Row, spans: Sequence[Span], zone: ZoneInfo) -> list[Line]:
    told: list[Line] = []
    total = timedelta()
    days = list(_by_day(spans, zone))
    for on, parts in days[:MOST_DAYS]:
        taken = sum((part.end - part.start for part in parts if part.counts), timedelta())
        total += taken
        if taken:
            words = Words("{day}计 {taken}（{hours}），累计 {total}", "{day}: {taken} ({hours}), {total} so far")
            words = words.format(day=_day(on), taken=length(taken), hours=_hours(parts, zone), total=length(total))
        else:
            words = Words("{day}不计：{why}", "{day}: nothing counts: {why}").format(day=_day(on), why=_why(parts))
        told.append({"kind": "day", "at": parts[0].start, "words": words})
    if len(days) > MOST_DAYS:
        words = Words("其后 {n} 天同理", "And so on for {n} more {n:day|days}").format(n=len(days) - MOST_DAYS)
        told.append({"kind": "day", "at": None, "words": words})
    return told


def _working_days(row: Row, spans: Sequence[Span], zone: ZoneInfo) -> list[Line]:
    """The day of the request is not counted; each later day with hours is one (D9)."""
    told: list[Line] = []
    begun, nth = row.started_at.astimezone(zone).date(), 0
    wanted = row.policy["working_days"]
    for on, parts in list(_by_day(spans, zone))[:MOST_DAYS]:
        open_day = any(part.counts or part.reason is Reason.PAUSE for part in parts)
        if on == begun and wanted:
            words = Words("{day}是当天，不计", "{day} is the day itself: not counted").format(day=_day(on))
        elif not open_day:
            words = Words("{day}不计：{why}", "{day}: nothing counts: {why}").format(day=_day(on), why=_why(parts))
        else:
            nth += 1
            words = Words("{day}是第 {n} 个工作日", "{day} is working day {n}").format(day=_day(on), n=nth)
            if not wanted:
                words = Words("{day}当个工作日", "{day} is the same working day").format(day=_day(on))
        told.append({"kind": "day", "at": parts[0].start, "words": words})
    return told


def _day(on: date) -> Words:
    weekday = WEEKDAYS[on.weekday()]
    return Words(f"{on:%m-%d}（{weekday.zh}）", f"{weekday.en} {on:%m-%d}")


def _hours(parts: Sequence[Span], zone: ZoneInfo) -> Words:
    text = ", ".join(
        f"{part.start.astimezone(zone):%H:%M}–{part.end.astimezone(zone):%H:%M}" for part in _joined(parts)
    )
    return Words(text.replace(", ", "、"), text)


def _joined(parts: Sequence[Span]) -> Iterator[Span]:
    held: Span | None = None
    for part in parts:
        if not part.counts:
            continue
        if held and held.end == part.start:
            held = held._replace(end=part.end)
            continue
        if held:
            yield held
        held = part
    if held:
        yield held


def _why(parts: Sequence[Span]) -> Words:
    """Why nothing of the day counted: a hold or a day off says more than an hour of night."""
    ranked = sorted(parts, key=lambda part: part.reason in (Reason.OUTSIDE_HOURS, Reason.BREAK))
    reason = ranked[0]
    words = NOT_COUNTED[reason.reason]
    if reason.reason is Reason.PAUSE and reason.note:
        return Words(f"{words.zh}（{reason.note}）", f"{words.en} ({reason.note})")
    if reason.name and reason.name.zh:
        return Words(f"{words.zh}（{reason.name.zh}）", f"{words.en} ({reason.name.en or reason.name.zh})")
    return words


def _hold(pause: Pause, spans: Sequence[Span], calendar: WorkCalendar, natural: bool, zone: ZoneInfo) -> Line:
    if pause.end is None:
        words = Words("{at} 起暂停：{why}，还没有继续", "Held since {at}: {why}; it goes on")
        return _line("hold", pause.start, words, zone, why=pause.reason)
    took = pause.end - pause.start if natural else calendar.elapsed(pause.start, pause.end)
    words = Words(
        "{at} 至 {to} 暂停：{why}，扣除 {took}", "Held from {at} to {to}: {why}; {took} not counted"
    )  # fmt: skip
    return _line("hold", pause.start, words, zone, to=_moment(pause.end, zone), why=pause.reason, took=length(took))


def _move(move: dict[str, Any], zone: ZoneInfo) -> Line:
    at, former, to = (datetime.fromisoformat(move[name]) for name in ("at", "from", "to"))
    words = Words("{at} 改约：{former} → {to}（{why}）", "Agreed anew {at}: {former} → {to} ({why})")
    return _line("move", at, words, zone, former=_moment(former, zone), to=_moment(to, zone), why=move["reason"])


def _due(row: Row, spans: Sequence[Span], natural: bool, zone: ZoneInfo) -> Line:
    if row.state == "paused":
        words = Words("暂停中，继续后再算到期时间", "Held: the due time is worked out when it goes on")
        return {"kind": "due", "at": None, "words": words}
    if row.policy["basis"] == "promise":
        return _line("due", row.due_at, Words("到期 {at}：约定的时间", "Due {at}: the time agreed"), zone)
    days, seconds = row.policy["working_days"], row.policy["limit_seconds"]
    if days is not None:
        words = Words("到期 {at}：第 {n} 个工作日结束时", "Due {at}: the end of working day {n}")
        if not days:
            words = Words("到期 {at}：当个工作日结束时", "Due {at}: the end of the same working day")
        return _line("due", row.due_at, words, zone, n=days)
    words = Words("到期 {at}：计满 {length}", "Due {at}: {length} have counted")
    return _line("due", row.due_at, words, zone, length=length(timedelta(seconds=seconds)))


def _said(row: Row, zone: ZoneInfo) -> Iterator[Line]:
    if row.warned_at:
        yield _line("told", row.warned_at, Words("{at} 提醒快到期", "Warned {at}"), zone)
    if row.missed_at:
        yield _line("told", row.missed_at, Words("{at} 报超时", "Told as missed {at}"), zone)
    if row.escalated_at:
        to = tuple(TO.values())[min(row.escalations, len(TO)) - 1]
        yield _line("told", row.escalated_at, Words("{at} 上报{to}", "Reported to the {to} {at}"), zone, to=to)
    elif row.escalate_at:
        words = Words("{at} 还没完成就上报", "Reported further up if not done by {at}")
        yield _line("told", row.escalate_at, words, zone)
