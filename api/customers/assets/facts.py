"""What happens to the file of a device."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class AssetRegistered(Fact):
    type = "asset.registered"
    sentence = Words("登记了设备 {serial}", "Registered the device {serial}")
    serial: str
    customer_id: str
    warranty_basis: str
    warranty_ends_on: date | None
    on_site_ends_on: date | None


@dataclass(frozen=True, slots=True)
class AssetChanged(Fact):
    type = "asset.changed"
    sentence = Words("修改了设备档案", "Changed the device's file")
    personal = ("values", "former")
    fields: list[str]
    warranty_basis: str
    warranty_ends_on: date | None
    on_site_ends_on: date | None
    values: dict[str, Any]
    former: dict[str, Any]
