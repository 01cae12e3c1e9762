"""`/assets`: the customer's devices and how long they are free of charge (R4)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.customers.assets import queries, schemas, service
from api.customers.assets.problems import DuplicateSerial
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import Clash
from api.kit.unit import Unit

resource = Resource("/assets", visible=queries.visible)
router = resource.router


@resource.get(permission=P.ASSETS_VIEW, answer=list_of(schemas.AssetRow))
def list_assets(unit: Unit, query: schemas.AssetsQuery) -> dict[str, Any]:
    """Devices by any part of the serial, model, or customer's name or pinyin."""
    return queries.listed(unit, query)


@resource.post(permission=P.ASSETS_CREATE, answer=schemas.AssetRead, refuses=(DuplicateSerial,))
def register_asset(unit: Unit, command: schemas.AssetCreate) -> dict[str, Any]:
    """Put a device on file; its periods follow from its dates and product (D1, D2)."""
    return service.register(unit, command)


@resource.get("/{id}", permission=P.ASSETS_VIEW, answer=schemas.AssetRead)
def read_asset(unit: Unit, id: Id) -> dict[str, Any]:
    """One device."""
    return queries.read(unit, id)


@resource.patch("/{id}", permission=P.ASSETS_EDIT, answer=schemas.AssetRead, refuses=(DuplicateSerial,))
def change_asset(unit: Unit, id: Id, command: schemas.AssetChange) -> dict[str, Any]:
    """Change a device; new dates give new periods."""
    return service.change(unit, id, command)


@resource.post(
    "/{id}/fill", permission=P.ASSETS_EDIT, answer=schemas.AssetRead, refuses=(DuplicateSerial, Clash), key="required",
    status=200,
)  # fmt: skip
def fill_asset(unit: Unit, id: Id, command: schemas.AssetFill) -> dict[str, Any]:
    """Write what a phone changed; a field that somebody else changed meanwhile keeps his value (`Sibu-Conflicts`)."""
    return service.fill(unit, id, command)
