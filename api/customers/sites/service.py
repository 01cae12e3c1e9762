"""Verbs on sites."""

from __future__ import annotations

from typing import Any

from api.access import scope
from api.access.policy import P
from api.customers.customers import facts
from api.customers.customers.model import Site
from api.customers.finder import entries
from api.customers.sites import queries, schemas
from api.events import log
from api.kit.problems import Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.stations.responsible import responsible


def add(unit: Unit, customer_id: str, command: schemas.SiteNew) -> Row:
    """Insert a site; the station that answers for its address is found (R2).

    Inside the service area is what a station of the lowest level answers for; an address that falls back on a region
    or the centre lies outside (D9), unless the caller knows better.

    :raises Duplicate: the id brought by the client is taken.
    """
    station = responsible(unit, command.address)
    return unit.insert(
        Site,
        id=command.id,
        customer_id=customer_id,
        label=command.label,
        address=command.address,
        access_note=command.access_note,
        station_id=station.id,
        latitude=command.latitude,
        longitude=command.longitude,
        in_area=station.level == "station" if command.in_area is None else command.in_area,
    )


def change(unit: Unit, id: str, command: schemas.SiteChange) -> dict[str, Any]:
    """Change what was sent; a new address moves the site to the station that answers for it.

    The customer's own station stays: its records do not wander off with a mistyped address.

    :raises Forbidden: the customer is not the caller's to edit.
    """
    row = queries.one(unit, id, lock=True)
    customer = queries.customer_of(unit, row)
    scope.demand(unit, P.CUSTOMERS_EDIT, customer)
    sent = {name: getattr(command, name) for name in command.model_fields_set}
    if not sent:
        return queries.read(unit, id)
    for name in ("label", "address", "in_area"):
        if name in sent and sent[name] is None:
            raise Invalid.field(f"/body/{name}", "missing", Words("不能空着", "Must not be empty"))
    if "address" in sent:
        station = responsible(unit, sent["address"])
        sent["station_id"] = station.id
        sent.setdefault("in_area", station.level == "station")
    fact = facts.SiteChanged(
        fields=sorted(command.model_fields_set), customer_id=customer.id, address=sent.get("address")
    )
    log.append(unit, log.part(row, of=customer), fact, **sent)
    entries.customer(unit, customer.id)
    return queries.read(unit, id)
