"""The customer's calendar file of an appointment (RFC 5545, RFC 5546).

The UID stays over all changes and SEQUENCE rises with each, so that a calendar that knows the event moves it instead of
adding another; a cancelled one goes out with METHOD CANCEL.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from api.kit.unit import Unit
from api.kit.words import Words

TITLE = Words("{kind}服务预约：{station}", "Service appointment ({kind}): {station}")
ABOUT = Words("受理单 {number}，{subject}。联系电话 {phone}", "Case {number}, {subject}. Telephone {phone}")
FOLD = 75
"""Octets of a line at most, its end not counted (RFC 5545, 3.1)."""


def written(unit: Unit, found: dict[str, Any], kind: str) -> bytes:
    """A row of `queries.whole` as a calendar of one event."""
    gone = found["status"] == "cancelled"
    says = {
        "kind": kind, "station": found["station_name"], "number": found["case_number"],
        "subject": found["case_subject"], "phone": found["station_phone"],
    }  # fmt: skip
    organizer = f"tel:{found['station_phone']}" if found["station_phone"] else f"urn:uuid:{found['station_id']}"
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sibu//Appointments//ZH", "CALSCALE:GREGORIAN",
        f"METHOD:{'CANCEL' if gone else 'PUBLISH'}", "BEGIN:VEVENT", f"UID:{found['id']}@sibu",
        f"DTSTAMP:{utc(unit.now)}", f"SEQUENCE:{found['sequence']}", f"DTSTART:{utc(found['starts_at'])}",
        f"DTEND:{utc(found['ends_at'])}", f"SUMMARY:{escaped(unit.say(TITLE.format(**says)))}",
        f"DESCRIPTION:{escaped(unit.say(ABOUT.format(**says)))}",
        f"ORGANIZER;CN={_parameter(found['station_name'])}:{organizer}",
        f"STATUS:{'CANCELLED' if gone else 'CONFIRMED'}",
    ]  # fmt: skip
    if found["kind"] == "counter":
        lines.append(f"LOCATION:{escaped(found['station_address'])}")
    return b"".join(folded(line) for line in [*lines, "END:VEVENT", "END:VCALENDAR"])


def folded(line: str) -> bytes:
    """The line in pieces of at most 75 octets, no character cut in two, with CRLF."""
    pieces, held, room = [], b"", FOLD
    for character in line:
        octets = character.encode()
        if len(held) + len(octets) > room:
            pieces.append(held)
            held, room = b"", FOLD - 1  # the blank that continues a line counts
        held += octets
    return b"\r\n ".join([*pieces, held]) + b"\r\n"


def utc(moment: datetime) -> str:
    """A moment as its own line holds it."""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escaped(text: str) -> str:
    """Text as a line holds it (3.3.11)."""
    signs = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return signs.replace("\r\n", "\\n").replace("\n", "\\n")


def _parameter(text: str) -> str:
    return '"' + text.replace('"', "'").replace("\n", " ") + '"'
