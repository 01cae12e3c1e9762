"""`/products`: the catalogue of models and their warranty policy (D2)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.customers.products import queries, schemas, service
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit

resource = Resource("/products", visible=queries.visible)
router = resource.router


@resource.get(permission=P.PRODUCTS_VIEW, answer=list_of(schemas.ProductRead))
def list_products(unit: Unit, query: schemas.ProductsQuery) -> dict[str, Any]:
    """Models by part of their name, pinyin or family."""
    return queries.listed(unit, query)


@resource.post(permission=P.PRODUCTS_CREATE, answer=schemas.ProductRead)
def add_product(unit: Unit, command: schemas.ProductCreate) -> dict[str, Any]:
    """Add a model."""
    return service.add(unit, command)


@resource.get("/{id}", permission=P.PRODUCTS_VIEW, answer=schemas.ProductRead)
def read_product(unit: Unit, id: Id) -> dict[str, Any]:
    """One model."""
    return queries.read(unit, id)


@resource.patch("/{id}", permission=P.PRODUCTS_EDIT, answer=schemas.ProductRead)
def change_product(unit: Unit, id: Id, command: schemas.ProductChange) -> dict[str, Any]:
    """Change a model; devices on file keep their periods."""
    return service.change(unit, id, command)
