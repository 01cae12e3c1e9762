"""`/key-accounts`: the files of large customers (R395)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.customers.key_accounts import queries, schemas, service
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit

resource = Resource("/key-accounts", visible=queries.visible)
router = resource.router


@resource.get(permission=P.KEY_ACCOUNTS_VIEW, answer=list_of(schemas.KeyAccountRead))
def list_key_accounts(unit: Unit, query: schemas.KeyAccountsQuery) -> dict[str, Any]:
    """Files, the newest first."""
    return service.listed(unit, query)


@resource.post(permission=P.KEY_ACCOUNTS_CREATE, answer=schemas.KeyAccountRead)
def open_key_account(unit: Unit, command: schemas.KeyAccountCreate) -> dict[str, Any]:
    """Open a file for a large customer."""
    return service.begin(unit, command)


@resource.get("/{id}", permission=P.KEY_ACCOUNTS_VIEW, answer=schemas.KeyAccountRead)
def read_key_account(unit: Unit, id: Id) -> dict[str, Any]:
    """One file with what follows from the customer's records."""
    return service.read(unit, id)


@resource.patch("/{id}", permission=P.KEY_ACCOUNTS_EDIT, answer=schemas.KeyAccountRead)
def change_key_account(unit: Unit, id: Id, command: schemas.KeyAccountChange) -> dict[str, Any]:
    """Change a file."""
    return service.change(unit, id, command)


@resource.post("/{id}/end", permission=P.KEY_ACCOUNTS_VOID, answer=schemas.KeyAccountRead, status=200, match="optional")
def end_key_account(unit: Unit, id: Id, command: schemas.KeyAccountEnd) -> dict[str, Any]:
    """End a file with a reason; nothing is deleted."""
    return service.end(unit, id, command)
