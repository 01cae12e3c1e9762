"""Facts of imported records: they carry the original times as `occurred_at`."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class CustomerImported(Fact):
    """A customer came with an import."""

    origin: str

    type = "customer.imported"
    sentence = Words("导入客户（{origin}）", "Customer imported ({origin})")


@dataclass(frozen=True, slots=True)
class ProductImported(Fact):
    """A model of device came with an import; it has no warranty policy until headquarters gives it one."""

    model: str

    type = "product.imported"
    sentence = Words("导入产品 {model}", "Product {model} imported")


@dataclass(frozen=True, slots=True)
class AssetImported(Fact):
    """A device came with an import."""

    origin: str

    type = "asset.imported"
    sentence = Words("导入设备（{origin}）", "Device imported ({origin})")


@dataclass(frozen=True, slots=True)
class CaseImported(Fact):
    """A case came with an import, at its original time."""

    origin: str

    type = "service_request.imported"
    sentence = Words("导入需求（{origin}）", "Case imported ({origin})")


@dataclass(frozen=True, slots=True)
class HistoryImported(Fact):
    """One entry of an imported case's history, at its original time."""

    what: str
    by: str | None

    type = "service_request.history_imported"
    sentence = Words("{what}（{by}）", "{what} ({by})")
    personal = ("what", "by")
    quiet = True
