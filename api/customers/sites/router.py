"""`/sites`: where devices stand."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.customers.sites import queries, schemas, service
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.unit import Unit
from api.network.stations.nearest import nearest
from api.network.stations.schemas import WhereToBring

resource = Resource("/sites", visible=queries.visible)
router = resource.router


@resource.get("/{id}", permission=P.CUSTOMERS_VIEW, answer=schemas.SiteRead)
def read_site(unit: Unit, id: Id) -> dict[str, Any]:
    """One site with the station that answers for it."""
    return queries.read(unit, id)


@resource.get("/{id}/carry-in", permission=P.CUSTOMERS_VIEW, answer=WhereToBring)
def where_to_bring(unit: Unit, id: Id) -> dict[str, Any]:
    """The station nearest to this site that takes devices in, with address and hours to be read out (R46, R52)."""
    site = queries.one(unit, id)
    return nearest(unit, (site.latitude, site.longitude), site.station_id)


@resource.patch("/{id}", permission=P.CUSTOMERS_EDIT, answer=schemas.SiteRead)
def change_site(unit: Unit, id: Id, command: schemas.SiteChange) -> dict[str, Any]:
    """Change a site; a new address finds its station anew (R2)."""
    return service.change(unit, id, command)
