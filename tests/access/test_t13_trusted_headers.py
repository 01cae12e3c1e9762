"""T13: what a request says of itself counts for nothing; only a proxy that the settings name is believed, one hop.

After Zammad CVE-2020-26030 and CVE-2026-34720, GLPI CVE-2021-39213, FreeScout CVE-2026-107393.
"""

from __future__ import annotations

import dataclasses

from sqlalchemy import select

from api import models
from api.access import tokens
from api.kit.db import Database
from api.main import create_app
from api.settings import Settings
from tests.access.forms import sign_in
from tests.access.test_t19_broad_keys import key_of
from tests.client import Api
from tests.world import World


def test_t13_forwarding_headers_of_strangers_are_ignored(anonymous: Api, db: Database) -> None:
    """Inventing addresses gives no more tries, and the log names the true one."""
    answers = [
        sign_in(anonymous, f"nobody{n}", "wrong", **{
            "X-Forwarded-For": f"203.0.113.{n}", "X-Real-IP": f"203.0.113.{n}", "CF-Connecting-IP": f"203.0.113.{n}",
            "Forwarded": f"for=203.0.113.{n}", "X-Remote-User": "sa.c", "X-Original-URL": "/api/v1/me",
            "X-HTTP-Method-Override": "GET",
        })
        for n in range(101)
    ]  # fmt: skip
    assert [answer.status_code for answer in answers[-2:]] == [401, 429]
    assert addresses(db) == {"testclient"}


def test_t13_headers_give_no_identity(anonymous: Api) -> None:
    for name in ("X-Remote-User", "Remote-User", "X-Forwarded-User", "X-Authenticated-User"):
        assert anonymous.get("me", headers={name: "sa.c"}).status_code == 401


def test_t13_a_trusted_proxy_is_believed_one_hop_only(settings: Settings, db: Database, world: World) -> None:
    """What the client wrote before the proxy's own entry may be invented."""
    trusting = dataclasses.replace(settings, trusted_proxies=("10.0.0.0/8",))
    app = create_app(trusting, db)
    with Api(app, client=("10.0.0.5", 4711)) as client:
        sign_in(client, "co.a1", "wrong", **{"X-Forwarded-For": "192.0.2.1, 198.51.100.7, 10.0.0.9"})
        sign_in(client, "co.a1", "wrong", **{"X-Forwarded-For": "not an address"})
    with Api(app, client=("198.51.100.8", 4711)) as client:
        sign_in(client, "co.a1", "wrong", **{"X-Forwarded-For": "192.0.2.1"})
    assert addresses(db) == {"198.51.100.7", "10.0.0.5", "198.51.100.8"}


def test_t13_behind_a_proxy_only_the_named_one_is_believed(settings: Settings, db: Database, world: World) -> None:
    id = key_of(db, world, ["stations:view"], addresses=["203.0.113.0/24"])
    bearer = f"Bearer {tokens.issue(settings.secret, 'client', id)}"
    app = create_app(dataclasses.replace(settings, trusted_proxies=("10.0.0.0/8",)), db)

    def status(peer: str, said: str | None) -> int:
        headers = {"Authorization": bearer} | ({"X-Forwarded-For": said} if said else {})
        return Api(app, headers, client=(peer, 1)).get("stations").status_code

    assert status("10.1.2.3", "203.0.113.7") == 200
    assert status("::ffff:10.1.2.3", "203.0.113.7") == 200, "IPv4 through a socket of both kinds"
    assert status("10.1.2.3", "203.0.113.7, 10.9.9.9") == 200, "two proxies of ours"
    assert status("10.1.2.3", "203.0.113.7, 198.51.100.1") == 401, (
        "the nearest stranger counts, not who he says he carries"
    )
    assert status("10.1.2.3", None) == 401, "the proxy itself is not the integration"
    assert status("10.1.2.3", "nonsense") == 401
    assert status("198.51.100.1", "203.0.113.7") == 401
    assert status("203.0.113.7", "198.51.100.1") == 200, "no proxy of ours: its words are not read"


def addresses(db: Database) -> set[str]:
    """The addresses in the log of refused sign-ins."""
    table = models.events.EventPersonal.__table__
    with db.read() as conn:
        return {row.data["address"] for row in conn.execute(select(table.c.data))}
