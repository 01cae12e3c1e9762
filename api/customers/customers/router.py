"""`/customers`: the customer file (R386)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.customers.contacts import schemas as contact_schemas
from api.customers.customers import merging, queries, schemas, service
from api.customers.customers.problems import DuplicateCustomer
from api.customers.sites import schemas as site_schemas
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import Clash
from api.kit.unit import Unit

resource = Resource("/customers", visible=queries.visible)
router = resource.router


@resource.get(permission=P.CUSTOMERS_VIEW, answer=list_of(schemas.CustomerRow))
def list_customers(unit: Unit, query: schemas.CustomersQuery) -> dict[str, Any]:
    """Customers by name, pinyin or its initials, address, whole phone or its last four digits."""
    return queries.listed(unit, query)


@resource.post(permission=P.CUSTOMERS_CREATE, answer=schemas.CustomerRead, refuses=(DuplicateCustomer,))
def register_customer(unit: Unit, command: schemas.CustomerCreate) -> dict[str, Any]:
    """Open a file; a customer known by the same number or name is refused with candidates."""
    return service.register(unit, command)


@resource.get("/{id}", permission=P.CUSTOMERS_VIEW, answer=schemas.CustomerRead)
def read_customer(unit: Unit, id: Id) -> dict[str, Any]:
    """The whole file, numbers masked."""
    return queries.read(unit, id)


@resource.patch("/{id}", permission=P.CUSTOMERS_EDIT, answer=schemas.CustomerRead)
def change_customer(unit: Unit, id: Id, command: schemas.CustomerChange) -> dict[str, Any]:
    """Change facts of the file (R387)."""
    return service.change(unit, id, command)


@resource.post(
    "/{id}/merge", permission=P.CUSTOMERS_VOID, answer=schemas.CustomerRead, status=200, match="optional",
    refuses=(Clash,),
)  # fmt: skip
def merge_customers(unit: Unit, id: Id, command: schemas.Merge) -> dict[str, Any]:
    """Put this file into another one of the same customer; the answer is the one that stays."""
    return merging.merge(unit, id, command)


@resource.post(
    "/{id}/contacts", permission=P.CUSTOMERS_EDIT, answer=contact_schemas.ContactRead, location="/api/v1/contacts"
)
def add_contact(unit: Unit, id: Id, command: contact_schemas.ContactNew) -> dict[str, Any]:
    """Add a person to speak with."""
    return service.add_contact(unit, id, command)


@resource.post("/{id}/sites", permission=P.CUSTOMERS_EDIT, answer=site_schemas.SiteRead, location="/api/v1/sites")
def add_site(unit: Unit, id: Id, command: site_schemas.SiteNew) -> dict[str, Any]:
    """Add a place where devices stand."""
    return service.add_site(unit, id, command)
