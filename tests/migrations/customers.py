"""Rows of the customer file's rooms for the test that goes up, down and up again."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import insert

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.world import BORN, World


def followed(db: Database, world: World) -> None:
    """A customer who is followed by two persons: spoken with, reminded of, written to, with a file of his own."""
    born: dict[str, Any] = {
        "version": 1, "created_at": BORN, "station_id": world.stations["A1"], "customer_id": world.customers["A1"],
    }  # fmt: skip
    consent = {
        "id": new_id(), "contact_id": world.contacts["A1"], "given": True, "told_how": "call",
        **{name: born[name] for name in ("created_at", "station_id", "customer_id")},
    }  # fmt: skip
    relation = {
        "id": new_id(), "service_person_id": world.employees["FU@A1"], "account_person_id": world.employees["SM@A1"],
        "revenue_fen": 1, "former_revenue_fen": 1, "devices": 1, "jobs": 1, "activity": "active", "alert": "late",
        "satisfaction": "loyal", "next_contact_on": date(2026, 12, 1),
    }  # fmt: skip
    contact = {"id": new_id(), "at": BORN, "way": "visit", "purpose": "care", "result": "问候"}
    reminder = {"id": new_id(), "kind": "alert", "what": "回访", "due_on": date(2026, 12, 1), "status": "open"}
    message = {
        "id": new_id(), "contact_id": world.contacts["A1"], "consent_id": consent["id"], "kind": "greeting",
        "way": "sms", "body": "您好", "status": "ready",
    }  # fmt: skip
    account = {"id": new_id(), "status": "active", "since": date(2026, 1, 1), "goals": "续签"}
    with db.write() as conn:
        for model, row in (
            (models.relations.CustomerRelation, relation | born),
            (models.contact_log.CustomerContact, contact | born),
            (models.reminders.CustomerReminder, reminder | born),
            (models.care_messages.MessageConsent, consent),
            (models.care_messages.CareMessage, message | born),
            (models.key_accounts.KeyAccount, account | born),
        ):
            conn.execute(insert(model.__table__), row)
