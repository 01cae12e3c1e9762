"""`/accounts`: who can sign in."""

from __future__ import annotations

from typing import Any

from api.access.accounts import queries, schemas, service
from api.access.accounts.workflow import ACTIONS
from api.access.policy import P
from api.kit import problems
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.unit import Unit

resource = Resource("/accounts", visible=queries.visible)
router = resource.router


@resource.get(permission=P.ACCOUNTS_VIEW, answer=schemas.AccountList)
def list_accounts(unit: Unit, query: schemas.AccountsQuery) -> dict[str, Any]:
    """The accounts of the stations within reach."""
    return queries.listed(unit, query)


@resource.post(permission=P.ACCOUNTS_CREATE, answer=schemas.AccountMade, key="none")
def make_account(unit: Unit, command: schemas.MakeAccount) -> dict[str, Any]:
    """Make an account for an employee; the answer holds, once, the code to set its password with."""
    return service.make(unit, command)


@resource.get("/{id}", permission=P.ACCOUNTS_VIEW, answer=schemas.AccountRead)
def read_account(unit: Unit, id: Id) -> dict[str, Any]:
    """One account with the person's posts."""
    return queries.read(unit, id)


resource.actions(ACTIONS, service, answer=schemas.AccountRead)


@resource.post(
    "/{id}/start-reset",
    permission=P.ACCOUNTS_EDIT,
    answer=schemas.ResetCode,
    refuses=(problems.TransitionRefused,),
    key="none",
    match="optional",
    status=200,
)
def start_reset_account(unit: Unit, id: Id, command: schemas.StartReset) -> dict[str, Any]:
    """A code to set a new password with; it works once, for 30 minutes."""
    return service.start_reset(unit, id, command)
