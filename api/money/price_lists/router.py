"""`/price-lists`: what is charged to whom from when (R155, R159)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit import sheets
from api.kit.edge import Afterwards, Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import Stale, TransitionRefused
from api.kit.unit import Unit
from api.money.price_lists import files, queries, schemas, service
from api.money.price_lists.workflow import WORKFLOW

resource = Resource("/price-lists", visible=queries.visible)
router = resource.router
_NOT_NOW = (TransitionRefused, Stale)


@resource.get(permission=P.PRICE_LISTS_VIEW, answer=list_of(schemas.PriceListRow))
def list_price_lists(unit: Unit, query: schemas.PriceListsQuery) -> dict[str, Any]:
    """Price lists, of one class or of all, the newest first day first."""
    return queries.listed(unit, query, lambda status: WORKFLOW.label(status, unit.locale))


@resource.post(permission=P.PRICE_LISTS_CREATE, answer=schemas.PriceListRead)
def create_price_list(unit: Unit, command: schemas.PriceListCreate) -> dict[str, Any]:
    """Begin a list as a draft, empty or as the change of another."""
    return service.draft(unit, command)


@resource.get("/prices", permission=P.PRICE_LISTS_VIEW, answer=list_of(schemas.PriceRead))
def list_prices(unit: Unit, query: schemas.PricesQuery) -> dict[str, Any]:
    """The prices in force for a customer or a class on a day, each with the list that it is from (R62, R155)."""
    return queries.prices(unit, query)


@resource.get("/{id}", permission=P.PRICE_LISTS_VIEW, answer=schemas.PriceListRead)
def read_price_list(unit: Unit, id: Id) -> dict[str, Any]:
    """One list, what it follows and what follows it."""
    return service.read(unit, id)


@resource.patch("/{id}", permission=P.PRICE_LISTS_EDIT, answer=schemas.PriceListRead, refuses=(TransitionRefused,))
def change_price_list(unit: Unit, id: Id, command: schemas.PriceListChange) -> dict[str, Any]:
    """Change a draft."""
    return service.change(unit, id, command)


@resource.get("/{id}/items", permission=P.PRICE_LISTS_VIEW, answer=list_of(schemas.ItemRead))
def list_price_list_items(unit: Unit, id: Id, query: schemas.ItemsQuery) -> dict[str, Any]:
    """The prices of a list."""
    return queries.items(unit, id, query)


@resource.put(
    "/{id}/items", permission=P.PRICE_LISTS_EDIT, answer=schemas.PriceListRead, refuses=_NOT_NOW, match="optional"
)
def put_price_list_items(unit: Unit, id: Id, command: schemas.ItemsPut) -> dict[str, Any]:
    """Set all prices of a draft."""
    return service.put_items(unit, id, command)


@resource.get("/{id}/changes", permission=P.PRICE_LISTS_VIEW, answer=schemas.Changes)
def compare_price_list(unit: Unit, id: Id, query: schemas.ChangesQuery) -> dict[str, Any]:
    """What is different from the list before it, or from another."""
    return service.changes(unit, id, query)


@resource.post(
    "/{id}/import", permission=P.PRICE_LISTS_EDIT, answer=schemas.ImportReport, refuses=_NOT_NOW, status=200,
    match="optional",
)  # fmt: skip
def import_price_list(unit: Unit, id: Id, command: schemas.ImportFile) -> dict[str, Any]:
    """Judge a CSV or XLSX file line by line; with `apply` its prices take the place of the draft's, all or none."""
    return files.bring(unit, id, command)


@resource.post(
    "/{id}/export", permission=P.PRICE_LISTS_EXPORT, answer=None, status=200, key="none",
    media=tuple(kind.partition(";")[0] for kind in sheets.MEDIA.values()),
)  # fmt: skip
def export_price_list(unit: Unit, id: Id, command: schemas.ExportWish) -> Afterwards:
    """The list as CSV or XLSX; every export is logged (R162)."""
    return files.export(unit, id, command)


resource.actions(WORKFLOW, service, answer=schemas.PriceListRead)
