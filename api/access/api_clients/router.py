"""`/api-clients`: API clients and their keys."""

from __future__ import annotations

from typing import Any

from api.access.api_clients import queries, schemas, scopes, service
from api.access.api_clients.workflow import ACTIONS
from api.access.policy import P
from api.kit import problems
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.unit import Unit

resource = Resource("/api-clients", visible=queries.visible)
router = resource.router


@resource.get(permission=P.API_CLIENTS_VIEW, answer=schemas.ApiClientList)
def list_api_clients(unit: Unit, query: schemas.ApiClientsQuery) -> dict[str, Any]:
    """Every API client."""
    return queries.listed(unit, query)


@resource.post(permission=P.API_CLIENTS_CREATE, answer=schemas.ApiClientSecret, key="none")
def make_api_client(unit: Unit, command: schemas.MakeApiClient) -> dict[str, Any]:
    """Register an API client; the answer holds its secret, once."""
    return service.make(unit, command)


@resource.get("/scopes", permission=P.API_CLIENTS_VIEW, answer=schemas.ScopeCatalogue)
def list_api_client_scopes(unit: Unit) -> dict[str, Any]:
    """What an API client can be allowed at all, in words."""
    return scopes.catalogue(unit)


@resource.get("/{id}", permission=P.API_CLIENTS_VIEW, answer=schemas.ApiClientRead)
def read_api_client(unit: Unit, id: Id) -> dict[str, Any]:
    """One API client."""
    return queries.read(unit, id)


@resource.patch(
    "/{id}", permission=P.API_CLIENTS_EDIT, answer=schemas.ApiClientRead, refuses=(problems.TransitionRefused,)
)
def change_api_client(unit: Unit, id: Id, command: schemas.ChangeApiClient) -> dict[str, Any]:
    """Other scopes, stations, addresses, limit or end."""
    return service.change(unit, id, command)


@resource.post(
    "/{id}/rotate",
    permission=P.API_CLIENTS_EDIT,
    answer=schemas.ApiClientSecret,
    refuses=(problems.TransitionRefused,),
    key="none",
    match="optional",
    status=200,
)
def rotate_api_client(unit: Unit, id: Id, command: schemas.Rotate) -> dict[str, Any]:
    """A new secret, shown once; the former one works up to 24 hours more."""
    return service.rotate(unit, id, command)


resource.actions(ACTIONS, service, answer=schemas.ApiClientRead)
