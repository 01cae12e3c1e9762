"""`/search`: one box for everything that people look for."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.customers.assets import queries as assets
from api.customers.contacts import queries as contacts
from api.customers.customers import queries as customers
from api.customers.finder import kinds, schemas, service
from api.kit.edge import SIGNED_IN, Resource
from api.kit.unit import Unit
from api.kit.words import Words

resource = Resource("/search")
router = resource.router

kinds.register(
    kinds.Kind(
        name="customer",
        label=Words("客户", "Customers"),
        title_is=Words("名称", "Name"),
        subtitle_is=Words("地址或联系人", "Address or contact"),
        permission=P.CUSTOMERS_VIEW,
        href="/customers/{id}",
        visible=customers.visible_ids,
        by_phone=contacts.customers_with,
    )
)
kinds.register(
    kinds.Kind(
        name="asset",
        label=Words("设备", "Devices"),
        title_is=Words("序列号", "Serial"),
        subtitle_is=Words("型号、客户或地点", "Model, customer or site"),
        permission=P.ASSETS_VIEW,
        href="/assets/{id}",
        visible=assets.visible_ids,
    )
)


@resource.get(permission=SIGNED_IN, answer=schemas.SearchRead)
def search_everything(unit: Unit, query: schemas.SearchQuery) -> dict[str, Any]:
    """Customers, devices, open matters, records; each group within what the caller may see of it."""
    return service.find(unit, query.q, query.limit)
