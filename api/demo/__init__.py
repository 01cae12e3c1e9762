"""The demo network: fills an empty database once, marks it demo for ever (T29), and knows its sign-ins.

Base records (stations, people, customers, devices) are written straight; everything that happens with them goes through
the rooms' own services at past times, so that the facts, clocks and numbers are those of real work.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from api.access import passwords
from api.access.actor import SYSTEM
from api.customers.finder import entries
from api.demo import (
    appointments,
    base,
    care,
    cases,
    clients,
    field,
    files,
    knowledge,
    lists,
    queries,
    roster,
    stock,
    webhooks,
)
from api.demo.player import Player
from api.files.store import open_store
from api.forms import founding
from api.intake.phrases import founding as phrases
from api.kit.db import Database
from api.kit.unit import Unit
from api.settings import Settings

WORDS = (
    "harbor",
    "violet",
    "copper",
    "meadow",
    "signal",
    "winter",
    "orchid",
    "granite",
    "lantern",
    "willow",
    "ember",
    "delta",
)


def is_empty(db: Database) -> bool:
    """Whether nobody could sign in: no account and no station exists."""
    with db.read() as conn:
        return queries.nothing_there(Unit(db, conn, SYSTEM))


def is_demo(db: Database) -> bool:
    """Whether the demo filled this database."""
    with db.read() as conn:
        return queries.marked(Unit(db, conn, SYSTEM))


def fill(db: Database, settings: Settings, tell: Callable[[str], None] = lambda text: None) -> None:
    """Fill the database; the base is one transaction, each case another."""
    secret, _ = password(settings)
    tell("stations, people, customers and devices")
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        hashed = passwords.hashed(secret, settings.password_memory_kib)
        base.fill(unit, hashed)
        founding.lay(unit)
        phrases.lay(unit)
        entries.reindex(unit)
    cases.fill(db, tell)
    tell("knowledge and questions")
    knowledge.fill(Player(db), cases.HOME)
    tell("photos")
    files.fill(Player(db), open_store(settings))
    tell("the customer file")
    care.fill(db)
    tell("parts and stock")
    stock.fill(db)
    tell("roster and appointments")
    roster.fill(db)
    appointments.fill(db)
    tell("integrations")
    clients.fill(db)
    tell("phones")
    field.fill(Player(db), settings, cases.HOME)
    tell("webhooks")
    webhooks.fill(db, settings)
    tell("exports and imports")
    lists.fill(db)


def password(settings: Settings) -> tuple[str, str]:
    """The password of all demo accounts, and where it comes from; made once and kept in a file of mode 0600."""
    if settings.demo_password:
        return settings.demo_password, "from SIBU_DEMO_PASSWORD"
    path = settings.data_dir / "demo-password"
    if not path.exists():
        made = "-".join([*(secrets.choice(WORDS) for _ in range(3)), str(secrets.randbelow(9000) + 1000)])
        _keep(path, made)
    return path.read_text("utf-8").strip(), f"kept in {path}"


def _keep(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)


def sign_ins(db: Database) -> list[dict[str, Any]]:
    """One account per role, for the terminal: account, name, role_label, station."""
    with db.read() as conn:
        return queries.one_per_role(Unit(db, conn, SYSTEM))
