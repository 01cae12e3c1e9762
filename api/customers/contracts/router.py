"""`/contracts`: service agreements, which may lengthen the on-site period (D2)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.customers.contracts import queries, schemas, service
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit

resource = Resource("/contracts", visible=queries.visible)
router = resource.router


@resource.get(permission=P.CONTRACTS_VIEW, answer=list_of(schemas.ContractRead))
def list_contracts(unit: Unit, query: schemas.ContractsQuery) -> dict[str, Any]:
    """Agreements, of one customer or of all."""
    return queries.listed(unit, query)


@resource.post(permission=P.CONTRACTS_CREATE, answer=schemas.ContractRead)
def sign_contract(unit: Unit, command: schemas.ContractCreate) -> dict[str, Any]:
    """Put an agreement on file."""
    return service.sign(unit, command)


@resource.get("/{id}", permission=P.CONTRACTS_VIEW, answer=schemas.ContractRead)
def read_contract(unit: Unit, id: Id) -> dict[str, Any]:
    """One agreement with its devices."""
    return queries.read(unit, id)


@resource.patch("/{id}", permission=P.CONTRACTS_EDIT, answer=schemas.ContractRead)
def change_contract(unit: Unit, id: Id, command: schemas.ContractChange) -> dict[str, Any]:
    """Change an agreement."""
    return service.change(unit, id, command)


@resource.post("/{id}/end", permission=P.CONTRACTS_VOID, answer=schemas.ContractRead, status=200, match="optional")
def end_contract(unit: Unit, id: Id, command: schemas.ContractEnd) -> dict[str, Any]:
    """End an agreement before its time, with a reason; nothing is deleted."""
    return service.end(unit, id, command)
