"""Verbs on the customer file."""

from __future__ import annotations

from typing import Any

from api.access import scope
from api.access.policy import P
from api.customers.contacts import queries as contact_queries
from api.customers.contacts import schemas as contact_schemas
from api.customers.contacts import service as contacts
from api.customers.customers import facts, queries, schemas
from api.customers.customers.model import Customer
from api.customers.customers.names import normal
from api.customers.customers.problems import DuplicateCustomer
from api.customers.finder import entries
from api.customers.sites import queries as site_queries
from api.customers.sites import schemas as site_schemas
from api.customers.sites import service as sites
from api.events import log
from api.kit.pinyin import name_key
from api.kit.problems import Forbidden, Invalid
from api.kit.unit import Unit
from api.kit.words import Words
from api.network.stations.responsible import responsible


def register(unit: Unit, command: schemas.CustomerCreate) -> dict[str, Any]:
    """Open a customer file with contacts and sites.

    The file belongs to the station that answers for its first site (R2); where that station is not the caller's to
    write for, as when a customer walks in from another town, to the caller's own.

    :raises DuplicateCustomer: same number or name as a customer he can see, and he did not say that it is a new one.
    :raises Duplicate: an id brought by the client is taken.
    """
    if not command.confirmed_new:
        _refuse_known(unit, command)
    row = unit.insert(
        Customer,
        id=command.id,
        created_by_id=unit.actor.employee_id,
        station_id=_home(unit, command),
        kind=command.kind,
        name=command.name,
        name_key=name_key(command.name),
        customer_class="C",
        note=command.note,
        do_not_call=command.do_not_call,
    )
    for contact in command.contacts:
        contacts.add(unit, row, contact)
    for site in command.sites:
        sites.add(unit, row.id, site)
    log.append(unit, row, facts.CustomerRegistered(kind=command.kind, confirmed_new=command.confirmed_new))
    entries.customer(unit, row.id)
    return queries.read(unit, row.id)


def _refuse_known(unit: Unit, command: schemas.CustomerCreate) -> None:
    wanted = normal(command.name)
    numbers = {phone.value for contact in command.contacts for phone in contact.phones}
    if found := queries.alike(unit, sorted(numbers), wanted, lambda name: normal(name) == wanted):
        raise DuplicateCustomer(candidates=found)


def _home(unit: Unit, command: schemas.CustomerCreate) -> str:
    reach = unit.actor.reach(P.CUSTOMERS_CREATE)
    if command.sites:
        station = responsible(unit, command.sites[0].address).id
        if reach.everywhere or station in reach.stations:
            return station
    own = [grant.station_id for grant in unit.actor.grants if grant.station_id]
    if own:
        return own[0]
    if reach.everywhere:
        return responsible(unit, "").id
    raise Forbidden(permission=str(P.CUSTOMERS_CREATE))


def change(unit: Unit, id: str, command: schemas.CustomerChange) -> dict[str, Any]:
    """Change what was sent.

    :raises Forbidden: visible, but not the caller's to edit.
    """
    row = queries.one(unit, id)
    scope.demand(unit, P.CUSTOMERS_EDIT, row)
    sent = {name: getattr(command, name) for name in command.model_fields_set}
    if not sent:
        return queries.read(unit, id)
    for name in sent.keys() - {"note"}:
        if sent[name] is None:
            raise Invalid.field(f"/body/{name.rstrip('_')}", "missing", Words("不能空着", "Must not be empty"))
    if "class_" in sent:
        sent["customer_class"] = sent.pop("class_")
    if "name" in sent:
        sent["name_key"] = name_key(sent["name"])
    fact = facts.CustomerChanged(
        fields=sorted(name.rstrip("_") for name in command.model_fields_set),
        name=sent.get("name"),
        note=sent.get("note"),
    )
    log.append(unit, row, fact, **sent)
    entries.customer(unit, id)
    if "name" in sent:
        entries.assets_of(unit, id)
    return queries.read(unit, id)


def add_contact(unit: Unit, id: str, command: contact_schemas.ContactNew) -> dict[str, Any]:
    """Add a person to speak with.

    :raises Forbidden: the customer is not the caller's to edit.
    """
    row = queries.one(unit, id)
    scope.demand(unit, P.CUSTOMERS_EDIT, row)
    contact = contacts.add(unit, row, command)
    log.append(unit, row, facts.ContactAdded(contact_id=contact.id, name=command.name))
    entries.customer(unit, id)
    return contact_queries.read(unit, contact.id)


def add_site(unit: Unit, id: str, command: site_schemas.SiteNew) -> dict[str, Any]:
    """Add a place where devices stand.

    :raises Forbidden: the customer is not the caller's to edit.
    """
    row = queries.one(unit, id)
    scope.demand(unit, P.CUSTOMERS_EDIT, row)
    site = sites.add(unit, id, command)
    fact = facts.SiteAdded(
        site_id=site.id, label=command.label, address=command.address, site_station_id=site.station_id
    )
    log.append(unit, row, fact)
    entries.customer(unit, id)
    return site_queries.read(unit, site.id)


def set_do_not_call(unit: Unit, id: str, *, by: str) -> None:
    """Respect a wish told in a follow-up (D14); `by` names where. Called by rooms above within their own rights."""
    row = queries.one(unit, id)
    if not row.do_not_call:
        log.append(unit, row, facts.CustomerChanged(fields=["do_not_call"], told_in=by), do_not_call=True)
