"""Nobody writes what is the server's to write: every column of every table, sent to every write, is refused (T5)."""

from __future__ import annotations

from collections.abc import Callable

from api import models
from api.kit.db import Database
from tests.client import Api
from tests.contract.writes import Tried, parts, writes
from tests.customers.digest import digest
from tests.world import World

COLUMNS = sorted({column.name for table in models.metadata.tables.values() for column in table.columns})
SERVERS_OWN = {
    "version", "created_at", "updated_at", "recorded_at", "open", "step", "verdict", "paid", "due_at", "due_from",
    "owner_id", "caller_id", "engineer_id", "created_by_id", "resource_id", "resource_no", "name_key", "password_hash",
    "secret_hash", "reset_hash", "scopes_hash", "posted_on", "warranty_ends_on", "on_site_ends_on", "warranty_basis",
}  # fmt: skip
"""What no body may even offer as a field."""
CHUNK = 40
"""Fewer than the 50 findings that one refusal lists."""


def test_t5_columns_cannot_be_assigned(anonymous: Api, as_role: Callable[..., Api], db: Database, world: World) -> None:
    tried, wrong = Tried.of(anonymous, as_role, db, world), []
    before = digest(db)
    for write in tried.writes:
        for place, schema, wrap in parts(write.schema):
            names = [name for name in COLUMNS if name not in schema.get("properties", {})]
            for start in range(0, len(names), CHUNK):
                sent = names[start : start + CHUNK]
                answer = tried(write, wrap(dict.fromkeys(sent, "x")))
                errors = answer.json().get("errors", [])
                refused = {error["pointer"] for error in errors if error["code"] == "extra_forbidden"}
                wrong += [f"{write} took {n} ({answer.status_code})" for n in sent if f"{place}/{n}" not in refused]
    assert wrong == []
    assert digest(db) == before


def test_t5_no_body_offers_what_is_the_servers(anonymous: Api) -> None:
    """`status` is moved by actions alone, and a number, a verdict or a due time by the server."""
    offered = {
        f"{write}: {name}"
        for write in writes(anonymous.app.openapi())  # type: ignore[attr-defined]
        for _, schema, _ in parts(write.schema)
        for name in schema.get("properties", {})
        if name in SERVERS_OWN | {"status"}
    }
    assert offered == set()
