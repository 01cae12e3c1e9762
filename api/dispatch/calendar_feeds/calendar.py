"""A person's work as one calendar (RFC 5545), as calendars on phones and desks subscribe to it.

It lies with whoever keeps that calendar, so it is thin: the order's number and the city: never a customer's
name, street or telephone. UIDs are the bookings' own and stay over every move; SEQUENCE rises with each; what was given back
stays a while as cancelled, for calendars that forget nothing by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from api.customers.customers.queries import city_of
from api.dispatch.appointments.calendar import escaped, folded, utc
from api.kit import clock
from api.kit.words import Words

KINDS = {
    "job": Words("上门 {number}", "Visit {number}"),
    "leave": Words("请假", "Leave"),
    "other": Words("已占用", "Taken"),
}
NAME = Words("四步 · 我的工作", "Sibu · my work")
ZONE = (
    "BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19910915T000000", "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip
"""China has had no summer time since 1991."""
_HEAD = (
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sibu//Work//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    "REFRESH-INTERVAL;VALUE=DURATION:PT15M", "X-PUBLISHED-TTL:PT15M",
)  # fmt: skip


def written(rows: Iterable[dict[str, Any]], locale: str, address: str) -> bytes:
    """The rows of `queries.work` as a calendar; the same rows give the same bytes. `address` is where screens stand."""
    lines = [*_HEAD, f"X-WR-CALNAME:{escaped(NAME.into(locale))}", *ZONE]
    for row in rows:
        lines += _event(row, locale, address)
    return b"".join(folded(line) for line in [*lines, "END:VCALENDAR"])


def _event(row: dict[str, Any], locale: str, address: str) -> list[str]:
    title = KINDS.get(row["kind"], KINDS["other"]).format(number=row["number"] or "").into(locale).strip()
    changed = max(row["created_at"], row["released_at"] or row["created_at"])
    lines = [
        "BEGIN:VEVENT", f"UID:{row['id']}@sibu", f"DTSTAMP:{utc(changed)}", f"SEQUENCE:{row['version'] - 1}",
        f"DTSTART;TZID=Asia/Shanghai:{_local(row['starts_at'])}", f"DTEND;TZID=Asia/Shanghai:{_local(row['ends_at'])}",
        f"SUMMARY:{escaped(title)}", f"STATUS:{'CANCELLED' if row['released_at'] else 'CONFIRMED'}",
    ]  # fmt: skip
    if city := city_of(row["address"]):
        lines.append(f"LOCATION:{escaped(city)}")
    if row["work_order_id"]:
        lines.append(f"URL:{address}/field/jobs/{row['work_order_id']}")
    return [*lines, "CLASS:PRIVATE", "TRANSP:OPAQUE", "END:VEVENT"]


def _local(moment: datetime) -> str:
    return f"{moment.astimezone(clock.ZONE):%Y%m%dT%H%M%S}"
