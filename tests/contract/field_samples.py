"""Samples of the field: phones, what they sent and what is held, what two changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import Any

from sqlalchemy import select

from api import models
from api.field.conflicts.workflow import WORKFLOW as CONFLICTS
from api.field.devices.workflow import WORKFLOW as DEVICES
from api.field.held_commands.workflow import WORKFLOW as HELD
from api.kit.ids import new_id
from api.kit.unit import Unit
from tests.world import World

_counts = count(1)
WHY = {"reason": "样本"}
Make = Callable[[Unit, World, str, str | None], str]
POINT = "BCbvzr0O6eNKZpGH4Ys6kSKy9zOUW2Scyfn5Ien52tgSkCOL3pzHuzMNFQxncE3SWucFUgV0S28xv0BwdFhy0OY"


def device(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """A phone of the owner's, with its numbers."""
    holder = owner or world.employees[f"FE2@{station}"]
    accounts = models.access.Account.__table__
    account = unit.value(select(accounts.c.id).where(accounts.c.employee_id == holder))
    made = unit.insert(
        models.devices.Device, station_id=world.stations[station], employee_id=holder, account_id=account or new_id(),
        name="样机", status="active", secret_hash="0" * 64, reported_at=unit.now, waiting=0, last_seq=0,
        storage="unknown", anchors=[[0, 0]], skew_ms=0,
    )  # fmt: skip
    number = f"RC-S-20260101-{next(_counts):04d}-"
    unit.insert(models.devices.ReceiptBlock, device_id=made.id, prefix=number, first=1, last=200)
    return made.id


def held(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """A command that is to be decided."""
    phone = device(unit, world, station, owner)
    row = unit.first(models.devices.Device.__table__.select().where(models.devices.Device.__table__.c.id == phone))
    assert row
    return unit.insert(
        models.held_commands.HeldCommand, station_id=world.stations[station], employee_id=row["employee_id"],
        account_id=row["account_id"], device_id=phone, device_seq=1, key=new_id(), fingerprint="0" * 64, method="POST",
        path=f"/api/v1/work-orders/{new_id()}/accept", body={}, corrected_at=unit.now, status="held",
        reason="lost_job", decide_from=unit.now + timedelta(days=3),
    ).id  # fmt: skip


def conflict(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """A device's place that two wrote down."""
    phone = device(unit, world, station, owner)
    return unit.insert(
        models.conflicts.Conflict, station_id=world.stations[station],
        employee_id=owner or world.employees[f"FE2@{station}"], device_id=phone, device_seq=1, subject="asset",
        subject_id=world.assets[station], title="样本", field="location_note", label_zh="安装位置",
        label_en="Where it stands", base=None, theirs="二楼", mine="三楼", corrected_at=unit.now, status="open",
    ).id  # fmt: skip


def samples(sample: Any) -> dict[str, Any]:
    """By the first part of the path."""
    push = {"endpoint": "https://push.example.com/a", "keys": {"p256dh": POINT, "auth": "A" * 22}}
    return {
        "conflicts": sample("conflicts", conflict, {}, CONFLICTS),
        "devices": sample(
            "devices", device,
            {"report": {"clock": "2026-11-21T09:00:00+08:00"}, "PUT": push, "wipe": WHY, "revoke": WHY}, DEVICES,
        ),
        "held-commands": sample("held-commands", held, {"set-aside": WHY}, HELD),
    }  # fmt: skip
