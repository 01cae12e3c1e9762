"""T6: pages about people make nobody more than he is, and hold nothing with which one signs in.

Every role tries on himself and on others to write what only its own door may (roles, rights, numbers, addresses of mail,
passwords); then whoever sees people and machines crawls every read while words are planted in every column that holds a
secret or its hash.

Odoo CVE-2019-11782, CVE-2018-15640; GLPI CVE-2023-41322, CVE-2023-41324, CVE-2023-28634; RT CVE-2026-44231.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import Any

from sqlalchemy import String, update

from api import models
from api.access.actor import SYSTEM
from api.access.policy import SHORT
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Unit
from tests.client import Api
from tests.contract.crawl import crawl
from tests.contract.samples import SAMPLES
from tests.contract.writes import HOMES
from tests.customers.digest import digest
from tests.world import World

FULL = os.environ.get("SIBU_TEST_COUNTS") == "full"
PEOPLE = [short for short in SHORT if short != "IC"]
POWERS: dict[str, Any] = {
    "role": "system_administrator", "roles": ["system_administrator"], "permissions": ["accounts:edit"], "posts": [],
    "email": "x@example.com", "password": "copper-lantern-71-orchard", "password_hash": "x", "reset_hash": "x",
    "account": "root", "demo": True, "is_admin": True, "employee_id": new_id(), "locale_id": "x",
}  # fmt: skip
CRAWLERS = PEOPLE if FULL else ["SA", "SM", "HR"]
SECRET = re.compile(r"hash|secret|sealed$|p256dh|^auth$|password")
WORD = "canary"


def signed(as_role: Callable[..., Api], short: str) -> Api:
    return as_role(short, HOMES.get(short, "A1"))


def test_t6_nobody_makes_himself_or_another_more_than_he_is(
    as_role: Callable[..., Api], db: Database, world: World
) -> None:
    clients = {short: signed(as_role, short) for short in PEOPLE}
    before, wrong, powers = digest(db), [], list(POWERS.items())
    for number, (short, client) in enumerate(clients.items()):
        me = f"{short}@{HOMES.get(short, 'A1')}"
        for who in (me, "FE2@A1"):
            employee, account = world.employees[who], world.accounts[who]
            for name, value in powers[number % 3 :: 1 if FULL else 4]:
                for method, path in (
                    ("PATCH", "me"), ("PATCH", f"employees/{employee}"), ("PUT", f"employees/{employee}"),
                    ("PATCH", f"accounts/{account}"), ("PUT", f"accounts/{account}"), ("POST", f"accounts/{account}/enable"),
                ):  # fmt: skip
                    answer = client.request(method, path, json={name: value}, headers={"If-Match": '"1"'})
                    if answer.status_code not in (403, 404, 405, 409, 422):
                        wrong.append(f"{short} {method} {path} {name}: {answer.status_code}")
            if short == "HR" and who != me:
                continue  # his is the one door by which roles are given
            post = {"role": "system_administrator", "station_id": world.stations["C"], "starts_on": "2026-11-21"}
            given = client.post(f"employees/{employee}/posts", json=post)
            if given.status_code not in (403, 404, 409, 422):
                wrong.append(f"{short} made {who} an administrator: {given.status_code}")
    assert wrong == []
    assert digest(db) == before


def test_t6_no_read_holds_what_one_signs_in_with(as_role: Callable[..., Api], db: Database, world: World) -> None:
    """Planted in every such column: of accounts, sessions, keys, phones, webhooks, exchanges and calendars."""
    clients = {short: signed(as_role, short) for short in CRAWLERS}
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        ids = {name: sample.make(unit, world, "A1", None) for name, sample in SAMPLES.items()}
        planted = {}
        for table in models.metadata.tables.values():
            columns = [c for c in table.columns if SECRET.search(c.name) and isinstance(c.type, String)]
            if not columns or table.name in (
                "event",
                "event_position",
            ):  # chains of the log: no secrets, and append-only
                continue
            words = {c.name: f"{WORD}{len(planted) + n:03d}"[: c.type.length] for n, c in enumerate(columns)}  # type: ignore[attr-defined]
            conn.execute(update(table).values(words))
            planted |= {word: f"{table.name}.{name}" for name, word in words.items()}
    assert {"account.password_hash", "api_client.secret_hash", "webhook.secret_sealed"} <= set(planted.values())
    ids |= {"accounts": world.accounts["FE@A1"], "employees": world.employees["FE@A1"]}
    told, asked = [], 0
    for short, client in clients.items():
        for what, answer in crawl(client, ids):
            asked += answer.status_code == 200
            held = answer.content + str(answer.headers).encode()
            told += [f"{short} {what}: {where}" for word, where in planted.items() if word.encode() in held]
            told += [f"{short} {what}: a hash" for mark in (b"$argon2", b"whsec_") if mark in held]
    assert told == []
    assert asked > 150
