"""What the rooms below may ask of the field: each registers a question there, answered here, called once at import."""

from __future__ import annotations

from typing import Any

from api.customers.assets import queries as assets
from api.customers.assets import schemas as asset_schemas
from api.customers.assets import service as asset_files
from api.field.conflicts import service as conflicts
from api.field.devices import service as devices
from api.field.held_commands import gate, releasing
from api.forms.entries import queries as entries
from api.forms.entries import schemas as entry_schemas
from api.forms.entries import service as filling
from api.kit import edits
from api.kit.unit import Unit
from api.money.payments import receipts


def _of_asset(unit: Unit, id: str, field: str) -> Any:
    return asset_files.plain(getattr(assets.visible(unit, id), field))


def _of_entry(unit: Unit, id: str, field: str) -> Any:
    return entries.visible(unit, id).data.get(field)


def _write_asset(unit: Unit, id: str, field: str, value: Any) -> None:
    asset_files.change(unit, id, asset_schemas.AssetChange.model_validate({field: value}))


def _write_entry(unit: Unit, id: str, field: str, value: Any) -> None:
    filling.fill(unit, id, entry_schemas.Fill(changes={field: edits.Change(value=value)}))


edits.register("asset", edits.Kind(_of_asset, _write_asset, "/assets/{id}"))
edits.register("entry", edits.Kind(_of_entry, _write_entry, "/entries/{id}"))
receipts.register(devices.check_receipt)
assert conflicts  # keeps what clashes
assert gate  # judges what phones send
assert releasing  # its jobs are known to the worker
