"""`/contacts`: one person at a customer; numbers only through `reveal`."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.access.reveals import RevealLimit
from api.customers.contacts import queries, schemas, service
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.unit import Unit

resource = Resource("/contacts", visible=queries.visible)
router = resource.router


@resource.get("/{id}", permission=P.CUSTOMERS_VIEW, answer=schemas.ContactRead)
def read_contact(unit: Unit, id: Id) -> dict[str, Any]:
    """One contact with masked numbers."""
    return queries.read(unit, id)


@resource.patch("/{id}", permission=P.CUSTOMERS_EDIT, answer=schemas.ContactRead)
def change_contact(unit: Unit, id: Id, command: schemas.ContactChange) -> dict[str, Any]:
    """Change a contact; `phones` replaces the list."""
    return service.change(unit, id, command)


@resource.post(
    "/{id}/reveal",
    permission=P.CUSTOMERS_REVEAL,
    answer=schemas.Revealed,
    refuses=(RevealLimit,),
    status=200,
    key="none",
)
def reveal_contact(unit: Unit, id: Id, command: schemas.Reveal) -> dict[str, Any]:
    """Show the full numbers of one contact; the reason is recorded, the count per hour is limited (T31)."""
    return service.reveal(unit, id, command)
