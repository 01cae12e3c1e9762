"""Samples of the customer file's rooms; `samples.py` takes them into its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from api import models
from api.customers.care_messages.workflow import WORKFLOW as CARE_MESSAGES
from api.customers.reminders.workflow import WORKFLOW as REMINDERS
from api.kit.unit import Unit
from tests.world import World

WHY = {"reason": "样本"}


def _home(world: World, station: str) -> dict[str, str]:
    return {"station_id": world.stations[station], "customer_id": world.customers[station]}


def _contact(unit: Unit, world: World, station: str, owner: str | None) -> str:
    return unit.insert(
        models.contact_log.CustomerContact, by_id=owner, at=unit.now, way="call", purpose="care", result="样本",
        **_home(world, station),
    ).id  # fmt: skip


def _reminder(unit: Unit, world: World, station: str, owner: str | None) -> str:
    return unit.insert(
        models.reminders.CustomerReminder, owner_id=owner, kind="todo", what="样本", due_on=date(2026, 12, 1),
        status="open", **_home(world, station),
    ).id  # fmt: skip


def _consent(unit: Unit, world: World, station: str, owner: str | None) -> str:
    return unit.insert(
        models.care_messages.MessageConsent, contact_id=world.contacts[station], given=True, told_how="call",
        by_id=owner, **_home(world, station),
    ).id  # fmt: skip


def _message(unit: Unit, world: World, station: str, owner: str | None) -> str:
    return unit.insert(
        models.care_messages.CareMessage, created_by_id=owner, contact_id=world.contacts[station],
        consent_id=_consent(unit, world, station, None), kind="greeting", way="sms", body="样本", status="ready",
        **_home(world, station),
    ).id  # fmt: skip


def _key_account(unit: Unit, world: World, station: str, owner: str | None) -> str:
    row = unit.insert(
        models.customers.Customer, created_by_id=owner, station_id=world.stations[station], kind="company",
        name="样本", name_key="yangben", customer_class="A", do_not_call=False,
    )  # fmt: skip
    return unit.insert(
        models.key_accounts.KeyAccount, created_by_id=owner, station_id=world.stations[station], customer_id=row.id,
        status="active", since=date(2026, 1, 1), goals="样本",
    ).id  # fmt: skip


def _persons(unit: Unit, world: World, station: str, id: str) -> dict[str, Any]:
    return {
        "service_person_id": world.employees[f"FU@{station}"],
        "account_person_id": world.employees[f"SM@{station}"],
    }


def samples(sample: Callable[..., Any], customer: Callable[..., str]) -> dict[str, Any]:
    """By the first part of the path."""
    return {
        "care-messages": sample("care-messages", _message, {"withdraw": WHY}, CARE_MESSAGES),
        "customer-contacts": sample("customer-contacts", _contact, {"report-up": {"need": "样本"}}),
        "customer-relations": sample("customers", customer, {"PUT": _persons}, listed=False),
        "customer-reminders": sample(
            "customer-contacts", _reminder, {"PATCH": {"due_on": "2026-12-02"}, "drop": WHY}, REMINDERS
        ),
        "key-accounts": sample(
            "key-accounts", _key_account, {"PATCH": {"usage_note": "样本"}, "end": WHY}, ownable=False
        ),
        "message-consents": sample("care-messages", _consent, listed=False),
    }
