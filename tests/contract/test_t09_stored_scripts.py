"""T9: a script that somebody types is a text that somebody reads.

200 payloads go through texts of several rooms and come back as they were, in JSON that no browser takes for a page; nothing
that was asked for is repeated in a page of ours; and the pages that there are run only their own files. That nothing runs in
a real browser: frontend/e2e/desk.hostile.spec.js; on papers: tests/paper/test_t11_hostile_papers.py; in files: T22.

FreeScout CVE-2026-32754, GHSA-fffc-phh8-5h4v; RTIR CVE-2026-105455; django-helpdesk CVE-2021-3945, CVE-2021-3950,
CVE-2021-3994; osTicket CVE-2020-24917; GLPI CVE-2026-26027.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.testclient import TestClient

from api.kit.ids import new_id
from api.spa import add_screens
from tests.client import Api
from tests.files import made, tus
from tests.intake.steps import take_in
from tests.world import World

FULL = os.environ.get("SIBU_TEST_COUNTS") == "full"
ACTS = ("alert(1)", "fetch('//x.test')", "document.title='x'", "import('//x.test')", "location='//x.test'")
SHAPES = (
    "<script>{}</script>", "<img src=x onerror={}>", "<svg onload={}>", "<svg><script>{}</script></svg>",
    "<a href=javascript:{}>x</a>", "<iframe srcdoc='<script>{}</script>'>",
    "<math><mi//xlink:href='data:x,<script>{}</script>'>", "'><script>{}</script>", '"><img src=x onerror="{}">',
    "</textarea><script>{}</script>", "</title><svg/onload={}>", "{{{{constructor.constructor('{}')()}}}}", "${{{}}}",
    "javascript:{}", "data:text/html,<script>{}</script>", "<details open ontoggle={}>", "<body onload={}>",
    "<input autofocus onfocus={}>", "<video><source onerror={}>", "<style>@import 'x';</style><script>{}</script>",
    "<!--><script>{}</script>-->", "<ScRiPt>{}</sCrIpT>", "<script/x>{}</script>",
    "<object data='data:text/html,<script>{}</script>'>", "<form action=javascript:{}><input type=submit>",
    "<base href='//x.test/'><script>{}</script>", "<meta http-equiv=refresh content='0;url=javascript:{}'>",
    "<link rel=stylesheet href='//x.test' onload={}>", "<template><script>{}</script></template>",
    "<noscript><p title='</noscript><script>{}</script>'>", "＜script＞{}＜/script＞", "&lt;script&gt;{}&lt;/script&gt;",
    "%3Cscript%3E{}%3C/script%3E", '<b v-html="\'{}\'" v-on:click={}>', "[x](javascript:{})", "![x](x){{onerror={}}}",
    "<xss style=x:expression({})>", '\u202e<script>{}</script>', "<img src=x onerror=&#97;lert(1) alt={}>",
    '=HYPERLINK("javascript:{}")',
)  # fmt: skip
PAYLOADS = [
    shape.replace("{}", act) if "{{" not in shape else shape.format(act, act) for shape, act in product(SHAPES, ACTS)
]
STEP = 1 if FULL else 5


def safe(answer: Any) -> bool:
    """No browser takes it for a page."""
    media = answer.headers["content-type"].partition(";")[0]
    return (
        media in ("application/json", "application/problem+json")
        and answer.headers["x-content-type-options"] == "nosniff"
    )


def test_there_are_two_hundred() -> None:
    assert len(PAYLOADS) == len(set(PAYLOADS)) == 200


def test_t9_what_is_typed_comes_back_as_text(as_role: Callable[..., Api], world: World) -> None:
    """Customers, people, places, cases and notes; each is found and read again in lists, pages and timelines."""
    desk, wrong = as_role("HL"), []
    for number, payload in enumerate(PAYLOADS[::STEP]):
        name = payload[:80]
        body = {
            "kind": "company", "name": name, "note": payload, "confirmed_new": True,
            "contacts": [{"name": name, "title": payload[:40]}],
            "sites": [{"label": name[:40], "address": f"北京市通州区 {payload}"[:100]}],
        }  # fmt: skip
        answer = desk.post("customers", json=body)
        if answer.status_code != 201 or not safe(answer):
            wrong.append(f"{payload}: {answer.status_code} {answer.text[:120]}")
            continue
        shown = desk.get(f"customers/{answer.json()['id']}")
        found = shown.json()
        kept = (found["name"], found["note"], found["contacts"][0]["name"], found["sites"][0]["label"])
        if kept != (name.strip(), payload.strip(), name.strip(), name[:40].strip()) or not safe(shown):
            wrong.append(f"{payload} became {kept}")
        if number % 8 == 0:
            case = take_in(desk, world, subject=payload[:100], description=payload)
            told = desk.act(f"service-requests/{case['id']}/note", {"text": payload})
            assert payload.strip() in (told["subject"], told["description"])
            for path in (f"service-requests/{case['id']}/events", "service-requests", "customers"):
                assert safe(desk.get(path, params={"q": payload[:40]} if "/" not in path else {}))
    assert wrong == []


def test_t9_a_name_of_a_file_is_a_name(as_role: Callable[..., Api]) -> None:
    """osTicket CVE-2020-24917: what is kept of it stands in a header within its quotes."""
    sender, data = as_role("CO"), made.jpeg(32, 24)
    for payload in PAYLOADS[:: STEP * 5]:
        answer = tus.upload(sender, data, f"{payload[:60]}.jpg")
        assert answer.status_code in (201, 422), payload
        if answer.status_code == 201:
            content = sender.get(answer.json()["content"].removeprefix("/api/v1/"))
            assert content.headers["content-type"] == "image/jpeg"
            assert content.headers["x-content-type-options"] == "nosniff"
            assert "sandbox" in content.headers["content-security-policy"]
            assert re.fullmatch(
                r'inline; filename="[^"\r\n<>]*"(; filename\*=UTF-8\'\'[\w%.~!#$&+^`|-]*)?',
                content.headers["content-disposition"],
            ), payload


def test_t9_nothing_that_is_asked_for_is_repeated_in_a_page(anonymous: Api, as_role: Callable[..., Api]) -> None:
    """Addresses, parameters, headers and tokens: refusals are JSON, whatever is in them."""
    desk = as_role("CO")
    for payload in PAYLOADS[:: STEP * 2]:
        tried = [
            anonymous.get(f"customers/{payload.replace('/', '%2F')}"), anonymous.get("problems", params={payload: payload}),
            desk.get("customers", params={"sort": payload}), desk.get(f"no-such/{new_id()}", params={"q": payload}),
            anonymous.post("auth/token", data={"grant_type": payload, "username": payload}),
            desk.post("customers", json={payload: payload}, headers={"User-Agent": payload.encode()}),
        ]  # fmt: skip
        assert all(map(safe, tried)), payload


def test_t9_pages_run_their_own_files_alone(tmp_path: Path) -> None:
    """No inline script, none of others, no plug-in, no frame around us, no base that leads elsewhere."""
    for name in ("index.html", "field/index.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"<!doctype html><title>x</title>")
    app = FastAPI()
    add_screens(app, tmp_path)
    client = TestClient(app)
    for path in ("/", "/field/", "/customers/<script>alert(1)</script>", "/%3Cscript%3E"):
        answer = client.get(path)
        policy = dict(part.strip().partition(" ")[::2] for part in answer.headers["content-security-policy"].split(";"))
        assert policy["default-src"] in ("'self'", "'none'")
        scripts = set(policy["script-src"].split())
        assert scripts <= {"'self'", "'wasm-unsafe-eval'"}  # a decoder of codes is WebAssembly of ours
        assert (policy["object-src"], policy["base-uri"], policy["frame-ancestors"]) == ("'none'", "'none'", "'none'")
        assert not [one for one in policy.values() if "unsafe-inline" in one or "'unsafe-eval'" in one or "*" in one]
        assert "<script>alert" not in answer.text
