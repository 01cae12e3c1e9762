"""T24: a long and repetitive text costs next to nothing, in whichever field, filter or search it is put.

Generated from the OpenAPI document: 100 kB of what makes patterns go back and forth, into every text of every body and query.
Lengths are judged before anything is matched; only a password may be long, and is never matched at all.

OTRS CVE-2021-21439, Zammad GHSA-2wm3-m74f-6p2x.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from itertools import count
from typing import Any

from api.kit.db import Database
from tests.client import Api
from tests.contract.positions import asked, filled, is_text, places, put
from tests.contract.writes import HOMES, Tried, Write
from tests.halves import mine
from tests.world import World

FULL = os.environ.get("SIBU_TEST_COUNTS") == "full"
SIZE = 100_000
SECONDS = 0.25
TEXTS = [
    part * (SIZE // len(part)) + end
    for part, end in (
        ("a", "!"), (" ", "x"), ("a ", "\0"), ("0", "x"), ("-", "_"), ("一", "。"), ("\n", "x"), ("http://", ""), ("a@", " "),
        ("e\u0301", "!"), ("(", ""), ("{{", "}"), ("\u2028", "x"), ("+86 ", "x"), ("13800004410,", "x"),
    )
]  # fmt: skip
SHORT = 6_000
"""Of an address: whoever runs the server bounds its length before us."""


class Clocked:
    """Sends, and notes what cost too much; who was slow is asked again twice, because other threads may have worked."""

    def __init__(self) -> None:
        self.next = count()
        self.wrong: list[str] = []

    def texts(self) -> list[str]:
        """The next text in turn, or all."""
        return TEXTS if FULL else [TEXTS[next(self.next) % len(TEXTS)]]

    def send(self, what: str, ask: Callable[[], Any]) -> None:
        """One request, by the processor's time."""
        costs = []
        for _ in range(3):
            began = time.process_time()
            answer = ask()
            costs.append(time.process_time() - began)
            if costs[-1] <= SECONDS:
                break
        if min(costs) > SECONDS:
            self.wrong.append(f"{what}: {min(costs) * 1000:.0f} ms")
        if answer.status_code >= 500:
            self.wrong.append(f"{what}: {answer.status_code}")


def test_t24_every_text_of_every_body(anonymous: Api, as_role: Callable[..., Api], db: Database, world: World) -> None:
    tried, clocked = Tried.of(anonymous, as_role, db, world), Clocked()
    ids = {"": world.stations["A1"]}
    number = 0
    for write in tried.writes:
        for place, kind in places(write.schema):
            if kind.get("type") != "string" or not is_text(kind) or not (FULL or mine(str(write), place)):
                continue
            number += 1
            for text in clocked.texts():
                body = json.dumps(put(write, filled(write.schema, ids), place, text, ids), ensure_ascii=False).encode()
                clocked.send(f"{write} {'/'.join(place)} {text[:4]!r}", lambda w=write, b=body: tried(w, b))
    assert not clocked.wrong, "\n".join(clocked.wrong)
    assert number > 70


def test_t24_every_text_of_every_query(anonymous: Api, as_role: Callable[..., Api]) -> None:
    clocked, number = Clocked(), 0
    for parameter in asked(anonymous.app.openapi()):  # type: ignore[attr-defined]
        if not is_text(parameter.schema) or "{" in parameter.path or not (FULL or mine(str(parameter))):
            continue
        number += 1
        short = Write("", "", parameter.permission, {}).sender()
        client = as_role(short, HOMES.get(short, "A1"))
        others = dict.fromkeys(parameter.required, "x")
        for text in clocked.texts():
            sent = others | {parameter.name: text[:SHORT]}
            clocked.send(f"{parameter} {text[:4]!r}", lambda c=client, p=parameter.path, s=sent: c.get(p, params=s))
    assert not clocked.wrong, "\n".join(clocked.wrong)
    assert number > 10


def test_t24_what_fits_costs_little_too(as_role: Callable[..., Api]) -> None:
    """The longest texts that are taken: they are searched for, indexed and made comparable."""
    clocked, desk = Clocked(), as_role("HL")
    for text in (text[:80] for text in TEXTS):
        clocked.send(f"search {text[:4]!r}", lambda t=text: desk.get("search", params={"q": t}))
        clocked.send(f"customers {text[:4]!r}", lambda t=text: desk.get("customers", params={"q": t}))
    for text in (text[:-1] for text in TEXTS):
        body = {"kind": "person", "name": text[:80], "note": text[:2000], "confirmed_new": True}
        clocked.send(f"a customer named {text[:4]!r}", lambda b=body: desk.post("customers", json=b))
    assert not clocked.wrong, "\n".join(clocked.wrong)
