"""T27: a foreign page that a signed-in person opens can make his browser send, but never makes us do anything.

What such a page can send without asking us first: a form or text by POST, and any GET, with the cookies that the browser
has. So: every write takes JSON alone, none is a GET, no cookie is read but at one door that asks for a header which no page
of others can add, and nobody is told that he may (no CORS).

FastAPI CVE-2021-32677, GLPI CVE-2021-39209, RT 5.0.11 notes.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from api.kit.db import Database
from tests.access.forms import sign_in
from tests.client import Api
from tests.contract.positions import filled
from tests.contract.routes import declared
from tests.contract.writes import Tried
from tests.customers.digest import digest
from tests.halves import mine
from tests.world import World

SIMPLE = ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "")
"""What a page of others may send without a question (a CORS preflight) before."""
FOREIGN = {"Origin": "https://evil.example", "Referer": "https://evil.example/", "Sec-Fetch-Site": "cross-site"}


def test_t27_every_write_takes_json_alone(
    anonymous: Api, as_role: Callable[..., Api], db: Database, world: World
) -> None:
    """A right body under a type that a form can send: 415, even with a token; and nothing without one."""
    tried = Tried.of(anonymous, as_role, db, world)
    before, number, wrong = digest(db), 0, []
    for write in tried.writes:
        media = SIMPLE[number % len(SIMPLE)]
        number += 1
        if not mine(str(write)):
            continue
        body = json.dumps(filled(write.schema, {"": world.stations["A1"]})).encode()
        headers = write.headers("en") | FOREIGN | {"Content-Type": media}
        client, path = tried.clients[write.sender()], write.address(tried.objects.get(write.resource) or world.calendar)
        if client.request(write.method, path, content=body, headers=headers).status_code != 415:
            wrong.append(f"{write} took {media!r}")
    assert wrong == []
    assert number > 200
    assert digest(db) == before


def test_t27_no_read_has_an_effect(anonymous: Api, as_role: Callable[..., Api], db: Database, world: World) -> None:
    """A picture's address is a GET: none of them changes anything, whoever asks, whatever it calls itself."""
    clients = [as_role("SM"), as_role("SA", "C"), as_role("HQ", "C"), as_role("FE")]
    before = digest(db)
    paths = [
        r.path.strip("/") for r in declared() if r.method == "GET" and "{" not in r.path and "stream" not in r.path
    ]
    for number, path in enumerate(paths):
        for method in ("POST", "PUT", "DELETE"):
            sent = FOREIGN | {"X-HTTP-Method-Override": method, "X-Method-Override": method}
            answer = clients[number % len(clients)].get(path, params={"_method": method}, headers=sent)
            assert answer.status_code < 500, path
    assert digest(db) == before


def test_t27_the_cookie_is_for_one_door_and_one_header(anonymous: Api, world: World) -> None:
    """`__Host-`, HttpOnly, Secure, SameSite=Strict; it refreshes with our header alone, and opens nothing else."""
    answer = sign_in(anonymous, "co.a1", world.password, client_type="browser")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-")
    assert {"HttpOnly", "Secure", "SameSite=strict", "Path=/"} <= {part.strip() for part in cookie.split(";")}
    assert answer.json()["refresh_token"] is None
    anonymous.cookies.clear()  # each request below says which it carries
    held = {"Cookie": cookie.partition(";")[0]}
    form = {"grant_type": "refresh_token"}
    for headers in (held, held | FOREIGN, held | FOREIGN | {"Content-Type": "text/plain"}):
        assert anonymous.post("auth/token", data=form, headers=headers).status_code in (403, 415, 422)
        assert anonymous.get("me", headers=headers).status_code == 401
        assert anonymous.post("auth/sign-out", headers=headers).status_code == 403
    assert anonymous.post("auth/token", data=form, headers=held | {"X-Sibu": "1"}).status_code == 200


def test_t27_nobody_else_is_told_that_he_may(anonymous: Api, as_role: Callable[..., Api]) -> None:
    """No page of others is allowed to read an answer, nor to send what only a script can."""
    asks = FOREIGN | {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization"}
    for client, path in ((anonymous, "auth/token"), (as_role("CO"), "customers"), (anonymous, "problems")):
        for answer in (client.options(path, headers=asks), client.get(path, headers=FOREIGN)):
            assert not [name for name in answer.headers if name.lower().startswith("access-control-")], path
