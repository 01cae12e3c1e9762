"""Phones of the demo: engineers whose phones were heard of a while ago, a step that came too late, a field that two changed."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

from api.access.actor import Actor
from api.customers.assets import queries as assets
from api.customers.assets import schemas as asset_schemas
from api.customers.assets import service as files
from api.demo import queries
from api.demo.player import Player
from api.field.devices import queries as devices
from api.field.devices import schemas as device_schemas
from api.field.devices import service as phones
from api.field.held_commands import gate
from api.kit import clock
from api.kit.fieldwork import Sent
from api.kit.ids import new_id
from api.kit.sealing import Sealer
from api.kit.unit import Unit
from api.settings import Settings

NAMES = ("红米 Note 12", "华为 nova 11", "iPhone 13", "荣耀 X50")


def fill(player: Player, settings: Settings, code: str) -> None:
    """Each engineer of the station has a phone; two of them left the coordinator something to decide."""
    sealer, now = Sealer(settings.secret), clock.now()
    engineers = player.cast[("field_engineer", code)]
    kept = {}
    for index, engineer in enumerate(engineers[:4]):
        at = now - timedelta(minutes=3 + 26 * index)
        with player.unit(engineer, at) as unit:
            unit.sealer = sealer
            told = {
                "id": new_id(), "secret": secrets.token_urlsafe(32), "name": NAMES[index], "storage": "persisted",
                "clock": at.isoformat(), "app_version": "0.1.0", "platform": "Android 14 · Chrome 142",
            }  # fmt: skip
            kept[index] = phones.enrol(unit, device_schemas.DeviceEnrol.model_validate(told))["id"]
            waiting = 4 if index == 2 else 0
            report = {
                "clock": at.isoformat(), "storage": "persisted", "app_version": "0.1.0", "waiting": waiting,
                "oldest_waiting_at": (at - timedelta(minutes=50)).isoformat() if waiting else None,
            }  # fmt: skip
            phones.report(unit, kept[index], device_schemas.DeviceReport.model_validate(report))
    with player.unit(engineers[0], now) as unit:
        jobs = queries.jobs_of(unit, [one.employee_id for one in engineers if one.employee_id])
    given = [job for job in jobs if job["status"] == "assigned"]
    _too_late(player, engineers[1], kept[1], [job for job in given if job["engineer_id"] != engineers[1].employee_id])
    _two_hands(
        player, code, engineers[1], kept[1], [job for job in jobs if job["engineer_id"] == engineers[1].employee_id]
    )


def _too_late(player: Player, engineer: Actor, phone: str, jobs: list[dict[str, Any]]) -> None:
    """A job went to a colleague while his phone was without network in a basement."""
    if not jobs:
        return
    at = clock.now() - timedelta(minutes=20)
    with player.unit(engineer, at) as unit:
        device = devices.any_one(unit, phone)
        assert device
        done = at - timedelta(minutes=65)
        again = (at + timedelta(days=2)).astimezone(clock.ZONE).replace(hour=9, minute=30, second=0, microsecond=0)
        body = {"reason": "站房配电检修，下午没有电，已和值班长说好", "promised_at": again.isoformat()}
        path, key = f"/api/v1/work-orders/{jobs[0]['id']}/cannot-today", secrets.token_hex(12)
        passed = gate.Passed(device, 1, None, jobs[0]["id"], path, done.astimezone(clock.ZONE).isoformat(), done)
        gate.hold(unit, Sent("POST", path, body, key, secrets.token_hex(32), None), passed, "lost_job", jobs[0])


def _two_hands(player: Player, code: str, engineer: Actor, phone: str, jobs: list[dict[str, Any]]) -> None:
    """The office and the engineer wrote down different places of one device."""
    asset = next((job["asset_id"] for job in jobs if job["asset_id"]), None)
    if asset is None:
        return
    at = clock.now() - timedelta(minutes=45)
    with player.unit(player.one("CO", code), at - timedelta(hours=1)) as unit:
        _place(unit, asset, "一号站房，进门左手")
    with player.unit(engineer, at) as unit:
        done = at - timedelta(hours=2)
        unit.device, unit.occurred_at = {"id": phone, "seq": 2, "at": done.isoformat()}, done
        place = asset_schemas.PlaceEdit(base=None, value="二号站房，仪表间最里面一排")
        files.fill(unit, asset, asset_schemas.AssetFill(changes=asset_schemas.AssetEdits(location_note=place)))


def _place(unit: Unit, asset: str, note: str) -> None:
    if assets.known(unit, asset):
        files.change(unit, asset, asset_schemas.AssetChange(location_note=note))
