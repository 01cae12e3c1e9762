"""`/telephony-exchanges`: who may tell us of calls."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.intake.telephony.exchanges import queries, schemas, service
from api.intake.telephony.exchanges.workflow import ACTIONS
from api.kit import problems
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit

resource = Resource("/telephony-exchanges", visible=queries.visible)
router = resource.router


@resource.get(permission=P.TELEPHONY_EXCHANGES_VIEW, answer=list_of(schemas.ExchangeRow))
def list_telephony_exchanges(unit: Unit, query: schemas.Query) -> dict[str, Any]:
    """Every exchange, and whether it is connected."""
    return queries.listed(unit, query)


@resource.post(permission=P.TELEPHONY_EXCHANGES_CREATE, answer=schemas.ExchangeSecret, key="none")
def make_telephony_exchange(unit: Unit, command: schemas.Make) -> dict[str, Any]:
    """Register an exchange; the answer holds its signing secret, once."""
    return service.make(unit, command)


@resource.get("/{id}", permission=P.TELEPHONY_EXCHANGES_VIEW, answer=schemas.ExchangeRead)
def read_telephony_exchange(unit: Unit, id: Id) -> dict[str, Any]:
    """One exchange."""
    return queries.read(unit, id)


@resource.patch("/{id}", permission=P.TELEPHONY_EXCHANGES_EDIT, answer=schemas.ExchangeRead)
def change_telephony_exchange(unit: Unit, id: Id, command: schemas.Change) -> dict[str, Any]:
    """Change name or area code."""
    return service.change(unit, id, command)


@resource.post(
    "/{id}/rotate",
    permission=P.TELEPHONY_EXCHANGES_EDIT,
    answer=schemas.ExchangeSecret,
    refuses=(problems.TransitionRefused,),
    key="none",
    match="optional",
    status=200,
)
def rotate_telephony_exchange(unit: Unit, id: Id, command: schemas.Rotate) -> dict[str, Any]:
    """A new signing secret, shown once; the former one works up to 24 hours more."""
    return service.rotate(unit, id, command)


resource.actions(ACTIONS, service, answer=schemas.ExchangeRead)
