"""T8: whatever is typed into a filter, a sort, a search or a header is a value and never a part of a statement.

Generated from the OpenAPI document: every query parameter of every read, every id in a path and every header that we read
gets some of 300 payloads, and each payload is used. No answer is an error of ours, none takes longer, none holds a row that
an ordinary nonsense would not find, and nothing is changed. On both databases, because each understands other payloads.

GLPI CVE-2026-26263, CVE-2023-41320, CVE-2024-29889, CVE-2022-35947; Chatwoot CVE-2025-21628; Frappe CVE-2026-55823;
ERPNext CVE-2025-66439; osTicket CVE-2021-45811, CVE-2021-42235.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import count, product
from typing import Any

import pytest

from api.access.actor import SYSTEM
from api.access.policy import RIGHTS, SHORT
from api.kit import clock
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Unit
from tests.client import Api
from tests.contract.positions import asked, is_text
from tests.contract.routes import declared
from tests.contract.samples import SAMPLES
from tests.contract.test_answers import ASKED
from tests.contract.writes import HOMES, Write
from tests.customers.digest import digest
from tests.halves import mine
from tests.world import World

FULL = os.environ.get("SIBU_TEST_COUNTS") == "full"
OPENINGS = ("", "'", '"', "')", "'))", "`", "\\'", "%27", "0", "绿源'")
MIDDLES = (
    " OR '1'='1", " OR 1=1", " UNION SELECT NULL,NULL,NULL", " UNION SELECT password_hash FROM account", "; DROP TABLE customer",
    "; SELECT pg_sleep(5)", " AND 5=(SELECT 5 FROM pg_sleep(5))", " AND randomblob(900000000)", " AND 1=CAST(version() AS int)",
    "; ATTACH DATABASE '/tmp/x' AS x",
)  # fmt: skip
ENDINGS = ("", "--", "/*")
PAYLOADS = tuple("".join(parts) for parts in product(OPENINGS, MIDDLES, ENDINGS))
MARKS = (
    "%", "%%", "*", "?", "\\", "'", '"', "[a-z]", "^", '"" OR ""', "NEAR(", "s_mple", "s%e", "%样本%", "{0}",
)  # fmt: skip
"""What searching understands in itself: as a word that is searched for, none of it means more than itself."""
HEADERS = (
    "Accept-Language", "Authorization", "If-Match", "If-None-Match", "Idempotency-Key", "Last-Event-ID", "X-Request-ID",
    "User-Agent", "Range", "X-Forwarded-For", "Sibu-Clock",
)  # fmt: skip
SECONDS = 1.0


class Typist:
    """Types one payload after the other, and judges what comes back."""

    def __init__(self, as_role: Callable[..., Api]) -> None:
        self.as_role = as_role
        self.next = count()
        self.used: set[str] = set()
        self.wrong: list[str] = []
        self.slow: list[tuple[str, Callable[[], Any]]] = []

    def client(self, permission: str) -> Api:
        """Somebody who may ask there, and sees as much as anybody."""
        short = Write("", "", permission, {}).sender()
        able = [one for one, role in SHORT.items() if RIGHTS[role].get(permission) == "all" and one != "IC"]
        short = able[0] if able else short
        return self.as_role(short, HOMES.get(short, "A1"))

    def payloads(self, few: int) -> Iterator[str]:
        """The next ones in turn, or twenty at full counts."""
        for _ in range(20 if FULL else few):
            payload = PAYLOADS[next(self.next) % len(PAYLOADS)]
            self.used.add(payload)
            yield payload

    def send(self, what: str, ask: Callable[[], Any], *, empty: bool = False) -> None:
        """One request. Who asks whether it was slow asks again: a machine under load is slow now and then."""
        began = clock.monotonic()
        answer = ask()
        if clock.monotonic() - began > SECONDS:
            self.slow.append((what, ask))
        if answer.status_code >= 500:
            self.wrong.append(f"{what}: {answer.status_code}")
        elif answer.status_code == 200 and empty and (found := answer.json().get("items")):
            self.wrong.append(f"{what}: {len(found)} rows")

    def done(self) -> None:
        """Judge it all."""
        for what, ask in self.slow:
            began = clock.monotonic()
            ask()
            if clock.monotonic() - began > SECONDS:
                self.wrong.append(f"{what}: {clock.monotonic() - began:.1f} s")
        assert not self.wrong, "\n".join(self.wrong)


@pytest.fixture
def typist(as_role: Callable[..., Api], db: Database, world: World) -> Iterator[Typist]:
    """A few things of every resource; afterwards nothing has changed."""
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        for sample in SAMPLES.values():
            sample.make(unit, world, "A1", None)
    ready = Typist(as_role)
    for short in SHORT:
        if short != "IC":
            as_role(short, HOMES.get(short, "A1"))
    before = digest(db)
    yield ready
    ready.done()
    assert digest(db) == before


def test_t8_every_parameter_of_every_read(typist: Typist, anonymous: Api) -> None:
    """Filters, sorts, searches, cursors, and names of parameters that there are not."""
    document = anonymous.app.openapi()  # type: ignore[attr-defined]
    ids = {"case_id": new_id(), "work_order_id": new_id(), "subject_id": new_id(), "from": "2026-12-01", "kind": "x"}
    places = [one for one in asked(document) if "{" not in one.path]
    assert len(places) > 400
    for parameter in (one for one in places if FULL or mine(str(one))):
        others = {name: value for name, value in ASKED.get(f"/{parameter.path}", {}).items() if "{" not in value}
        others |= {name: ids.get(name, "x") for name in parameter.required if name not in others}
        client = typist.client(parameter.permission)
        for payload in typist.payloads(1):
            sent = others | {parameter.name: payload}
            typist.send(
                f"{parameter} = {payload!r}",
                lambda c=client, p=parameter.path, s=sent: c.get(p, params=s),
                empty=is_text(parameter.schema) and parameter.name not in others,
            )
    for path, permission in sorted({(one.path, one.permission) for one in places}):
        client = typist.client(permission)
        for payload in typist.payloads(1):
            typist.send(f"{path}?{payload}", lambda c=client, p=path, n=payload: c.get(p, params={n: "x"}))
            typist.send(f"{path} sort", lambda c=client, p=path, n=payload: c.get(p, params={"sort": f"name{n}"}))
    client = typist.client("customers:view")
    for payload in (one for one in PAYLOADS if one not in typist.used):  # this half of the places took fewer
        typist.used.add(payload)
        typist.send(f"customers?q={payload}", lambda n=payload: client.get("customers", params={"q": n}), empty=True)
    assert len(typist.used) == len(PAYLOADS) == 300


def test_t8_a_search_finds_what_is_typed_and_nothing_by_a_mark(typist: Typist, anonymous: Api) -> None:
    """Where a word is searched for, a sign that stands for many letters stands for itself."""
    searches = [one for one in asked(anonymous.app.openapi()) if one.name in ("q", "words") and "{" not in one.path]  # type: ignore[attr-defined]
    assert len(searches) > 15
    for parameter in searches:
        client = typist.client(parameter.permission)
        for mark in (*MARKS, *typist.payloads(2)):
            what = f"{parameter} = {mark!r}"
            sent = {parameter.name: mark}
            typist.send(what, lambda c=client, p=parameter.path, s=sent: c.get(p, params=s), empty=True)
            if parameter.path == "search":
                found = client.get("search", params=sent)
                assert found.status_code != 200 or found.json()["groups"] == [], what


def test_t8_ids_in_paths_and_headers(typist: Typist, anonymous: Api) -> None:
    """What stands in a path is an id or nothing; what stands in a header is read and not run."""
    for route in (r for r in declared() if "{id}" in r.path and r.method == "GET" and mine(str(r))):
        client = typist.client(route.permission or "")
        for payload in typist.payloads(1):
            path = route.path.strip("/").replace("{id}", payload.replace("/", "%2F")).replace("{key}", payload)
            typist.send(f"{route} {payload!r}", lambda c=client, p=path: c.get(p))
    client = typist.client("customers:view")
    for name in HEADERS:
        for payload in typist.payloads(3):
            sent = {name: payload.encode()}
            typist.send(f"{name}: {payload!r}", lambda s=sent: client.get("customers", headers=s))
            path = f"customers/{new_id()}/contacts"
            typist.send(f"{name}: {payload!r}", lambda s=sent, p=path: client.post(p, headers=s, json={}))


def test_t8_nobody_signs_in_by_a_payload(anonymous: Api) -> None:
    for payload in PAYLOADS[:: 1 if FULL else 30]:
        form = {"grant_type": "password", "username": payload, "password": payload}
        assert anonymous.post("auth/token", data=form).status_code in (401, 422, 429), payload
