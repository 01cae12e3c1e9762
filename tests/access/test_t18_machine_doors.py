"""T18: whoever has no token finds only the published doors, and no secret stands in an address.

After FreeScout CVE-2026-40498 (a cron's hash in its URL) and CVE-2026-47123 (an unsigned reply path), RT CVE-2023-41259.
"""

from __future__ import annotations

import re

from api.kit.edge import PUBLIC, SIGNED
from api.kit.ids import new_id
from tests.client import Api
from tests.contract.routes import Declared, declared

SECRET = re.compile(r"secret|password|token|api_key|signature|hash|code")
HOLDS_NO_SECRET = {"fault_code"}


def path_of(route: Declared) -> str:
    filled = route.path.replace("{day}", "2026-11-21").replace("{key}", "a.b").replace("{provider}", "demo")
    asked = "?name=x" if filled == "/me/imports/{id}/file" else ""  # its shape is read before its caller is known
    return re.sub(r"\{[a-z_]+\}", new_id(), filled).lstrip("/") + asked


def test_a_crawl_without_a_token_finds_only_the_published_doors(anonymous: Api) -> None:
    """Every other route answers 401 and nothing else, whatever it is asked for; health tells only that it is up."""
    locked = [route for route in declared() if route.permission not in (None, PUBLIC, SIGNED)]
    headers = {"If-Match": '"1"', "Idempotency-Key": new_id()}
    answers = {str(r): anonymous.request(r.method, path_of(r), headers=headers) for r in locked}
    assert {name: a.status_code for name, a in answers.items() if a.status_code != 401} == {}
    assert {a.json()["type"] for a in answers.values() if a.content} == {"/problems/unauthenticated"}
    assert len(answers) > 300
    assert anonymous.get("http://testserver/healthz").json() == {"status": "alive"}
    assert set(anonymous.get("http://testserver/readyz").json()) == {"status"}


def test_signed_doors_open_to_no_unsigned_message(anonymous: Api) -> None:
    """Unsigned, or signed by nobody that is known: 401 (stale, replayed and altered ones in the rooms' own tests)."""
    forged = {
        "webhook-id": "msg_1", "webhook-timestamp": "1795000000", "webhook-signature": "v1,AAAA", "sibu-exchange": new_id(),
    }  # fmt: skip
    for route in (route for route in declared() if route.permission == SIGNED):
        for headers in ({}, forged):
            answer = anonymous.request(route.method, path_of(route), headers=headers, json={"id": new_id()})
            assert answer.status_code in (401, 404), f"{route}: {answer.status_code} {answer.text}"


def test_no_address_asks_for_a_secret(anonymous: Api) -> None:
    """What stands in an address stands in logs: no query parameter is a password, token or key."""
    asked = {
        f"{path}?{parameter['name']}"
        for path, operations in anonymous.read("openapi.json")["paths"].items()
        for operation in operations.values()
        for parameter in operation.get("parameters", ())
        if parameter["in"] == "query" and SECRET.search(parameter["name"])
    }
    assert {one for one in asked if one.rpartition("?")[2] not in HOLDS_NO_SECRET} == set()
