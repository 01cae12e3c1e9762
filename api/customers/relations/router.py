"""`/customer-relations`: how customers stand, who is due for a word, who is lost; and one customer's own page of it."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.customers.customers import queries as customers
from api.customers.relations import schemas, service
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit

resource = Resource("/customer-relations", visible=customers.visible)
router = resource.router


@resource.get(permission=P.CUSTOMERS_VIEW, answer=list_of(schemas.RelationRow))
def list_customer_relations(unit: Unit, query: schemas.RelationsQuery) -> dict[str, Any]:
    """Customers by when the next word with them is due, or by what they bring (D30, R217)."""
    return service.listed(unit, query)


@resource.get("/summary", permission=P.CUSTOMERS_VIEW, answer=schemas.RelationSummary)
def read_customer_summary(unit: Unit, query: schemas.SummaryQuery) -> dict[str, Any]:
    """Active and lost customers, classes and satisfaction, counted (R401)."""
    return service.summary(unit, query)


@resource.get("/{id}", permission=P.CUSTOMERS_VIEW, answer=schemas.RelationRead)
def read_customer_relation(unit: Unit, id: Id) -> dict[str, Any]:
    """How a customer stands and why; `id` is the customer's (R390, R392)."""
    return service.read(unit, id)


@resource.put("/{id}/persons", permission=P.CUSTOMERS_EDIT, answer=schemas.RelationRead)
def name_customer_persons(unit: Unit, id: Id, command: schemas.PersonsSet) -> dict[str, Any]:
    """Name the two persons who follow the customer (R391)."""
    return service.name_persons(unit, id, command)
