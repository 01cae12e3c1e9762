"""T32: a line end within a value ends no line of ours: no header, no row, no event of a calendar begins by it.

Generated from the OpenAPI document: CR, LF and their kin into every text of every write; what holds one line alone refuses
them, and whatever stands in a header, a number or a name of a file is such. Where several lines may be typed, what is made of
them is read back by a library that is not ours. There is no mail and no short message yet (tests/threats.toml).

RT CVE-2012-4730, CVE-2013-3372.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count

import icalendar
import pytest

from api.kit.db import Database
from api.kit.ids import new_id
from tests.client import Api
from tests.contract.positions import filled, is_text, places, put
from tests.contract.writes import Tried
from tests.customers.digest import digest
from tests.exports.steps import taken, work
from tests.halves import mine
from tests.intake.steps import take_in
from tests.world import World

BREAKS = ("\r\n", "\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
EVIL = "x\r\nX-Evil: 1\r\n\r\nSUMMARY:evil"
ONE_LINE = {
    "account", "agent", "bank_slip", "code", "file_name", "key", "label", "model", "name", "name_en", "number", "serial", "slip",
    "subject", "tax_number", "title", "unit", "url", "filename", "statement_no",
}  # fmt: skip
"""Fields that end up in headers, numbers, files' names, papers' heads: never several lines."""


def holds_lines(kind: dict[str, object]) -> bool:
    """Whether the document says that several lines may be typed there."""
    return "pattern" not in kind or re.search(str(kind["pattern"]), "a\nb") is not None


def test_t32_what_is_one_line_takes_no_second(
    anonymous: Api, as_role: Callable[..., Api], db: Database, world: World
) -> None:
    tried, wrong, number = Tried.of(anonymous, as_role, db, world), [], count()
    before, ids = digest(db), {"": world.stations["A1"]}
    loose = set()
    for write in tried.writes:
        for place, kind in places(write.schema):
            if kind.get("type") != "string" or not is_text(kind):
                continue
            name = next(part for part in reversed(place) if part != "0")
            if holds_lines(kind):
                loose |= {f"{write} {'/'.join(place)}"} if name in ONE_LINE else set()
                continue
            if not mine(str(write), place):
                continue
            text = f"a{BREAKS[next(number) % len(BREAKS)]}b"
            answer = tried(write, put(write, filled(write.schema, ids), place, text, ids))
            errors = answer.json().get("errors", []) if answer.status_code == 422 else []
            if not any(error["pointer"].startswith(f"/body/{place[0]}") for error in errors):
                wrong.append(f"{write} {'/'.join(place)} {text!r}: {answer.status_code}")
    assert (wrong, loose) == ([], set())
    assert digest(db) == before
    assert next(number) > 40


@pytest.mark.parametrize("name", ["Idempotency-Key", "If-Match", "Accept-Language", "Last-Event-ID", "X-Request-ID"])
def test_t32_nothing_that_is_echoed_breaks_a_header(name: str, as_role: Callable[..., Api]) -> None:
    for text in ("a\r\nX-Evil: 1", "a%0d%0aX-Evil: 1", "a\u560a\u560dX-Evil: 1"):
        answer = as_role("HL").post("customers", json={}, headers={name: text.encode()})
        assert answer.status_code in (400, 422)
        assert "x-evil" not in answer.headers
        assert not [value for value in answer.headers.values() if "\r" in value or "\n" in value]


def test_t32_several_lines_stay_within_their_cell_and_their_event(
    as_role: Callable[..., Api], anonymous: Api, db: Database, world: World
) -> None:
    """A note of several lines is one cell of an export, and what a customer needs is one line of a calendar."""
    desk, manager = as_role("CO"), as_role("SM")
    made = manager.act("customers", {"kind": "company", "name": "换行公司", "note": EVIL, "confirmed_new": True})
    assert made["note"] == EVIL.replace("\r\n", "\n")
    export = manager.act("exports", {"path": "/customers", "form": "csv", "query": {}}, status=202)
    work(db, anonymous.app.state.sibu)  # type: ignore[attr-defined]
    answer = taken(manager, export["id"])
    assert [name for name in answer.headers if name.startswith("x-evil")] == []
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert [row[0] for row in rows if row[0].startswith(("X-Evil", "SUMMARY"))] == []

    case = take_in(desk, world)["id"]
    starts = (datetime.now(UTC) + timedelta(days=3)).replace(hour=3, minute=0, second=0, microsecond=0)
    body = {
        "case_id": case,
        "kind": "counter",
        "starts_at": starts.isoformat(),
        "need": f"{EVIL}\r\nEND:VEVENT\r\nBEGIN:VEVENT",
    }
    booked = desk.act("appointments", body, idempotency_key=new_id())
    calendar = desk.get(f"appointments/{booked['id']}/calendar")
    assert "\r" not in calendar.headers["content-disposition"]
    events = icalendar.Calendar.from_ical(calendar.content).walk("VEVENT")
    assert len(events) == 1
    assert str(events[0]["SUMMARY"]) != "evil"
    lines = calendar.content.decode().split("\r\n")
    assert [line for line in lines if line.startswith(("SUMMARY:evil", "X-Evil"))] == []
    assert [line for line in lines if "\n" in line or "\r" in line] == []
