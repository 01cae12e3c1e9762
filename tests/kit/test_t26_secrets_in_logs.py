"""T26: what is secret or somebody's own stands in no log, in no refusal and in no file that browsers get.

30 planted words (passwords, tokens, keys, numbers, names) are sent through doors that refuse, through a database that
breaks, and through jobs that fail; then all that was logged, at every level, and all that was answered is searched.

Znuny CVE-2025-26847, OTRS CVE-2021-21440, CVE-2021-36096, FreeScout GHSA-7wcq-2qmv-mvcm (a password in a trace).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from api import models
from api.access import tokens
from api.kit import jobs
from api.kit.db import Database
from api.kit.ids import new_id
from api.settings import Settings
from api.worker import unit_of
from tests.access.forms import reset, sign_in
from tests.client import Api
from tests.world import World

ROOT = Path(__file__).parents[2]
PASSWORDS = [f"Kestrel-Password-{n:02d}-Marigold" for n in range(8)]
KEYS = [f"whsec_Kestrel{n:02d}KeyMarigold0000" for n in range(6)]
NUMBERS = [f"1390044{n:04d}" for n in range(8)]
OWN = [f"11010119900101{n:03d}X" for n in range(4)] + [f"金丝雀人名{n:02d}号" for n in range(4)]
PLANTED = [*PASSWORDS, *KEYS, *NUMBERS, *OWN]
CLIENTS = ("httpx", "httpcore", "httpx2", "httpcore2", "asyncio")
"""What tests speak with; their own logs tell what a client sent."""


class Heard(logging.Handler):
    """Everything that anybody logs, as it would be printed, traces included."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if not record.name.startswith(CLIENTS):
            self.lines.append(self.format(record))


@pytest.fixture
def heard() -> Iterator[Heard]:
    handler, root = Heard(), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield handler
    root.removeHandler(handler)
    root.setLevel(level)


def test_there_are_thirty() -> None:
    assert len(PLANTED) == len(set(PLANTED)) == 30


def test_t26_no_log_and_no_refusal_holds_what_was_planted(
    anonymous: Api, as_role: Callable[..., Api], db: Database, world: World, settings: Settings, heard: Heard
) -> None:
    desk, boss = as_role("HL"), as_role("SA", "C")
    said: list[str] = []

    def refused(answer: Any) -> None:
        assert answer.status_code >= 400, answer.text
        said.append(answer.text)

    for number, password in enumerate(PASSWORDS):
        refused(sign_in(anonymous, ("co.a1", "nobody")[number % 2], password))
        refused(
            anonymous.post(
                "auth/token", content=f'{{"password": "{password}"}}', headers={"Content-Type": "application/json"}
            )
        )
        refused(desk.post("me/password", json={"old": password, "new": password[:3]}))
        refused(reset(anonymous, password, password, account="co.a1"))
        refused(desk.post("me/password", json={"old": {"x": password}, "more": password}))
    for key in KEYS:
        refused(anonymous.get("me", headers={"Authorization": f"Bearer {key}"}))
        form = {"grant_type": "client_credentials", "client_id": new_id(), "client_secret": key}
        refused(anonymous.post("auth/token", data=form))
        refused(boss.post("webhooks", json={"name": "x", "url": f"https://u:{key}@10.0.0.1/", "client_id": new_id()}))
        refused(anonymous.post("telephony/events", json={"id": 1}, headers={"webhook-signature": f"v1,{key}"}))
    for number in NUMBERS:
        refused(desk.post("calls", json={"direction": "sideways", "from_number": number}))
        refused(
            desk.post(
                "customers",
                json={"kind": "person", "name": "x", "contacts": [{"name": "x", "phones": [{"value": number * 2}]}]},
            )
        )
        refused(as_role("CA").get("callers", params={"phone": number}))
    for own in OWN:
        refused(desk.post("customers", json={"kind": own, "name": own * 20}))
        refused(
            desk.post("customers", content=f'{{"name": "{own}"'.encode(), headers={"Content-Type": "application/json"})
        )
    before = len(heard.lines)
    broken(anonymous, desk, db)
    assert len(heard.lines) > before, "what broke was logged"
    assert any("Traceback" in line for line in heard.lines[before:])
    assert [(word, line[:300]) for word in PLANTED for line in heard.lines if word in line] == []
    assert [(word, text[:300]) for word in [*PASSWORDS, *KEYS] for text in said if word in text] == []
    token = tokens.issue(settings.secret, "client", new_id())
    assert [
        line for line in heard.lines if token in line or settings.secret.decode() in line or "Bearer ey" in line
    ] == []


def broken(anonymous: Api, desk: Api, db: Database) -> None:
    """Something of ours breaks in the middle of a write that carries names and numbers: its trace is logged."""

    def breaks(conn: Any, cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith("INSERT INTO customer"):
            raise RuntimeError("no_such_table")

    event.listen(db.writer, "before_cursor_execute", breaks)
    try:
        for number, own in zip(NUMBERS, OWN, strict=True):
            contact = {"name": own, "phones": [{"value": number}]}
            body = {"kind": "person", "name": own, "note": own, "confirmed_new": True, "contacts": [contact]}
            with pytest.raises(Exception, match="no_such_table") as surprise:
                desk.post("customers", json=body)
            assert own not in str(surprise.value)
    finally:
        event.remove(db.writer, "before_cursor_execute", breaks)


def test_t26_a_job_that_fails_keeps_no_word(db: Database, anonymous: Api, heard: Heard) -> None:
    @jobs.handler("kestrel")
    def fail(job: jobs.Claim) -> None:
        raise ValueError(f"cannot send to {NUMBERS[0]} with {PASSWORDS[0]}")

    with db.write() as conn:
        now = jobs.clock.now()
        jobs.enqueue(conn, now, [{"kind": "kestrel", "payload": {}, "max_attempts": 1}])
    for claim in jobs.claim(db, jobs.clock.now(), limit=5):
        jobs.run(db, claim, unit_of, anonymous.app.state.sibu)  # type: ignore[attr-defined]
    with db.read() as conn:
        kept = str(conn.execute(models.jobs.Job.__table__.select()).all())  # type: ignore[attr-defined]
    assert "kestrel" in kept
    assert [word for word in (NUMBERS[0], PASSWORDS[0]) if word in kept] == []


def test_t26_the_screens_hold_no_secret() -> None:
    """What browsers get is built of sources that know no key, and the program prints no line for a request."""
    sources = [path for path in (ROOT / "frontend" / "src").rglob("*") if path.suffix in (".js", ".ts", ".vue")]
    assert len(sources) > 100
    secret = re.compile(r"whsec_[A-Za-z0-9+/]{16}|BEGIN [A-Z ]*PRIVATE KEY|SIBU_SECRET|eyJhbGciOi|sk_live")
    assert [path.name for path in sources if secret.search(path.read_text(encoding="utf-8"))] == []
    assert 'log_level="warning"' in (ROOT / "api" / "cli.py").read_text(encoding="utf-8"), (
        "an address holds what is searched for"
    )
